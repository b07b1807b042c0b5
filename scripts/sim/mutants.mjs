/** Rules of sync, and what production code would look like without them. The simulation must notice each. */

/** @typedef {import('./bundle.mjs').Change} Change */
/** @typedef {{ name: string, rule: string, changes: Change[], targeted?: string }} Mutant `targeted`: a schedule of tests/sim/targeted.ts */

/** @type {Mutant[]} */
export const mutants = [];

/**
 * `npm run sim -- --seeds N [--first S] [--mutants [NAME...]] [--json FILE] [--replay SEED] [--workers N]`: the deterministic simulation of sync
 * (docs/simulation.md). Exit code 0 only if no seed failed and, with --mutants, every mutant was found.
 */
import { parseArgs } from 'node:util';
import { writeFileSync } from 'node:fs';
import { setUp } from './setup/index.mjs';
import { runScript, SetupProblem } from './setup/say.mjs';

/** @param {string | undefined} text @param {number} usual */
const number = (text, usual) => {
  const value = text === undefined ? usual : Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new SetupProblem(`"${text}" không phải là số.`, `"${text}" is not a number`);
  return value;
};

await runScript(async () => {
  await setUp();
  const { replay, runMutants, runSeeds } = await import('./sim/run.mjs');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      first: { type: 'string' },
      workers: { type: 'string' },
      mutants: { type: 'boolean' },
      json: { type: 'string' },
      replay: { type: 'string' },
    },
  });
  if (values.replay !== undefined) return replay(number(values.replay, 1));
  const options = { first: number(values.first, 1), workers: Math.max(1, number(values.workers, 2)) };
  const seeds = await runSeeds({ ...options, count: number(values.seeds, values.mutants ? 0 : 300) });
  const mutants = values.mutants ? await runMutants({ ...options, names: positionals }) : [];
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ seeds, mutants }, undefined, 2)}\n`);
  return seeds.failed.length === 0 && mutants.every(({ found }) => found !== undefined) ? 0 : 1;
});

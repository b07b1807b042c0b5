/**
 * `node scripts/licences/check.mjs`: lists the licences of everything that reaches a user, and fails on what is not allowed.
 * A unit test runs the same check.
 */
import { fileURLToPath } from 'node:url';
import { inRoot } from '../setup/paths.mjs';
import { productionPackages, readLock } from './packages.mjs';
import { carried, isAllowed } from './rules.mjs';

/**
 * @typedef {{ name: string, version: string, licence: string }} Part
 * @param {string} lockFile
 * @returns {{ parts: Part[], refused: Part[] }}
 */
export const checkLicences = (lockFile) => {
  const packages = productionPackages(readLock(lockFile));
  const inside = carried.map(({ name, licence, carriedBy }) => {
    const of = packages.find((entry) => entry.name === carriedBy);
    return { name, licence, version: of ? `in ${carriedBy} ${of.version}` : `in ${carriedBy}` };
  });
  const parts = [...packages, ...inside];
  return { parts, refused: parts.filter(({ licence, name }) => !isAllowed(licence, name)) };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { parts, refused } = checkLicences(inRoot('package-lock.json'));
  /** @type {Map<string, Part[]>} */
  const groups = Map.groupBy(parts, ({ licence }) => licence);
  for (const [licence, members] of [...groups].toSorted((a, b) => b[1].length - a[1].length))
    console.log(`${licence || '(none named)'}: ${members.map(({ name }) => name).join(', ')}\n`);
  for (const { name, version, licence } of refused) console.error(`not allowed: ${name} ${version}: ${licence || 'no licence named'}`);
  console.log(`${parts.length} parts, ${refused.length} not allowed`);
  process.exitCode = refused.length > 0 ? 1 : 0;
}

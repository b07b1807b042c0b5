/** Starting a built Node program: `kts` and the hub. */
import { existsSync } from 'node:fs';
import { run } from '../setup/command.mjs';
import { setUp } from '../setup/index.mjs';
import { inRoot } from '../setup/paths.mjs';

/**
 * Sets up, builds what changed and runs the program with the script's own arguments, in the folder where npm was called.
 * @param {string} program inside out/
 * @param {import('../setup/index.mjs').Needs} [needs]
 * @returns {Promise<number>} its exit code
 */
export const runBuilt = async (program, needs) => {
  await setUp(needs);
  const { buildIfChanged } = await import('../build/build-all.mjs');
  await buildIfChanged();
  const file = inRoot('out', program);
  if (!existsSync(file)) throw new Error(`${program} was not built`);
  const { code } = await run(process.execPath, [file, ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd() });
  return code;
};

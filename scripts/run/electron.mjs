/** Starting the built application. */
import { run } from '../setup/command.mjs';
import { addonEnv } from '../setup/addon.mjs';
import { electronBinary } from '../setup/electron.mjs';
import { root } from '../setup/paths.mjs';

/** Chromium refuses to sandbox for root, which is who developers are inside containers. Never so in a package. */
export const sandboxSwitches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export const runElectron = async (args) => {
  const { code } = await run(electronBinary(), [...sandboxSwitches, root, ...args], { env: { ...process.env, ...addonEnv() } });
  return code;
};

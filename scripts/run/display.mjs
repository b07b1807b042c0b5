/** Windows need a screen; where there is none they get a virtual one. */
import { run } from '../setup/command.mjs';
import { hasDisplay } from '../setup/index.mjs';
import { inRoot } from '../setup/paths.mjs';

/** Switches of Xvfb: large enough for the largest screenshot. */
export const virtualScreen = ['-screen', '0', '1920x1080x24'];

/**
 * Runs a script under this Node, on the machine's screen or on a virtual one (then `KTS_VIRTUAL_SCREEN` is set).
 * @param {string} script inside the clone
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} exit code
 */
export const runOnScreen = async (script, args, env) => {
  const node = [process.execPath, inRoot(script), ...args];
  const virtual = !hasDisplay();
  const [file = '', ...rest] = virtual ? ['xvfb-run', '-a', '-s', virtualScreen.join(' '), ...node] : node;
  const { code } = await run(file, rest, { env: { ...process.env, ...(virtual ? { KTS_VIRTUAL_SCREEN: '1' } : {}), ...env } });
  return code;
};

/** Windows need a screen; where there is none they get a virtual one. */
import { run } from '../setup/command.mjs';
import { hasDisplay } from '../setup/index.mjs';
import { inRoot } from '../setup/paths.mjs';

/** Large enough for the largest screenshot. */
const virtualScreen = '-screen 0 1920x1080x24';

/**
 * Runs a script under this Node, on the machine's screen or on a virtual one.
 * @param {string} script inside the clone
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} exit code
 */
export const runOnScreen = async (script, args, env) => {
  const node = [process.execPath, inRoot(script), ...args];
  const [file = '', ...rest] = hasDisplay() ? node : ['xvfb-run', '-a', '-s', virtualScreen, ...node];
  const { code } = await run(file, rest, { env: { ...process.env, ...env } });
  return code;
};

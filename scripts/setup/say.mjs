/** What set-up tells the person at the terminal: Vietnamese first, then English. All of it on standard error, results own standard output. */

/**
 * @param {string} vi
 * @param {string} en
 */
export const say = (vi, en) => {
  process.stderr.write(`• ${vi}\n  ${en}\n`);
};

/** A failure that the person at the terminal can act on. The message says what happened and what to do, in both languages. */
export class SetupProblem extends Error {
  /**
   * @param {string} vi
   * @param {string} en
   * @param {{ cause?: unknown }} [options]
   */
  constructor(vi, en, options) {
    super(`${vi}\n${en}`, options);
    this.name = 'SetupProblem';
  }
}

/**
 * Runs the body of a script. A SetupProblem is printed without a stack, anything else is a defect and keeps its stack.
 * @param {() => Promise<number | void>} body its number becomes the exit code
 */
export const runScript = async (body) => {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (error instanceof SetupProblem) process.stderr.write(`\n✗ ${error.message.replace('\n', '\n  ')}\n`);
    else console.error(error);
    process.exitCode = 1;
  }
};

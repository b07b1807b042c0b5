/** `kts` as a user would run it: one process a command, answers as JSON, the passphrase in the environment only. */
import { spawn } from 'node:child_process';
import { inRoot } from '../setup/paths.mjs';

/** Of the committee of the demo, whose data is fictional. */
export const passphrase = 'tap dung kiem tra so';

/**
 * @param {string} data folder of the book
 * @returns {(...args: string[]) => Promise<any>} the command's JSON document; throws when the exit code is not 0
 */
export const ktsOn =
  (data) =>
  (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [inRoot('out', 'cli', 'kts.js'), ...args, '--data', data, '--json'], {
        env: { ...process.env, KTS_PASSPHRASE: passphrase },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      let said = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(JSON.parse(out));
        else reject(new Error(`kts ${args.slice(0, 3).join(' ')} ended with ${code}: ${said}`));
      });
    });

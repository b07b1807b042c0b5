/** Child processes for set-up and for the scripts. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number, output?: 'stderr' }} [options]
 *   quiet: collect the output instead of showing it; timeout in milliseconds, after which the program is ended;
 *   output: show the program's standard output on standard error, so that a script's own standard output stays clean
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export const run = (file, args, options = {}) =>
  new Promise((done) => {
    let output = '';
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', options.output === 'stderr' ? 2 : 'inherit', 'inherit'],
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    });
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.on('error', (error) => done({ code: 127, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

/**
 * Runs npm by the very npm that started this script where there is one: on Windows npm is a .cmd file that spawn refuses.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const npm = (args, options) => {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  if (process.platform === 'win32') return run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  return run('npm', args, options);
};

/**
 * @param {string} name
 * @returns {boolean} whether PATH holds the program
 */
export const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, name)));

/**
 * Replaces this process by the same script under another Node, as far as Node can: waits for it and takes over its exit code.
 * @param {string} node
 * @returns {never}
 */
export const continueUnder = (node) => {
  const { status, signal } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(signal ? 1 : (status ?? 1));
};

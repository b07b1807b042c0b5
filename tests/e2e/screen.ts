/** A screen for each worker: windows that share one take the keyboard from each other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { virtualScreen } from '../../scripts/run/display.mjs';

let started: Promise<string> | undefined;

/** The address of this worker's screen; none when it uses the one that is there. */
export const screenOfWorker = async (): Promise<{ DISPLAY?: string }> =>
  (process.env['TEST_PARALLEL_INDEX'] ?? '0') === '0' ? {} : { DISPLAY: await (started ??= startScreen()) };

/** A virtual screen that ends with this process. It writes the number that it took to its fourth channel. */
async function startScreen(): Promise<string> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...virtualScreen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.on('exit', () => screen.kill());
  const [number] = await once(screen.stdio[3] as Readable, 'data');
  return `:${String(number).trim()}`;
}

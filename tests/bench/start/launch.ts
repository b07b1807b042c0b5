/** One start of a packaged program, from the moment before its process exists to the moment that is waited for. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { sandboxSwitches } from '../../../scripts/run/electron.mjs';
import { sign } from './app/say';
import { processorTimeOf } from './memory';

/** Milliseconds since the process was asked for, by the name of the moment. */
export type Moments = Readonly<Record<string, number>>;

export interface Start {
  readonly moments: Moments;
  /** Milliseconds of the processor that all processes of the program had taken when the moment came, where Linux tells. */
  readonly processorMs: number;
}

const patience = 60_000;

/**
 * @param until the moment that ends the start
 * @param atRest what to do once it has come, before the program is ended
 */
export async function launch(
  program: string,
  dataDir: string,
  until: string,
  atRest: (pid: number) => Promise<void> = async () => {},
): Promise<Start> {
  const started = Date.now();
  const child = spawn(program, [...sandboxSwitches, '--disable-gpu'], {
    env: { ...process.env, KTS_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = `${complaints}${chunk.toString()}`.slice(-2000);
  });
  const moments: Record<string, number> = {};
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith(sign)) continue;
      for (const [name, at] of Object.entries(JSON.parse(line.slice(sign.length)) as Record<string, number>))
        moments[name] ??= at - started;
      if (until in moments) break;
    }
    if (!(until in moments)) throw new Error(`the program ended before '${until}': ${complaints}`);
    clearTimeout(late);
    const processorMs = processorTimeOf(child.pid ?? 0);
    await atRest(child.pid ?? 0);
    return { moments, processorMs };
  } finally {
    clearTimeout(late);
    await end(child);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

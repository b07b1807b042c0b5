/**
 * Keeps at most one recognizer of its kind running: started when something asks for it, stopped after a while without work, started again
 * with growing pauses when it dies.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { RecognizerError } from '#shared/recognizer/failure';
import type { RecognizerLink } from '../transport/recognizer-link';
import { RecognizerClient } from './recognizer-client';

export interface RecognizerHost {
  /** Runs `work` with a living recognizer. @throws RecognizerError, 'ocr.unavailable' when none can be started */
  use<T>(work: (client: RecognizerClient) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Whether a process runs now. */
  readonly running: boolean;
  /** Whether something is done, or waited for, now. */
  readonly busy: boolean;
  /** Ends the process; open work ends with a RecognizerError. */
  close(): Promise<void>;
}

export interface HostOptions {
  /** Engine workers: read before each start and each use. */
  readonly workers: () => number;
  /** Its work may wait: the process takes what people leave of the processor. */
  readonly background?: boolean;
  readonly idleMs?: number;
  readonly firstPauseMs?: number;
}

const longestPauseMs = 30_000;
const shutdownMs = 2000;

export function createRecognizerHost(start: () => Promise<RecognizerLink>, options: HostOptions): RecognizerHost {
  const { workers, background = false, idleMs = 60_000, firstPauseMs = 500 } = options;
  let current: { readonly client: RecognizerClient; readonly link: RecognizerLink; workers: number } | undefined;
  let starting: Promise<RecognizerClient> | undefined;
  let users = 0;
  let idle: NodeJS.Timeout | undefined;
  let deaths = 0;
  let closed = false;
  const closing = new AbortController();

  const startOne = async (): Promise<RecognizerClient> => {
    if (deaths > 0)
      await wait(Math.min(firstPauseMs * 2 ** (deaths - 1), longestPauseMs), undefined, { signal: closing.signal }).catch(() => {});
    if (closed) throw new RecognizerError('recognizer.exited');
    deaths++; // until it has done something
    const link = await start().catch(() => {
      throw new RecognizerError('ocr.unavailable');
    });
    if (closed) {
      link.kill();
      throw new RecognizerError('recognizer.exited');
    }
    const client = new RecognizerClient(link);
    const count = workers();
    await client.configure({ workers: count, ...(background && { background }) });
    current = { client, link, workers: count };
    return client;
  };

  const obtain = async (): Promise<RecognizerClient> => {
    if (current?.client.alive) {
      const count = workers();
      if (current.workers !== count) {
        current.workers = count;
        await current.client.configure({ workers: count });
      }
      return current.client;
    }
    current = undefined;
    starting ??= startOne().finally(() => {
      starting = undefined;
    });
    return starting;
  };

  const stop = async () => {
    const last = current;
    current = undefined;
    if (!last?.client.alive) return;
    const gentle = new AbortController();
    await Promise.race([last.client.shutdown().catch(() => {}), wait(shutdownMs, undefined, { signal: gentle.signal }).catch(() => {})]);
    gentle.abort();
    last.link.kill();
  };

  return {
    use: async (work, signal) => {
      users++;
      clearTimeout(idle);
      try {
        const client = await obtain();
        if (signal?.aborted) throw new RecognizerError('ocr.cancelled');
        try {
          return await work(client);
        } finally {
          if (client.alive) deaths = 0;
        }
      } finally {
        users--;
        if (users === 0 && !closed) {
          idle = setTimeout(() => void stop(), idleMs);
          idle.unref();
        }
      }
    },
    get running() {
      return current?.client.alive ?? false;
    },
    get busy() {
      return users > 0;
    },
    close: async () => {
      closed = true;
      closing.abort();
      clearTimeout(idle);
      await starting?.catch(() => {});
      await stop();
    },
  };
}

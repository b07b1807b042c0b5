import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RecognizerLink } from '../../../../src-main/service/transport/recognizer-link';
import { createRecognizerHost } from '../../../../src-main/service/archive/recognizer-host';
import type { Request } from '../../../../src-shared/recognizer/messages';

/** A process that answers every request with what is asked of it, and can be killed. */
const processes = () => {
  const started: { asked: Request[]; die: () => void }[] = [];
  const start = async (): Promise<RecognizerLink> => {
    let tell = (_message: unknown) => {};
    let exit = (_code: number | null) => {};
    const own = { asked: [] as Request[], die: () => exit(null) };
    started.push(own);
    return {
      post: (message) => {
        const request = message as Request;
        own.asked.push(request);
        const result = request.kind === 'stats' ? { rss: 1, workers: 1, pagesDone: started.length, waiting: 0 } : { done: true };
        queueMicrotask(() => tell({ kind: 'result', id: request.id, result }));
      },
      onMessage: (handler) => {
        tell = handler;
      },
      onExit: (handler) => {
        exit = handler;
      },
      kill: () => exit(null),
    };
  };
  return { start, started };
};

test('one process serves all, is told the number of workers, and ends when nothing asks any more', async () => {
  const { start, started } = processes();
  let workers = 2;
  const host = createRecognizerHost(start, { workers: () => workers, idleMs: 30 });
  expect(host.running).toBe(false);
  await Promise.all([host.use((client) => client.stats()), host.use((client) => client.stats())]);
  workers = 3;
  await host.use((client) => client.stats());
  expect(started).toHaveLength(1);
  expect(
    started[0]!.asked.filter(({ kind }) => kind === 'configure').map((request) => 'settings' in request && request.settings.workers),
  ).toEqual([2, 3]);
  await wait(100);
  expect(host.running).toBe(false);
  expect(started[0]!.asked.at(-1)?.kind).toBe('shutdown');
  await host.use((client) => client.stats());
  expect(started).toHaveLength(2);
  await host.close();
});

test('a process whose work may wait is told to step back before anything else', async () => {
  const { start, started } = processes();
  const host = createRecognizerHost(start, { workers: () => 1, background: true });
  await host.use((client) => client.stats());
  expect(started[0]!.asked[0]).toMatchObject({ kind: 'configure', settings: { workers: 1, background: true } });
  await host.close();
});

test('a process that died is replaced at the next use', async () => {
  const { start, started } = processes();
  const host = createRecognizerHost(start, { workers: () => 1, firstPauseMs: 1 });
  await host.use((client) => client.stats());
  await expect(
    host.use((client) => {
      started[0]!.die();
      return client.stats();
    }),
  ).rejects.toMatchObject({ code: 'recognizer.exited' });
  expect(await host.use((client) => client.stats())).toMatchObject({ pagesDone: 2 });
  await host.close();
});

test('one that cannot be started is tried again with growing pauses; closing does not wait for them', async () => {
  const tries: number[] = [];
  const host = createRecognizerHost(
    async () => {
      tries.push(performance.now());
      throw new Error('no such file');
    },
    { workers: () => 1, firstPauseMs: 40 },
  );
  for (let n = 0; n < 3; n++) await expect(host.use((client) => client.stats())).rejects.toMatchObject({ code: 'ocr.unavailable' });
  expect(tries[1]! - tries[0]!).toBeGreaterThanOrEqual(35);
  expect(tries[2]! - tries[1]!).toBeGreaterThanOrEqual(75);
  const failure = host
    .use((client) => client.stats())
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  const before = performance.now();
  await host.close();
  expect(performance.now() - before).toBeLessThan(100);
  expect(await failure).toMatchObject({ code: 'recognizer.exited' });
});

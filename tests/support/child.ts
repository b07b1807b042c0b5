/** Processes that run a TypeScript program of the tests from source and answer calls over their IPC channel. */
import { type ChildProcess, spawn } from 'node:child_process';
import { inRoot } from '../../scripts/setup/paths.mjs';

/** What a program offers: functions of JSON values. */
export type Api = Record<string, (...args: never[]) => unknown>;
export type Remote<A extends Api> = { readonly [K in keyof A]: (...args: Parameters<A[K]>) => Promise<Awaited<ReturnType<A[K]>>> };

export interface Child<A extends Api> {
  readonly calls: Remote<A>;
  readonly pid: number;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Closes the channel, upon which it ends by itself. */
  end(): Promise<void>;
  readonly isRunning: () => boolean;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** `onSide` is a command line that the program is started through; its environment is this process's and `env`. */
export function startChild<A extends Api>(
  program: string,
  { onSide = [] as readonly string[], env = {} as NodeJS.ProcessEnv } = {},
): Child<A> {
  const [file, ...args] = [...onSide, process.execPath, inRoot('scripts/run/typescript.mjs'), inRoot(program)];
  const child: ChildProcess = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...env } });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error(`${program} has ended`));
      waiting.clear();
      resolve();
    });
  });
  child.on('message', (message) => {
    const { id, value, error } = message as Answer;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(`${program}: ${error}`));
  });
  let last = 0;
  const call = (name: string, values: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error(`${program} has ended`));
      const id = ++last;
      waiting.set(id, { resolve, reject });
      child.send({ id, name, args: values });
    });
  return {
    calls: new Proxy({} as Remote<A>, {
      get:
        (_, name) =>
        (...values: unknown[]) =>
          call(String(name), values),
    }),
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async end() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** In the program: answers calls one after the other until the parent closes the channel; then `close` runs and the process ends. */
export function serveCalls<A extends Api>(api: A, close: () => Promise<void> | void): void {
  process.on('message', (message) => {
    const { id, name, args } = message as { id: number; name: string; args: never[] };
    void (async () => {
      try {
        process.send?.({ id, value: await api[name]?.(...args) } satisfies Answer);
      } catch (error) {
        process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Answer);
      }
    })();
  });
  process.once('disconnect', () => void Promise.resolve(close()).finally(() => process.exit(0)));
}

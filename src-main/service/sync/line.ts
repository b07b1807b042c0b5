import { AppError } from '#shared/errors/app-error';
import { createBackOff } from './back-off';

/** What the line is doing; shown to people as it is. */
export type LineState = 'idle' | 'sending' | 'receiving' | 'unreachable' | 'refused';

/** One round: text out, text in, pages out. `say` tells what it is doing, `go` whether it may go on. */
export type Round = (say: (state: 'sending' | 'receiving') => void, go: () => boolean, signal: AbortSignal) => Promise<void>;

export interface Line {
  state(): LineState;
  problem(): AppError | undefined;
  lastTriedAt(): string | undefined;
  /** Something waits: a round starts soon, unless the line is waiting after a failure. */
  nudge(): void;
  /** A round now, also when the line was waiting after a failure. Resolves when it ended, however it ended. */
  runNow(): Promise<void>;
  /** Ends what is under way; nothing runs until `start`. */
  stop(): Promise<void>;
  start(): void;
}

/** Saves come in bursts: wait for the end of one. */
const settleMs = 400;
/** With nothing to send, how often others' changes are asked for. */
const pollMs = 30_000;
/** A hub that refuses this workstation is asked again seldom: somebody has to do something first. */
const refusedMs = 3_600_000;

/** The loop of the line. It never throws: what goes wrong becomes a state, and is tried again. */
export function createLine(round: Round, changed: () => void): Line {
  const backOff = createBackOff();
  let state: LineState = 'idle';
  let problem: AppError | undefined;
  let lastTriedAt: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let ended = new AbortController();
  ended.abort();

  const become = (next: LineState): void => {
    if (next === state) return;
    state = next;
    changed();
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    if (ended.signal.aborted) return;
    timer = setTimeout(() => void run(), ms);
    timer.unref();
  };

  async function once(): Promise<void> {
    const { signal } = ended;
    lastTriedAt = new Date().toISOString();
    try {
      await round(become, () => !signal.aborted, signal);
      problem = undefined;
      backOff.reset();
      become('idle');
      later(pollMs);
    } catch (error) {
      if (signal.aborted) return become('idle');
      problem = error instanceof AppError ? error : new AppError('internal', { reference: 'sync' }, error);
      const passing = problem.code === 'sync.unreachable' || problem.code === 'sync.badAnswer';
      become(passing ? 'unreachable' : 'refused');
      later(passing ? backOff.next() : refusedMs);
    }
    changed();
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    running ??= (async () => {
      do {
        again = false;
        await once();
      } while (again && !ended.signal.aborted && problem === undefined);
    })().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    state: () => state,
    problem: () => problem,
    lastTriedAt: () => lastTriedAt,
    nudge() {
      if (ended.signal.aborted || problem) return;
      if (running) again = true;
      else later(settleMs);
    },
    async runNow() {
      if (ended.signal.aborted) return;
      if (running) again = true;
      await run();
    },
    async stop() {
      ended.abort();
      clearTimeout(timer);
      await running;
    },
    start() {
      if (!ended.signal.aborted) return;
      ended = new AbortController();
      problem = undefined;
      backOff.reset();
      // What was under way ends first.
      void Promise.resolve(running).then(() => later(0));
    },
  };
}

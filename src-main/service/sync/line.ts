import { AppError } from '#shared/errors/app-error';
import { createBackOff } from './back-off';
import { pingEveryMs } from './watchdog';

/** What the line is doing; shown to people as it is. */
export type LineState = 'idle' | 'sending' | 'receiving' | 'unreachable' | 'refused';

/** One round: text out, text in, pages out. `say` tells what it is doing, `go` whether it may go on. */
export type Round = (
  say: (state: 'sending' | 'receiving' | 'unreachable') => void,
  go: () => boolean,
  signal: AbortSignal,
) => Promise<void>;

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

export interface LineOptions {
  /** A small question to the hub; rejects while the line is away. */
  probe(): Promise<unknown>;
  /** Told when there is something new to show. */
  changed(): void;
}

/** Saves come in bursts: wait for the end of one. */
const settleMs = 400;
/** With nothing to send, how often others' changes are asked for. */
const pollMs = 30_000;
/** A hub that refuses this workstation is asked again seldom: somebody has to do something first. */
const refusedMs = 3_600_000;
/** Room on a disk comes back when somebody makes it; it costs nothing to look. */
const diskMs = 30_000;
/** After a failure the line is listened for closely, and less so when it stays away. */
const listenCloselyMs = 600_000;
const listenSeldomMs = 20_000;

/** The loop of the line. It never throws: what goes wrong becomes a state, and is tried again. */
export function createLine(round: Round, { probe, changed }: LineOptions): Line {
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
  const later = (ms: number, work: () => unknown = run): void => {
    clearTimeout(timer);
    if (ended.signal.aborted) return;
    timer = setTimeout(() => void work(), ms);
    timer.unref();
  };

  /** Tries again after `ms`, or as soon as a line that was away is back. */
  function listen(since: number, until: number, wasAway: boolean): void {
    const closely = Date.now() - since < listenCloselyMs;
    const ms = (closely ? pingEveryMs : listenSeldomMs) * (0.75 + Math.random() / 2);
    if (Date.now() + ms >= until) return later(Math.max(0, until - Date.now()));
    later(ms, async () => {
      const { signal } = ended;
      const answers = await probe().then(
        () => true,
        () => false,
      );
      if (signal.aborted || running) return;
      if (answers && wasAway) void run();
      else listen(since, until, wasAway || !answers);
    });
  }

  async function once(): Promise<void> {
    const { signal } = ended;
    lastTriedAt = new Date().toISOString();
    try {
      await round(become, () => !signal.aborted, signal);
      problem = undefined;
      failedSince = undefined;
      backOff.reset();
      become('idle');
      later(pollMs);
    } catch (error) {
      if (signal.aborted) return become('idle');
      problem = error instanceof AppError ? error : new AppError('internal', { reference: 'sync' }, error);
      become(stateAfter(problem));
      tryAgain(problem);
    }
    changed();
  }

  let failedSince: number | undefined;
  function tryAgain({ code, details }: AppError): void {
    const now = Date.now();
    failedSince ??= now;
    if (code === 'sync.hubBusy' || code === 'sync.hubFull') later(Number(details['seconds'] ?? 30) * 1000 * (1 + Math.random() / 4));
    else if (code === 'store.diskFull') later(diskMs);
    else if (stateAfter(problem) === 'refused') later(refusedMs);
    else listen(failedSince, now + backOff.next(), false);
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

/** Codes of failures that pass by themselves, or when room is made on a disk. */
const passing: readonly string[] = ['sync.unreachable', 'sync.badAnswer', 'sync.hubBusy', 'sync.hubFull', 'store.diskFull', 'store.inUse'];
const stateAfter = (problem: AppError | undefined): LineState =>
  problem === undefined ? 'idle' : passing.includes(problem.code) ? 'unreachable' : 'refused';

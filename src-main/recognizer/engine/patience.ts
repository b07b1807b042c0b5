/**
 * Limits for work that steps back behind all other programs: only time counts in which it ran, or could have run because a core had nothing to
 * do. On a machine that others keep busy for minutes the work goes slowly, and nothing is wrong with it; measured there, an
 * engine at the lowest priority got about one second of the processor in a hundred, and every limit by the clock passed.
 */
import os from 'node:os';

/** What the machine and this process have done so far, in milliseconds. */
export interface Usage {
  readonly clock: number;
  /** Of this process, all threads together. */
  readonly own: number;
  /** Of the machine's cores without work, all together. */
  readonly idle: number;
}

export const usageNow = (): Usage => {
  const { user, system } = process.cpuUsage();
  const idle = os.cpus().reduce((sum, { times }) => sum + times.idle, 0);
  return { clock: performance.now(), own: (user + system) / 1000, idle };
};

/**
 * How much of the time between two looks counts.
 * @param sharing how many jobs of this process went on beside each other; what it used is shared among them
 */
export const counted = (before: Usage, after: Usage, sharing: number): number =>
  Math.min(after.clock - before.clock, (after.own - before.own) / Math.max(1, sharing) + (after.idle - before.idle));

/** Often enough for limits of a minute; the count of idle cores is kept in steps of 10 ms. */
const LOOK_EVERY_MS = 1000;

/**
 * Calls `onOver` once when `limitMs` have been counted, unless the returned function was called before.
 * @param sharing asked for at each look
 * @returns ends the count and tells it, in milliseconds
 */
export const startPatience = (limitMs: number, sharing: () => number, onOver: () => void): (() => number) => {
  let used = 0;
  let last = usageNow();
  let timer: NodeJS.Timeout;
  const count = () => {
    const now = usageNow();
    used += counted(last, now, sharing());
    last = now;
  };
  const look = () => {
    count();
    if (used >= limitMs) onOver();
    else wait();
  };
  const wait = () => {
    timer = setTimeout(look, Math.max(1, Math.min(LOOK_EVERY_MS, limitMs - used)));
  };
  wait();
  return () => {
    clearTimeout(timer);
    count();
    return used;
  };
};

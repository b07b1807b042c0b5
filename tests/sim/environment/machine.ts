/**
 * What production code takes from its machine: wall clock, randomness, timers. The bundle of the simulation routes `Date`,
 * `Math.random` and `node:crypto` here, so that production modules run unchanged and the same seed gives the same run.
 * The code that runs at a moment runs on one machine, whose clock may be wrong.
 */
import { createRandom, type Random } from './random';

const RealDate = globalThis.Date;
export const realNow = (): number => RealDate.now();

interface Machine {
  /** True time of the simulated world, ms since 1970. */
  now: number;
  /** How far the clock of the machine whose code runs is off, ms. */
  skew: number;
  random: Random;
}

const machine: Machine = { now: 0, skew: 0, random: createRandom(0) };

export const worldStart = RealDate.UTC(2026, 0, 5, 8);

export function resetMachine(seed: number): void {
  machine.now = worldStart;
  machine.skew = 0;
  machine.random = createRandom(seed, 0x5eed);
}
export const worldNow = (): number => machine.now;
export const advance = (ms: number): void => {
  machine.now += ms;
};
export const fillRandom = (bytes: Uint8Array): void => machine.random.fill(bytes);

/** Runs `work` (up to its first await) on a machine whose clock is off by `skew`. */
export function onMachine<T>(skew: number, work: () => T): T {
  machine.skew = skew;
  return work();
}

class SimulatedDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(machine.now + machine.skew);
    else super(...(given as [number]));
  }
  static override now(): number {
    return machine.now + machine.skew;
  }
}

/** From here on this process lives in simulated time. */
export function installMachine(): void {
  globalThis.Date = SimulatedDate as DateConstructor;
  Math.random = () => machine.random.next();
}

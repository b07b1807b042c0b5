/**
 * Hybrid logical clock (HLC). A stamp is the wall time in ms and a counter, written so that text order is time order:
 *
 *   tttttttttccc      t: ms since 1970 in base 36, 9 digits (until year 5188); c: counter in base 36, 3 digits
 *
 * The clock of a field adds who wrote it, so that no two are equal (rule 4):  `<stamp>.<incarnation>.<op hash>`.
 * A receiving side moves its own clock to the maximum of both; a wrong wall clock is shown to people, never refused (rule 11).
 */
export type Stamp = string;
export type FieldClock = string;

export interface HlcState {
  readonly ms: number;
  readonly counter: number;
}

export const zeroHlc: HlcState = { ms: 0, counter: 0 };
const maxCounter = 36 ** 3 - 1;

export const writeStamp = ({ ms, counter }: HlcState): Stamp => ms.toString(36).padStart(9, '0') + counter.toString(36).padStart(3, '0');

export function readStamp(stamp: Stamp): HlcState {
  if (!/^[0-9a-z]{12}$/.test(stamp)) throw new RangeError('not a clock stamp');
  return { ms: Number.parseInt(stamp.slice(0, 9), 36), counter: Number.parseInt(stamp.slice(9), 36) };
}

/** The next stamp of this side; `now` is the wall clock in ms. Never goes back, whatever the wall clock does. */
export function tick(state: HlcState, now: number): HlcState {
  if (now > state.ms) return { ms: now, counter: 0 };
  return state.counter < maxCounter ? { ms: state.ms, counter: state.counter + 1 } : { ms: state.ms + 1, counter: 0 };
}

/** This side's clock after it has seen a stamp of another. */
export function witness(state: HlcState, seen: Stamp): HlcState {
  const other = readStamp(seen);
  return other.ms > state.ms || (other.ms === state.ms && other.counter > state.counter) ? other : state;
}

export const fieldClock = (stamp: Stamp, incarnation: string, opHash: string): FieldClock => `${stamp}.${incarnation}.${opHash}`;
export const stampOf = (clock: FieldClock): Stamp => clock.slice(0, 12);
export const incarnationOf = (clock: FieldClock): string => clock.split('.')[1] ?? '';

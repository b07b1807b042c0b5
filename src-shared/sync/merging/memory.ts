/**
 * What a record remembers of a field beyond its value and clock, once somebody changed it without knowing of another change, or changed
 * a part of it. JSON, kept in place of the field's clock (../clocks.ts). All of it follows from the set of ops that were merged, not from
 * their order.
 */
import type { FieldClock } from '../hlc';
import type { Json } from '../op';

/** A value that was set without knowing of the one that stands, and that nobody has replaced or settled knowingly yet. */
export interface Head {
  readonly clock: FieldClock;
  readonly value: Json;
  /** Who set it, where that was known when it lost. */
  readonly actor?: string;
}

/** What is remembered of one value with one clock: a field that merges as a whole, or one item of a small table. */
export interface Register {
  readonly clock: FieldClock;
  /** By clock, earliest first. */
  readonly heads?: readonly Head[];
  /** Clocks that ops were made on and that have not arrived yet: when they do, they are already replaced. */
  readonly awaited?: readonly FieldClock[];
  /** Something that was made knowingly on this value has an earlier clock than it, or was refused: it stands, but is no loser later. */
  readonly replaced?: true;
}

/** An op that set a whole set or small table without saying what it touched (an author of version 1). */
export interface Replacement {
  readonly clock: FieldClock;
  /** What is not later than this was seen by the author. */
  readonly base: FieldClock;
  readonly keeps: readonly string[];
}

/** Elements that this op was the last to touch: put in (or changed), and taken out. */
export type Touch = readonly [clock: FieldClock, putIn: readonly string[], takenOut: readonly string[]];

/** An item that another change met; `removed`: it stands as taken out. */
export interface ItemRegister extends Register {
  readonly removed?: true;
}

export interface FieldMemory extends Register {
  /** Of a set: its elements; of a small table: ids of its items. What was taken out is remembered as well. */
  readonly touches?: readonly Touch[];
  /** Of a small table: items that remember more than a clock. */
  readonly items?: Readonly<Record<string, ItemRegister>>;
  /** Of a set or small table: elements or ids as the latest op had them, where that is not what stands. They give the order. */
  readonly order?: readonly string[];
  readonly replacements?: readonly Replacement[];
}

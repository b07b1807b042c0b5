/**
 * What a record remembers of a field beyond its value and clock, once somebody changed it without knowing of another change, or changed
 * a part of it. JSON, kept in place of the field's clock (../clocks.ts). All of it follows from the set of ops that were merged, not from
 * their order.
 */
import type { FieldClock } from '../hlc';
import type { Json } from '../op';

/** A value that was set without knowing of the one that stands, and that nobody has settled yet. */
export interface Head {
  readonly clock: FieldClock;
  readonly value: Json;
  /** Who set it, where that was known when it lost. */
  readonly actor?: string;
}

/** One value with one clock: a field that merges as a whole, or one item of a small table. */
export interface Register {
  readonly clock: FieldClock;
  readonly heads?: readonly Head[];
  /** Clocks that ops were made on and that have not arrived yet: when they do, they are already replaced. */
  readonly awaited?: readonly FieldClock[];
}

/** An item of a small table; the value of one that was removed is null and not in the field. */
export interface ItemRegister extends Register {
  readonly removed?: true;
}

/** An op that replaced a set or table as a whole, without saying which elements it touched (an author of version 1). */
export interface Replacement {
  readonly clock: FieldClock;
  readonly base: FieldClock;
  readonly keeps: readonly string[];
}

export interface FieldMemory extends Register {
  /** Of a set: clock of the last op that touched the element, after '+' where it was put in and '-' where it was taken out. */
  readonly elements?: Readonly<Record<string, string>>;
  /** Of a small table: by id of the item. */
  readonly items?: Readonly<Record<string, ItemRegister>>;
  /** Of a set or small table: value of the latest op, where it is not what stands: its order is the order of what stands. */
  readonly order?: readonly string[];
  readonly replacements?: readonly Replacement[];
}

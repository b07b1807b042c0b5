/**
 * Merge of one op into one record, the same at workstation and hub: per field, the later clock wins; when the op was not
 * made on what stands there, both are concurrent and the losing value is reported as a conflict that a person settles.
 * Delivery order does not matter: any order of the same ops gives the same fields and clocks.
 */
import { type Clocks, clockOf } from './clocks';
import { type FieldClock, fieldClock, incarnationOf } from './hlc';
import { canonical, type Json, type Op } from './op';

/** All that a side keeps of a record in order to merge. Plain JSON; fields and clocks belong together and are written together. */
export interface MergeState {
  readonly fields: Readonly<Record<string, Json>>;
  readonly clocks: Clocks;
}

export interface ConflictSide {
  readonly value: Json;
  readonly clock: FieldClock;
  /** Who set it; absent where the merge cannot know (it stood there before). */
  readonly actor?: string;
}

/** A value that lost without the winner's author having known of it. It is named by (record, field, item, loser's clock). */
export interface Conflict {
  readonly field: string;
  /** Id of the item, where the field is a small table. */
  readonly item?: string;
  readonly winner: ConflictSide;
  readonly loser: ConflictSide;
}

/** A conflict that was open and is no more. */
export interface ClosedConflict {
  readonly conflict: Conflict;
  /** settled: a person decided; withdrawn: what replaced the losing value knowingly arrived later, or both values are the same again. */
  readonly why: 'settled' | 'withdrawn';
  /** Clock of the op that closed it. */
  readonly by: FieldClock;
}

export interface Merged {
  readonly state: MergeState;
  /** Fields whose value or clock is new. */
  readonly changed: readonly string[];
  /** Conflicts that are open now and were not before. One that was closed may open again. */
  readonly conflicts: readonly Conflict[];
  readonly closed: readonly ClosedConflict[];
}

export const emptyState: MergeState = { fields: {}, clocks: {} };

export function merge(state: MergeState, op: Op, incarnation: string): Merged {
  const mine = fieldClock(op.stamp, incarnation, op.hash);
  const fields: Record<string, Json> = { ...state.fields };
  const clocks: Record<string, Clocks[string]> = { ...state.clocks };
  const changed: string[] = [];
  const conflicts: Conflict[] = [];
  for (const [field, value] of Object.entries(op.fields)) {
    const entry = state.clocks[field];
    const there = entry === undefined ? undefined : clockOf(entry);
    if (there === mine) continue; // the same op again
    const wins = there === undefined || mine > there;
    // Ops of one author are ordered by their author: an older one that arrives late is not concurrent.
    const concurrent = there !== undefined && op.base[field] !== there && incarnationOf(there) !== incarnation;
    const old = state.fields[field] ?? null;
    if (concurrent && canonical(old) !== canonical(value)) {
      const theirs = { value: old, clock: there };
      const ours = { value, clock: mine };
      conflicts.push({ field, winner: wins ? ours : theirs, loser: wins ? theirs : ours });
    }
    if (!wins) continue;
    fields[field] = value;
    clocks[field] = mine;
    changed.push(field);
  }
  return { state: { fields, clocks }, changed, conflicts, closed: [] };
}

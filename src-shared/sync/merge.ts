/**
 * Merge of one op into one record, the same at workstation and hub: per field, the later clock wins; when the op was not
 * made on what stands there, both are concurrent and the losing value is reported as a conflict that a person settles.
 * Delivery order does not matter: any order of the same ops gives the same fields and clocks.
 */
import { type FieldClock, fieldClock, incarnationOf } from './hlc';
import { canonical, type Json, type Op } from './op';

export interface MergeState {
  readonly fields: Readonly<Record<string, Json>>;
  readonly clocks: Readonly<Record<string, FieldClock>>;
}

export interface Conflict {
  readonly field: string;
  readonly winner: { readonly value: Json; readonly clock: FieldClock };
  readonly loser: { readonly value: Json; readonly clock: FieldClock };
}

export interface Merged {
  readonly state: MergeState;
  readonly changed: readonly string[];
  readonly conflicts: readonly Conflict[];
}

export const emptyState: MergeState = { fields: {}, clocks: {} };

export function merge(state: MergeState, op: Op, incarnation: string): Merged {
  const mine = fieldClock(op.stamp, incarnation, op.hash);
  const fields: Record<string, Json> = { ...state.fields };
  const clocks: Record<string, FieldClock> = { ...state.clocks };
  const changed: string[] = [];
  const conflicts: Conflict[] = [];
  for (const [field, value] of Object.entries(op.fields)) {
    const there = state.clocks[field];
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
  return { state: { fields, clocks }, changed, conflicts };
}

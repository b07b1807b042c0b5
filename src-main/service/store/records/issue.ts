/** The op of a local change: on what it was made, which elements it touched, and what its merge leaves of the record. */
import { ruleOf, type MergeState, merge, type Merged } from '#shared/sync/merge';
import type { FieldClock } from '#shared/sync/hlc';
import { type Json, metaFields, type Op } from '#shared/sync/op';
import { type Touched, touchedAgain, touchedBy } from '#shared/sync/touched';
import { fieldClock } from '#shared/sync/hlc';
import type { OpDraft } from '../outbox-table';
import { baseOf } from './clocks';

export interface LocalChange extends Pick<OpDraft, 'type' | 'id' | 'fields' | 'actor'> {
  readonly before: MergeState;
  /** Own ops of the record that never got to the hub: what was made on them was made on what they were made on. */
  readonly parked: readonly Op[];
  /** The fields are issued again because an op that set them never got there. */
  readonly again?: boolean;
  /** Clocks of the losing values that a person decided about. */
  readonly settles?: readonly FieldClock[];
  /** Elements that are touched though their value may stay, with the clock that was seen on them. */
  readonly decided?: Readonly<Record<string, Touched>>;
}

export function draftOf({ type, id, fields, actor, before, parked, again, settles, decided }: LocalChange, incarnation: string): OpDraft {
  const seen = seenThrough(parked, incarnation);
  const base: Record<string, FieldClock> = {};
  const touched: Record<string, Touched> = {};
  for (const field of Object.keys(fields)) {
    const entry = before.clocks[field];
    const there = seen(field, baseOf(before.clocks, field));
    if (entry === undefined || there === undefined) continue;
    base[field] = there;
    const rule = ruleOf(type, field);
    if (rule !== 'set' && rule !== 'items') continue;
    const present = { value: before.fields[field] ?? null, entry };
    const named = again ? touchedAgain(rule, present) : touchedBy(rule, present, fields[field] ?? null);
    touched[field] = Array.isArray(named)
      ? named
      : elementsSeen(field, { ...named, ...decided?.[field] } as Record<string, FieldClock>, seen);
  }
  return {
    type,
    id,
    actor,
    base,
    fields: {
      ...fields,
      ...(Object.keys(touched).length > 0 ? { [metaFields.touched]: touched as Json } : {}),
      ...(settles && settles.length > 0 ? { [metaFields.settles]: settles } : {}),
    },
  };
}

/** What one's own op leaves of the record: merged like everybody else's. */
export const mergeOwn = (before: MergeState, op: Op, incarnation: string): Merged => merge(before, op, incarnation, { knows: () => true });

type Seen = (field: string, clock: FieldClock | undefined, element?: string) => FieldClock | undefined;

function seenThrough(parked: readonly Op[], incarnation: string): Seen {
  const byClock = new Map(parked.map((op) => [fieldClock(op.stamp, incarnation, op.hash), op]));
  return (field, clock, element) => {
    let at = clock;
    for (let op = at === undefined ? undefined : byClock.get(at); op; op = at === undefined ? undefined : byClock.get(at))
      at = element === undefined ? op.base[field] : elementBase(op, field, element);
    return at;
  };
}

function elementBase(op: Op, field: string, element: string): FieldClock | undefined {
  const touched = (op.fields[metaFields.touched] ?? {}) as Readonly<Record<string, Touched>>;
  const clock = (touched[field] as Readonly<Record<string, FieldClock>> | undefined)?.[element];
  return clock === '' ? undefined : clock;
}

const elementsSeen = (field: string, touched: Readonly<Record<string, FieldClock>>, seen: Seen): Touched =>
  Object.fromEntries(Object.entries(touched).map(([id, clock]) => [id, (clock === '' ? undefined : seen(field, clock, id)) ?? '']));

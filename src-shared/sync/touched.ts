/**
 * What an op says about the elements that it touched, `$touched`: by field, of a set the elements, of a small table the ids of the items with
 * the clock that the author saw on each ('' for a new one). What stands in the op's value was put in or changed, what does not was taken out.
 * Absent for a field that had no clock: then the op made everything in it.
 */
import type { FieldClock } from './hlc';
import { elementClocks, tableElements, type TableKind, type TableState } from './merging/table';
import { canonical, type Json, metaFields, type Op } from './op';

export type Touched = readonly string[] | Readonly<Record<string, FieldClock>>;

/** What a change of this field touches. */
export function touchedBy(kind: TableKind, before: TableState, next: Json): Touched {
  const [old, now] = [tableElements(kind, before.value), tableElements(kind, next)];
  const same = (id: string): boolean => canonical(old.get(id)) === canonical(now.get(id));
  const ids = [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.has(id) !== now.has(id) || !same(id));
  return named(kind, before, ids);
}

/** An op that issues a field again, because an earlier one was never taken, touches whatever is known of it. */
export const touchedAgain = (kind: TableKind, present: TableState): Touched =>
  named(kind, present, [...elementClocks(kind, present).keys()]);

/** Undefined when the op does not say. */
export function readTouched(op: Pick<Op, 'fields'>, field: string): ReadonlyMap<string, FieldClock> | undefined {
  const all = op.fields[metaFields.touched];
  const touched = isObject(all) ? all[field] : undefined;
  if (Array.isArray(touched)) return new Map(touched.filter((id) => typeof id === 'string').map((id) => [id, '']));
  if (!isObject(touched)) return undefined;
  return new Map(Object.entries(touched).map(([id, clock]) => [id, typeof clock === 'string' ? clock : '']));
}

function named(kind: TableKind, state: TableState, ids: readonly string[]): Touched {
  const sorted = ids.toSorted();
  if (kind === 'set') return sorted;
  const clocks = elementClocks(kind, state);
  return Object.fromEntries(sorted.map((id) => [id, clocks.get(id) ?? '']));
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

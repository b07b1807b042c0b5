import { type ClockEntry, clockOf } from '#shared/sync/clocks';
import type { FieldClock } from '#shared/sync/hlc';

export type Clocks = Record<string, ClockEntry>;

/**
 * Clocks as they are stored: most fields of a record share one, so each clock stands once with its fields (a quarter of the size).
 * JSON: [[clock, [field, ...]], ...]; a field that remembers more than its clock stands as [entry, field].
 */
export function packClocks(clocks: Readonly<Clocks>): string {
  const byClock = new Map<FieldClock, string[]>();
  const others: [ClockEntry, string][] = [];
  for (const [field, entry] of Object.entries(clocks)) {
    if (typeof entry !== 'string') others.push([entry, field]);
    else {
      const fields = byClock.get(entry);
      if (fields) fields.push(field);
      else byClock.set(entry, [field]);
    }
  }
  return JSON.stringify([...byClock, ...others]);
}

export function unpackClocks(packed: string): Clocks {
  const clocks: Clocks = {};
  for (const [entry, fields] of JSON.parse(packed) as [ClockEntry, string | string[]][]) {
    if (typeof fields === 'string') clocks[fields] = entry;
    else for (const field of fields) clocks[field] = entry;
  }
  return clocks;
}

/** The clock of a field, which an op that sets it names as its base. */
export function baseOf(clocks: Readonly<Clocks>, field: string): FieldClock | undefined {
  const entry = clocks[field];
  return entry === undefined ? undefined : clockOf(entry);
}

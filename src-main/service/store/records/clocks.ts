import type { FieldClock } from '#shared/sync/hlc';

export type Clocks = Record<string, FieldClock>;

/** Clocks as they are stored: most fields of a record share one, so each clock stands once with its fields (a quarter of the size). */
export function packClocks(clocks: Readonly<Clocks>): string {
  const byClock = new Map<FieldClock, string[]>();
  for (const [field, clock] of Object.entries(clocks)) {
    const fields = byClock.get(clock);
    if (fields) fields.push(field);
    else byClock.set(clock, [field]);
  }
  return JSON.stringify([...byClock]);
}

export function unpackClocks(packed: string): Clocks {
  const clocks: Clocks = {};
  for (const [clock, fields] of JSON.parse(packed) as [FieldClock, string[]][]) for (const field of fields) clocks[field] = clock;
  return clocks;
}

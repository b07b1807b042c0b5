import { type ClockEntry, clockOf, packClocks as pack, type PackedClocks, unpackClocks as unpack } from '#shared/sync/clocks';
import type { FieldClock } from '#shared/sync/hlc';

export type Clocks = Readonly<Record<string, ClockEntry>>;

/** Clocks as they are stored with a record. */
export const packClocks = (clocks: Clocks): string => JSON.stringify(pack(clocks));
/** Of a record whose fields were all set by one op. */
export const packClock = (clock: FieldClock, fields: object): string =>
  JSON.stringify([[clock, Object.keys(fields)]] satisfies PackedClocks);
export const unpackClocks = (text: string): Clocks => unpack(JSON.parse(text) as PackedClocks);

/** The clock of a field, which an op that sets it names as its base. */
export function baseOf(clocks: Clocks, field: string): FieldClock | undefined {
  const entry = clocks[field];
  return entry === undefined ? undefined : clockOf(entry);
}

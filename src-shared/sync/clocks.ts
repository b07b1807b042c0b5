/**
 * Clocks of a record, by field. As long as nobody changed a field without knowing of another change, its entry is the clock of the op
 * that set it. Where more must be remembered it is an object, whose `clock` says the same (merging/memory.ts has the meaning of the
 * rest). Both are plain JSON: a store keeps entries as they are and looks at nothing but `clockOf`.
 */
import type { FieldClock } from './hlc';
import type { FieldMemory } from './merging/memory';

export type ClockEntry = FieldClock | FieldMemory;
export type Clocks = Readonly<Record<string, ClockEntry>>;

/** The latest clock of a field: what an op that is made on it names as its base. */
export const clockOf = (entry: ClockEntry): FieldClock => (typeof entry === 'string' ? entry : entry.clock);

/** Whether a value stands in the field; otherwise an op that was refused left there what its author had seen (merging/register.ts). */
export const stands = (entry: ClockEntry): boolean => clockOf(entry) !== '';

/** Most fields of a record share one clock, so each stands once with its fields (a quarter of the size); a field that remembers more by itself. */
export type PackedClocks = readonly (
  | readonly [clock: FieldClock, fields: readonly string[]]
  | readonly [entry: ClockEntry, field: string]
)[];

export function packClocks(clocks: Clocks): PackedClocks {
  const byClock = new Map<FieldClock, string[]>();
  const others: (readonly [ClockEntry, string])[] = [];
  let last: FieldClock | undefined;
  let group: string[] = [];
  for (const field in clocks) {
    const entry = clocks[field] ?? '';
    if (typeof entry !== 'string') {
      others.push([entry, field]);
      continue;
    }
    if (entry !== last) {
      last = entry;
      group = byClock.get(entry) ?? [];
      byClock.set(entry, group);
    }
    group.push(field);
  }
  return [...byClock, ...others];
}

export function unpackClocks(packed: PackedClocks): Record<string, ClockEntry> {
  const clocks: Record<string, ClockEntry> = {};
  for (const [entry, fields] of packed) {
    if (typeof fields === 'string') clocks[fields] = entry;
    else for (const field of fields) clocks[field] = entry;
  }
  return clocks;
}

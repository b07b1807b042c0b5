/**
 * Clocks of a record, by field. As long as nobody changed a field without knowing of another change, its entry is the clock of the op
 * that set it. Where more must be remembered it is an object, whose `clock` says the same (merge.ts has the meaning of the rest). Both
 * are plain JSON: a store keeps entries as they are and looks at nothing but `clockOf`.
 */
import type { FieldClock } from './hlc';
import type { FieldMemory } from './merging/memory';

export type ClockEntry = FieldClock | FieldMemory;
export type Clocks = Readonly<Record<string, ClockEntry>>;

/** The latest clock of a field: what an op that is made on it names as its base. */
export const clockOf = (entry: ClockEntry): FieldClock => (typeof entry === 'string' ? entry : entry.clock);

import { type FieldClock, fieldClock } from '#shared/sync/hlc';
import { metaFields, type Op } from '#shared/sync/op';
import { mergeStateOf } from './merge-state';
import type { RecordRow } from './row';
import { type SaveParts, write } from './write-own';

const aboutOp = new Set<string>([metaFields.touched, metaFields.settles]);

/**
 * Issues the fields of the parked ops of a record once more, with their present values; runs inside the transaction of the caller. A field
 * that was decided about goes in an op of its own: a decision names losing values by the clock of the op that set them, and
 * that op may have set other fields about which nobody decided. Gives the new revision; undefined when none was parked.
 */
export function sendAgain(parts: SaveParts, before: RecordRow): number | undefined {
  const { type, id } = before;
  const parked = parts.outbox.parkedOps(id);
  if (parked.length === 0) return undefined;
  const decided = decisionsOf(parked);
  const names = new Set(parked.flatMap(({ fields }) => fieldsOf(fields)));
  const { incarnation } = parts.outbox.identity();
  const unsent = new Set(parked.map((op) => fieldClock(op.stamp, incarnation, op.hash)));
  const { clocks } = mergeStateOf(parts.reader.byId(type, id) ?? before);
  // A field that holds nothing of what was parked, as a later change set it, needs nothing of it. Were it issued with what is refused once more, that
  // would replace the later change.
  const isMended = (field: string): boolean => !clocksIn(clocks[field]).some((clock) => unsent.has(clock));
  const plain = [...names].filter((field) => !decided.has(field) && !isMended(field));
  let revision: number | undefined;
  const issue = (fields: readonly string[], settles: readonly FieldClock[]): void => {
    const row = parts.reader.byId(type, id) ?? before;
    const present = mergeStateOf(row).fields;
    revision = write(parts, {
      type,
      id,
      before: { ...row, refused: true },
      set: {},
      fields: Object.fromEntries(fields.map((field) => [field, present[field] ?? null])),
      created: { at: row.createdAt, by: row.createdBy },
      at: row.updatedAt,
      removed: { at: row.removedAt, reason: row.removedReason },
      again: true,
      settles,
    });
  };
  if (plain.length > 0) issue(plain, []);
  for (const [field, settles] of decided) issue([field], [...settles]);
  parts.outbox.unpark(id);
  parts.clock.save();
  return revision;
}

/** Every clock that stands in an entry. */
const clocksIn = (entry: unknown): string[] =>
  typeof entry === 'string' ? [entry] : entry !== null && typeof entry === 'object' ? Object.values(entry).flatMap(clocksIn) : [];

const fieldsOf = (fields: Op['fields']): string[] => Object.keys(fields).filter((field) => !aboutOp.has(field));

/** For each field that a parked op decided about, the clocks of the values that lost. */
function decisionsOf(parked: readonly Op[]): Map<string, Set<FieldClock>> {
  const decided = new Map<string, Set<FieldClock>>();
  for (const { fields } of parked) {
    const settles = (fields[metaFields.settles] ?? []) as readonly FieldClock[];
    if (settles.length === 0) continue;
    for (const field of fieldsOf(fields)) decided.set(field, new Set([...(decided.get(field) ?? []), ...settles]));
  }
  return decided;
}

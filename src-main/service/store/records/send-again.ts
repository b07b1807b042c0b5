import type { FieldClock } from '#shared/sync/hlc';
import { metaFields, type Op } from '#shared/sync/op';
import { mergeStateOf } from './merge-state';
import type { RecordRow } from './row';
import { type SaveParts, write } from './save';

const aboutOp = new Set<string>([metaFields.touched, metaFields.settles]);

/**
 * Issues the fields of the parked ops of a record once more, with their present values; runs inside the transaction of the caller. A field
 * that was decided about goes in an op of its own: a decision names losing values by the clock of the op that set them, and
 * that op may have set other fields about which nobody decided. False: none was parked.
 */
export function sendAgain(parts: SaveParts, before: RecordRow): boolean {
  const { type, id } = before;
  const parked = parts.outbox.parkedOps(id);
  if (parked.length === 0) return false;
  const decided = decisionsOf(parked);
  const names = new Set(parked.flatMap(({ fields }) => fieldsOf(fields)));
  const plain = [...names].filter((field) => !decided.has(field));
  const issue = (fields: readonly string[], settles: readonly FieldClock[]): void => {
    const row = parts.reader.byId(type, id) ?? before;
    const present = mergeStateOf(row).fields;
    write(parts, {
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
  return true;
}

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

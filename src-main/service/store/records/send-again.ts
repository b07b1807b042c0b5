import { metaFields } from '#shared/sync/op';
import { mergeStateOf } from './merge-state';
import type { RecordRow } from './row';
import { type SaveParts, write } from './save';

const aboutOp = new Set<string>([metaFields.touched, metaFields.settles]);

/** Issues the fields of the parked ops of a record once more, with their present values; runs inside the transaction of the caller. False: none was. */
export function sendAgain(parts: SaveParts, before: RecordRow): boolean {
  const { type, id } = before;
  const parked = parts.outbox.parkedOps(id);
  if (parked.length === 0) return false;
  const present = mergeStateOf(before).fields;
  const names = new Set(parked.flatMap(({ fields }) => Object.keys(fields)).filter((field) => !aboutOp.has(field)));
  const settles = parked.flatMap(({ fields }) => (fields[metaFields.settles] ?? []) as readonly string[]);
  write(parts, {
    type,
    id,
    before: { ...before, refused: true },
    set: {},
    fields: Object.fromEntries([...names].map((field) => [field, present[field] ?? null])),
    created: { at: before.createdAt, by: before.createdBy },
    at: before.updatedAt,
    removed: { at: before.removedAt, reason: before.removedReason },
    again: true,
    settles,
  });
  parts.outbox.unpark(id);
  parts.clock.save();
  return true;
}

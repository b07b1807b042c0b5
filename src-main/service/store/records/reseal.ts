import type { Database } from 'better-sqlite3';
import { tableName, snakeCase } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import { recordTypeNames } from '#shared/records/record-type-name';
import { sealText, unsealText } from '../../vault/sealed-value';
import type { RawValues } from './derive';
import { type SaveParts, write } from './write-own';

/** Seals by the present key what only a former one opens; runs inside a transaction. Gives how many records. */
export function resealAll(parts: SaveParts, db: Database): number {
  let resealed = 0;
  for (const type of recordTypeNames) {
    const definition = recordType(type);
    const sealed = Object.entries(definition.fields).flatMap(([name, field]) => (field.kind === 'sealed' ? [name] : []));
    if (sealed.length === 0 || definition.author === 'hub') continue;
    const some = sealed.map((name) => `t."${snakeCase(name)}" IS NOT NULL`).join(' OR ');
    const ids = db
      .prepare<[], string>(`SELECT r.id FROM "${tableName(definition)}" t JOIN record r ON r.n = t.n WHERE ${some}`)
      .pluck()
      .all();
    for (const id of ids) if (resealOne(parts, type, id, sealed)) resealed += 1;
  }
  if (resealed > 0) parts.clock.save();
  return resealed;
}

function resealOne(parts: SaveParts, type: (typeof recordTypeNames)[number], id: string, fields: readonly string[]): boolean {
  const before = parts.reader.byId(type, id);
  if (!before) return false;
  const set: RawValues = {};
  for (const field of fields) {
    const envelope = before.values[field];
    const place = { type, id, field };
    if (typeof envelope !== 'string' || unsealText(parts.sealedKey, place, envelope) !== undefined) continue;
    const clear = unsealText(parts.sealedKey, place, envelope, parts.formerSealed);
    if (clear !== undefined) set[field] = sealText(parts.sealedKey, place, clear);
  }
  if (Object.keys(set).length === 0) return false;
  const at = new Date().toISOString();
  const created = { at: before.createdAt, by: before.createdBy };
  const removed = { at: before.removedAt, reason: before.removedReason };
  const revision = write(parts, { type, id, before, set, fields: set, created, at, removed });
  parts.audit.append({
    action: 'reseal',
    type,
    recordId: id,
    revision,
    at,
    changes: Object.fromEntries(Object.keys(set).map((field) => [field, ['[sealed]', '[sealed]']])),
  });
  return true;
}

import { AppError } from '#shared/errors/app-error';
import { checkValues } from '#shared/records/check';
import { InvalidRecord } from '#shared/records/invalid-record';
import { recordType } from '#shared/records/registry';
import { type Conflict, openConflicts } from '#shared/sync/merge';
import type { Json } from '#shared/sync/op';
import { sealText } from '../../vault/sealed-value';
import type { ConflictChoice, ConflictSide, SavedRecord } from '../record-store';
import { auditChanges } from './audit-changes';
import { type ConflictRow, sealedMark } from './conflict-table';
import { referencesOf } from './derive';
import { mergeStateOf } from './merge-state';
import type { RecordRow } from './row';
import { type Owed, requireReferences, saveChanges, tidy } from './save';
import { type SaveParts, write } from './write-own';

/**
 * Settles a conflict by an ordinary op that names the losing value's clock, so that it is settled wherever the op is merged. Also where what stands is
 * kept. One that is settled already is decided anew: the value is saved. Runs inside the transaction of the caller.
 */
export function settle(parts: SaveParts, row: ConflictRow, choice: ConflictChoice): SavedRecord {
  const { type, record_id: id, field } = row;
  const before = parts.reader.byId(type, id);
  if (!before) throw new AppError('record.notFound');
  const item = row.item === '' ? undefined : row.item;
  const open = openConflicts(type, mergeStateOf(before)).find(
    (one) => one.field === field && one.item === item && one.loser.clock === row.loser_clock,
  );
  if (!open) return decideAnew(parts, before, row, choice);

  const value = typeof choice === 'object' ? typedValue(parts, before, open, choice.typed) : open[choice].value;
  const whole = item === undefined ? value : withItem(before.values[field], item, value);
  const owed: Owed[] = referencesOf(type, { [field]: whole }).map((reference) => ({ ...reference, of: type }));
  if (typeof choice === 'object') requireReferences(parts.reader, owed);
  const set = { [field]: whole };
  const at = new Date().toISOString();
  const revision = write(parts, {
    type,
    id,
    before,
    set,
    fields: set,
    created: { at: before.createdAt, by: before.createdBy },
    at,
    removed: { at: before.removedAt, reason: before.removedReason },
    settles: [open.loser.clock],
    ...(item === undefined ? {} : { decided: { [field]: { [item]: open.winner.clock } } }),
  });
  parts.clock.save();
  parts.audit.append({ action: 'settle', type, recordId: id, revision, at, changes: auditChanges(type, before.values, set) });
  return { type, id, revision, created: false, changed: [field] };
}

function decideAnew(
  parts: SaveParts,
  before: RecordRow,
  { type, field, item, winner, loser }: ConflictRow,
  choice: ConflictChoice,
): SavedRecord {
  const chosen = typeof choice === 'object' ? choice.typed : (JSON.parse(choice === 'winner' ? winner : loser) as ConflictSide).value;
  // The text of a sealed field was not kept with its conflict.
  if (chosen === sealedMark && recordType(type).fields[field]?.kind === 'sealed') throw new AppError('record.notFound');
  const value = item === '' ? chosen : withItem(before.values[field], item, chosen as Json);
  const [saved] = saveChanges(parts, [{ type, id: before.id, values: { [field]: value } }], {});
  if (!saved) throw new AppError('record.notFound');
  return saved;
}

/** @throws InvalidRecord */
function typedValue(parts: SaveParts, before: RecordRow, { field, item }: Conflict, typed: unknown): Json {
  const definition = recordType(before.type);
  const given = item === undefined ? typed : withItem(before.values[field], item, typed as Json);
  const tidied = tidy(definition.fields, { [field]: given });
  const problems = checkValues(definition, tidied, { whole: false, typed: true });
  if (problems.length > 0) throw new InvalidRecord(definition, problems);
  const value = tidied[field] ?? null;
  if (item !== undefined) return itemsOf(value).find((one) => one.id === item) ?? null;
  const isSealed = definition.fields[field]?.kind === 'sealed' && typeof value === 'string';
  return isSealed ? sealText(parts.sealedKey, { type: before.type, id: before.id, field }, value) : value;
}

type Item = { readonly id: string } & { readonly [key: string]: Json };
const itemsOf = (value: Json | undefined): readonly Item[] => (Array.isArray(value) ? (value as readonly Item[]) : []);

/** The table with this item in the place where it stood, or at its end, or without it. */
function withItem(table: Json | undefined, id: string, item: Json): Json {
  const items = itemsOf(table);
  if (item === null) return items.filter((one) => one.id !== id);
  const next = { ...(item as Item), id };
  return items.some((one) => one.id === id) ? items.map((one) => (one.id === id ? next : one)) : [...items, next];
}

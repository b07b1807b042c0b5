import { isEmpty, checkValues } from '#shared/records/check';
import type { Field } from '#shared/records/field';
import { BrokenReference, InvalidRecord } from '#shared/records/invalid-record';
import type { FieldProblem } from '#shared/records/problem';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { canonical, type Json, metaFields } from '#shared/sync/op';
import { AppError } from '#shared/errors/app-error';
import { sealText, unsealText } from '../../vault/sealed-value';
import type { AuditTable } from '../audit-table';
import type { RecordChange, SaveContext, SavedRecord } from '../record-store';
import { uuid7 } from '../uuid7';
import { auditChanges } from './audit-changes';
import { type RawValues, type Reference, referencesOf } from './derive';
import { sendAgain } from './send-again';
import { type SaveParts, write } from './write-own';
import type { RecordRow, RowReader } from './row';

/** A reference that must exist when the whole save is written; records of one save may name each other in any order. */
export interface Owed extends Reference {
  readonly of: RecordTypeName;
}

/** Saves all changes; runs inside the transaction of the caller. */
export function saveChanges(parts: SaveParts, changes: readonly RecordChange[], context: SaveContext): SavedRecord[] {
  const owed: Owed[] = [];
  const saved = changes.map((change) => saveOne(parts, change, context, owed));
  requireReferences(parts.reader, owed);
  parts.clock.save();
  return saved;
}

function saveOne(parts: SaveParts, change: RecordChange, context: SaveContext, owed: Owed[]): SavedRecord {
  const { type } = change;
  const definition = recordType(type);
  if (definition.author === 'hub') throw new AppError('record.byHubOnly');
  const id = change.id ?? uuid7();
  const before = change.id === undefined ? undefined : parts.reader.byId(type, id);
  if (before === undefined && change.id !== undefined && parts.reader.typeOf(id) !== undefined) throw new AppError('record.notFound');

  const given = tidy(definition.fields, change.values);
  const problems = checkValues(definition, given, { whole: before === undefined, typed: context.typed === true });
  if (problems.length > 0) throw new InvalidRecord(definition, problems);

  const set = changedOnly(parts, type, id, definition.fields, given, before);
  const changed = Object.keys(set);
  if (before && changed.length === 0) return { type, id, revision: before.revision, created: false, changed };
  if (before && change.expectedRevision !== undefined && before.revision > change.expectedRevision)
    requireUntouched(parts.audit, id, change.expectedRevision, changed);
  for (const reference of referencesOf(type, set)) owed.push({ ...reference, of: type });

  const at = new Date().toISOString();
  const created = before ? { at: before.createdAt, by: before.createdBy } : { at, by: parts.userId };
  const fields: RawValues = before ? set : { ...set, [metaFields.createdAt]: created.at, [metaFields.createdBy]: created.by };
  let revision = write(parts, {
    type,
    id,
    before,
    set,
    fields,
    created,
    at,
    removed: { at: before?.removedAt ?? null, reason: before?.removedReason ?? null },
    isUnnamed: change.id === undefined,
  });
  // What the hub refused goes out anew with the change that mends it.
  if (before?.refused && parts.outbox.refusedOps(id).length > 0) revision = sendAgain(parts, before) ?? revision;
  parts.audit.append({
    action: before ? 'update' : 'create',
    type,
    recordId: id,
    revision,
    at,
    ...(context.reason === undefined ? {} : { reason: context.reason }),
    ...(before ? { changes: auditChanges(type, before.values, set) } : {}),
  });
  return { type, id, revision, created: !before, changed };
}

/** The form in which values are kept: composed Unicode, null for what is empty, ids for new items of lists, sets without repeats. */
export function tidy(fields: Readonly<Record<string, Field>>, values: Readonly<Record<string, unknown>>): RawValues {
  const result: RawValues = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined) continue;
    const field = fields[name];
    result[name] = isEmpty(value)
      ? null
      : field?.kind === 'list' && Array.isArray(value)
        ? (value.map(tidyItem) as Json)
        : tidyValue(value);
  }
  return result;
}

function tidyValue(value: unknown): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value))
    return [...new Set(value.map((item: unknown) => (typeof item === 'string' ? item.normalize('NFC') : item)))] as Json;
  return value as Json;
}

function tidyItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const kept = Object.entries(item)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => [name, tidyValue(value)]);
  return { id: uuid7(), ...Object.fromEntries(kept) };
}

function changedOnly(
  { sealedKey, formerSealed }: SaveParts,
  type: RecordTypeName,
  id: string,
  fields: Readonly<Record<string, Field>>,
  given: Readonly<RawValues>,
  before: RecordRow | undefined,
): RawValues {
  const set: RawValues = {};
  for (const name of Object.keys(given)) {
    const value = given[name] as Json;
    const old = before?.values[name] ?? null;
    if (fields[name]?.kind === 'sealed') {
      const place = { type, id, field: name };
      const clear = typeof old === 'string' ? unsealText(sealedKey, place, old, formerSealed) : null;
      if (value !== clear) set[name] = value === null ? null : sealText(sealedKey, place, value as string);
    } else if (value !== old && (old === null || value === null || canonical(value) !== canonical(old))) set[name] = value;
  }
  return set;
}

function requireUntouched(audit: AuditTable, id: string, revision: number, changed: readonly string[]): void {
  const since = audit.changedSince(id, revision);
  if (changed.some((field) => since.has(field))) throw new AppError('record.changedMeanwhile');
}

/** @throws BrokenReference */
export function requireReferences(reader: RowReader, owed: readonly Owed[]): void {
  const types = new Map<string, RecordTypeName | undefined>();
  for (const { of, field, to, types: allowed, itemId, subField } of owed) {
    if (!types.has(to)) types.set(to, reader.typeOf(to));
    const found = types.get(to);
    if (found !== undefined && allowed.includes(found)) continue;
    const problem: FieldProblem = {
      field,
      problem: 'brokenReference',
      ...(itemId === undefined ? {} : { itemId }),
      ...(subField === undefined ? {} : { subField }),
    };
    throw new BrokenReference(recordType(of), problem);
  }
}

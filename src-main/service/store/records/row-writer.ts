import type { Database, Statement } from 'better-sqlite3';
import { columnsOf, fitsColumn, tableName, toColumn, type Column, type ColumnValue } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Json } from '#shared/sync/op';
import type { IndexWriter } from '../../search/index-writer';
import { derive, type RawValues, referencesOf } from './derive';
import type { RecordRow } from './row';
import { isSearchedField } from './search-text';
import type { Titles } from './titles';

/** A change that was decided (by a save or a merge) and is now written to all tables that hold the record. */
export interface RowChange {
  readonly type: RecordTypeName;
  readonly id: string;
  /** The row as it is; absent for a new record. */
  readonly before?: RecordRow | undefined;
  /** New values of the fields that change; null clears. Also fields that this version does not know. */
  readonly set: Readonly<RawValues>;
  /** As they are stored (records/clocks). */
  readonly clocks: string;
  readonly created: { readonly at: string; readonly by: string };
  readonly updated: { readonly at: string; readonly by: string };
  readonly removed: { readonly at: string | null; readonly reason: string | null };
  /** Number of the own op; absent when it came from another workstation. */
  readonly seq?: number;
  /** The id was made just now: nothing can name the record yet. */
  readonly isUnnamed?: boolean | undefined;
}

export interface RowWriter {
  /** Writes all tables but audit and outbox. Gives the new revision. */
  write(change: RowChange): number;
}

/** Most different combinations of fields whose statement is kept. */
const mostStatements = 300;

export function createRowWriter(db: Database, index: IndexWriter, titles: Titles): RowWriter {
  const insertRecord =
    db.prepare(`INSERT INTO record (id, type, title, year, due_on, closed, secrecy, created_at, created_by, updated_at, updated_by, removed_at, removed_reason, revision, last_seq, clocks, extra)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`);
  const updateRecord =
    db.prepare(`UPDATE record SET title = ?, year = ?, due_on = ?, closed = ?, secrecy = ?, created_at = ?, created_by = ?, updated_at = ?, updated_by = ?, removed_at = ?, removed_reason = ?,
    revision = ?, last_seq = ?, clocks = ?, extra = ? WHERE n = ?`);
  const addRef = db.prepare('INSERT OR IGNORE INTO record_ref (to_id, from_n, field) VALUES (?, ?, ?)');
  const dropRef = db.prepare('DELETE FROM record_ref WHERE to_id = ? AND from_n = ? AND field = ?');
  const tables = new Map<RecordTypeName, TypeTable>();
  const tableOf = (type: RecordTypeName): TypeTable => {
    const known = tables.get(type) ?? typeTable(db, type);
    tables.set(type, known);
    return known;
  };

  const writeRefs = (n: number, change: RowChange, values: Readonly<RawValues>): void => {
    const now = referencesOf(change.type, values, change.set);
    if (change.before) {
      const kept = new Set(now.map(({ field, to }) => `${field} ${to}`));
      for (const { field, to } of referencesOf(change.type, change.before.values, change.set))
        if (!kept.has(`${field} ${to}`)) dropRef.run(to, n, field);
    }
    for (const { field, to } of now) addRef.run(to, n, field);
  };

  return {
    write: (change) => {
      const { type, id, before, set } = change;
      const table = tableOf(type);
      const { values, extra } = place(table, before, set);
      const derived = derive(type, values, titles.titleOf);
      const removed = change.removed.at === null ? 0 : 1;
      const extraText = isVoid(extra) ? null : JSON.stringify(extra);
      const { at, by } = change.created;
      const common = [
        derived.title,
        derived.year,
        derived.dueOn,
        derived.closed,
        derived.secrecy,
        at,
        by,
        change.updated.at,
        change.updated.by,
        change.removed.at,
        change.removed.reason,
      ];
      const revision = (before?.revision ?? 0) + 1;
      let n: number;
      if (before) {
        n = before.n;
        updateRecord.run(...common, revision, change.seq ?? before.lastSeq, change.clocks, extraText, n);
        table.update(n, removed, set, extra);
      } else {
        n = Number(insertRecord.run(id, type, ...common, change.seq ?? 0, change.clocks, extraText).lastInsertRowid);
        table.insert(n, removed, values);
      }
      writeRefs(n, change, values);
      titles.drop(id);

      const wasIndexed = before !== undefined && before.removedAt === null;
      if (removed === 1) {
        if (wasIndexed) index.remove(n);
      } else {
        const textChanged = !wasIndexed || Object.keys(set).some((field) => isSearchedField(type, field));
        index.put({ n, id, type, values, year: derived.year, isNew: !wasIndexed, isUnnamed: change.isUnnamed === true, textChanged });
      }
      return revision;
    },
  };
}

const isVoid = (object: object): boolean => {
  for (const _ in object) return false;
  return true;
};

/** Values after the change, and what has no column to stand in (unknown fields, values of another kind). */
function place(table: TypeTable, before: RecordRow | undefined, set: Readonly<RawValues>): { values: RawValues; extra: RawValues } {
  const values: RawValues = { ...before?.values };
  const extra: RawValues = { ...before?.extra };
  for (const field of Object.keys(set)) {
    const value = set[field] as Json;
    const column = table.byField.get(field);
    if (before) {
      delete values[field];
      delete extra[field];
    }
    if (value === null) continue;
    if (column && fitsColumn(column.definition, value)) values[field] = value;
    else extra[field] = value;
  }
  return { values, extra };
}

interface TypeTable {
  readonly byField: ReadonlyMap<string, Column>;
  insert(n: number, removed: number, values: Readonly<RawValues>): void;
  update(n: number, removed: number, set: Readonly<RawValues>, extra: Readonly<RawValues>): void;
}

function typeTable(db: Database, name: RecordTypeName): TypeTable {
  const type = recordType(name);
  const columns = columnsOf(type);
  const table = tableName(type);
  const byField = new Map(columns.map((column) => [column.field, column]));
  const inserts = new Map<string, Statement>();
  /** Of the columns that hold something: a type has three times as many. */
  const insertOf = (filled: readonly Column[]): Statement => {
    let key = '';
    for (const { column } of filled) key += `${column},`;
    const known = inserts.get(key);
    if (known) return known;
    if (inserts.size >= mostStatements) inserts.clear();
    const made = db.prepare(
      `INSERT INTO "${table}" (n, removed${filled.map(({ column }) => `, "${column}"`).join('')}) VALUES (?, ?${', ?'.repeat(filled.length)})`,
    );
    inserts.set(key, made);
    return made;
  };
  const updates = new Map<string, Statement>();
  const updateOf = (changed: readonly Column[]): Statement => {
    const key = changed.map(({ column }) => column).join();
    const known = updates.get(key);
    if (known) return known;
    if (updates.size >= mostStatements) updates.clear();
    const made = db.prepare(`UPDATE "${table}" SET removed = ?${changed.map(({ column }) => `, "${column}" = ?`).join('')} WHERE n = ?`);
    updates.set(key, made);
    return made;
  };
  return {
    byField,
    insert: (n, removed, values) => {
      const filled: Column[] = [];
      const cells: ColumnValue[] = [n, removed];
      for (const field of Object.keys(values)) {
        const column = byField.get(field) as Column;
        filled.push(column);
        cells.push(toColumn(column.definition, values[field] ?? null));
      }
      insertOf(filled).run(cells);
    },
    update: (n, removed, set, extra) => {
      const changed = columns.filter(({ field }) => field in set);
      const stored = (column: Column): Json => (column.field in extra ? null : (set[column.field] ?? null));
      updateOf(changed).run(removed, ...changed.map((column) => toColumn(column.definition, stored(column))), n);
    },
  };
}

import type { Database } from 'better-sqlite3';
import { type Column, columnsOf, fromColumn, tableName, type ColumnValue } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Json } from '#shared/sync/op';
import { type Clocks, unpackClocks } from './clocks';
import type { RawValues } from './derive';

/** A record as it lies in the database; `values` are those that hold something, sealed fields as envelopes. */
export interface RecordRow {
  readonly n: number;
  readonly id: string;
  readonly type: RecordTypeName;
  readonly values: RawValues;
  readonly dueOn: string | null;
  readonly closed: boolean;
  readonly year: number | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly removedAt: string | null;
  readonly removedReason: string | null;
  readonly revision: number;
  readonly lastSeq: number;
  readonly refused: boolean;
  /** Parsed when asked for: only writing needs them. */
  clocks(): Clocks;
  readonly extra: RawValues;
}

const shared = [
  'n',
  'id',
  'due_on',
  'closed',
  'year',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'removed_at',
  'removed_reason',
  'revision',
  'last_seq',
  'refused',
  'clocks',
  'extra',
] as const;
type SharedName = (typeof shared)[number];

export interface RowReader {
  byId(type: RecordTypeName, id: string): RecordRow | undefined;
  byN(type: RecordTypeName, n: number): RecordRow | undefined;
  typeOf(id: string): RecordTypeName | undefined;
}

export function createRowReader(db: Database): RowReader {
  const typeOf = db.prepare<[string], RecordTypeName>('SELECT type FROM record WHERE id = ?').pluck();
  const readers = new Map<RecordTypeName, ReturnType<typeof readerOf>>();
  const reader = (name: RecordTypeName) => {
    const known = readers.get(name) ?? readerOf(db, name);
    readers.set(name, known);
    return known;
  };
  return { byId: (type, id) => reader(type).byId(id), byN: (type, n) => reader(type).byN(n), typeOf: (id) => typeOf.get(id) };
}

function readerOf(db: Database, name: RecordTypeName) {
  const type = recordType(name);
  const columns = columnsOf(type);
  const select = `SELECT ${shared.map((column) => `r.${column}`).join(', ')}, ${columns.map(({ column }) => `t."${column}"`).join(', ')} FROM record r JOIN "${tableName(type)}" t ON t.n = r.n`;
  const byId = db.prepare<[string], ColumnValue[]>(`${select} WHERE r.id = ?`).raw();
  const byN = db.prepare<[number], ColumnValue[]>(`${select} WHERE r.n = ?`).raw();
  const decode = (row: ColumnValue[] | undefined): RecordRow | undefined => row && rowOf(name, columns, row);
  return { byId: (id: string) => decode(byId.get(id)), byN: (n: number) => decode(byN.get(n)) };
}

function rowOf(type: RecordTypeName, columns: readonly Column[], row: readonly ColumnValue[]): RecordRow {
  const at = <T extends ColumnValue>(column: SharedName): T => row[shared.indexOf(column)] as T;
  const values: RawValues = {};
  columns.forEach(({ field, definition }, i) => {
    const stored = row[shared.length + i] as ColumnValue;
    if (stored !== null) values[field] = fromColumn(definition, stored);
  });
  return {
    n: at('n'),
    id: at('id'),
    type,
    values,
    dueOn: at('due_on'),
    closed: at<number>('closed') === 1,
    year: at('year'),
    createdAt: at('created_at'),
    createdBy: at('created_by'),
    updatedAt: at('updated_at'),
    updatedBy: at('updated_by'),
    removedAt: at('removed_at'),
    removedReason: at('removed_reason'),
    revision: at('revision'),
    lastSeq: at('last_seq'),
    refused: at<number>('refused') > 0,
    clocks: () => unpackClocks(at('clocks')),
    extra: extraOf(at('extra')),
  };
}

const extraOf = (text: string | null): RawValues => (text === null ? {} : (JSON.parse(text) as Record<string, Json>));

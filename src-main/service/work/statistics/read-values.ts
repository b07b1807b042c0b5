import type { Database } from 'better-sqlite3';
import { type Column, type ColumnValue, columnsOf, fromColumn, isJsonKind, tableName } from '#shared/records/columns';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { RecordRef } from '#shared/statistics/fact';
import type { Stored } from '#shared/statistics/facts/world';
import type { Json } from '#shared/sync/op';
import type { Book } from '../../book/book';
import { codesIn } from './codes-in';

/** A field, or a list with those codes of its items that are asked for. */
export type AskedField<N extends RecordTypeName> =
  | (keyof ValuesOfType<N> & string)
  | readonly [list: keyof ValuesOfType<N> & string, ...codes: string[]];

export interface Asked<N extends RecordTypeName> {
  readonly type: N;
  readonly fields: readonly AskedField<N>[];
  /** SQL over quoted columns of the table. */
  readonly where?: string;
  /** Records with their ids at once, because all of them will be asked for. */
  readonly ids?: boolean;
}

/** Between the codes of a record that are read as one text. */
const between = '\x1f';

/**
 * Values of all records of a type that were not moved aside, of the fields asked for, straight from their table: statistics read thousands
 * of records of which they need a few fields. What is given may be shared between records, and is not to be changed.
 *
 * Two things make it quick. Ids stand in the table of all records, whose rows are wide: they are looked up when somebody asks. And the codes
 * of a record are read as one text, of which a term of petitions has some hundred: each is taken apart once.
 */
export function readValues<N extends RecordTypeName>(
  { db }: Book,
  { type, fields, where = '1', ids = false }: Asked<N>,
  ...params: readonly string[]
): Stored<ValuesOfType<N>>[] {
  const definition = recordType(type);
  const wanted = new Map<string, readonly string[]>(
    fields.map((asked) => (typeof asked === 'string' ? [asked, []] : asked.length > 1 ? [asked[0], asked.slice(1)] : [asked[0], []])),
  );
  const columns = columnsOf(definition).filter(({ field }) => wanted.has(field));
  const table = `"${tableName(definition)}"`;
  const place = ({ column }: Column): string => `${table}."${column}"`;
  const lists = columns.filter(({ field }) => (wanted.get(field) ?? []).length > 0);
  const coded = columns.filter(({ definition: { kind } }) => kind === 'code' || kind === 'codes');
  const own = columns.filter((column) => !lists.includes(column) && !coded.includes(column));
  const packed = coded.length > 0 ? `concat_ws(char(31), ${coded.map((column) => `coalesce(${place(column)}, '')`).join(', ')})` : `''`;
  const read = [`${table}.n`, packed, ...[...lists, ...own].map(place), ...(ids ? ['record.id'] : [])].join(', ');
  const rows = db
    .prepare<string[], readonly ColumnValue[]>(
      `SELECT ${read} FROM ${table}${ids ? ` JOIN record ON record.n = ${table}.n` : ''} WHERE ${table}.removed = 0 AND ${where}`,
    )
    .raw()
    .all(...params);

  // All records begin as copies of one that has all names, empty ones too: thousands of them then have one shape, and none grows.
  const empty: Readonly<Record<string, unknown>> = Object.fromEntries(columns.map(({ field }) => [field, undefined]));
  const known = new Map<string, Readonly<Record<string, unknown>>>();
  const codesOf = (text: string): Readonly<Record<string, unknown>> => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const parts = text.split(between);
    const values = { ...empty };
    coded.forEach(({ field, definition: of }, at) => {
      if (parts[at]) values[field] = fromColumn(of, parts[at]);
    });
    lists.forEach(({ field }, at) => {
      const items = parts[coded.length + at];
      if (items) values[field] = JSON.parse(items);
    });
    known.set(text, values);
    return values;
  };
  const codesOfList = lists.map(({ field }) => codesIn(wanted.get(field) ?? []));
  const names = own.map(({ field }) => field);
  const readers = own.map(({ definition: of }) => (isJsonKind(of.kind) ? jsonReader() : (cell: ColumnValue) => fromColumn(of, cell)));
  const find = db.prepare<[number], string>('SELECT id FROM record WHERE n = ?').pluck();
  const ofLists = 2;
  const ofOwn = ofLists + lists.length;
  const ofId = ofOwn + own.length;
  return rows.map((row) => {
    let text = row[1] as string;
    for (let at = 0; at < codesOfList.length; at += 1) {
      const cell = row[ofLists + at];
      text += between;
      if (cell !== null) text += (codesOfList[at] as (cell: string) => string)(cell as string);
    }
    const shared = codesOf(text);
    const values = { ...shared };
    for (let at = 0; at < names.length; at += 1) {
      const cell = row[ofOwn + at] ?? null;
      if (cell !== null) values[names[at] as string] = (readers[at] as (cell: ColumnValue) => Json)(cell);
    }
    const record = new StoredRecord(type, row[0] as number, find, ids ? (row[ofId] as string) : undefined);
    return { record, values: values as ValuesOfType<N>, coded: shared as Partial<ValuesOfType<N>> };
  });
}

/** A record of the store whose id is looked up at the first question. */
class StoredRecord implements RecordRef {
  readonly type: RecordTypeName;
  readonly n: number;
  readonly #find: Find;
  #id: string | undefined;
  constructor(type: RecordTypeName, n: number, find: Find, id: string | undefined) {
    this.type = type;
    this.n = n;
    this.#find = find;
    this.#id = id;
  }
  get id(): string {
    return (this.#id ??= this.#find.get(this.n) ?? '');
  }
}
type Find = ReturnType<ReturnType<Database['prepare']>['pluck']> & { get(n: number): string | undefined };

/** Lists as short as this (a reference, a few codes) stand in many records, and are read once. */
const shortList = 64;

function jsonReader(): (cell: ColumnValue) => Json {
  const known = new Map<string, Json>();
  return (cell) => {
    const text = cell as string;
    if (text.length > shortList) return JSON.parse(text) as Json;
    const before = known.get(text);
    if (before !== undefined) return before;
    const parsed = JSON.parse(text) as Json;
    known.set(text, parsed);
    return parsed;
  };
}

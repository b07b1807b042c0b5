import type { Database } from 'better-sqlite3';
import type { Field } from '#shared/records/field';
import { type Column, type ColumnValue, columnsOf, fromColumn, isJsonKind, tableName } from '#shared/records/columns';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { RecordRef } from '#shared/statistics/fact';
import type { Stored } from '#shared/statistics/facts/world';
import type { Json } from '#shared/sync/op';
import type { Book } from '../../book/book';
import { type CodesOfItems, codesOfItems } from './codes-of-items';

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
  /** In the order of the table and not of an index: where none leads to the records. */
  readonly scan?: boolean;
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
export const readValues = <N extends RecordTypeName>(
  book: Book,
  asked: Asked<N>,
  ...params: readonly string[]
): Stored<ValuesOfType<N>>[] => valuesReader(book, asked)(asked.where ?? '1', ...params);

/** Reads several times what is asked for, of other records each time; all that it gives share their codes. */
export function valuesReader<N extends RecordTypeName>(
  { db }: Book,
  { type, fields, ids = false, scan = false }: Omit<Asked<N>, 'where'>,
): (where: string, ...params: readonly (string | number)[]) => Stored<ValuesOfType<N>>[] {
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
  const from = `${table}${scan ? ' NOT INDEXED' : ''}${ids ? ` JOIN record ON record.n = ${table}.n` : ''}`;
  const rowsWhere = (where: string, params: readonly (string | number)[]) =>
    db
      .prepare<(string | number)[], readonly ColumnValue[]>(`SELECT ${read} FROM ${from} WHERE ${table}.removed = 0 AND ${where}`)
      .raw()
      .all(...params);

  const codesOf = sharedCodes(
    columns,
    coded,
    lists.map(({ field }) => ({ field, ...codesOfItems(wanted.get(field) ?? []) })),
  );
  const names = own.map(({ field }) => field);
  const readers = own.map(({ definition: of }) => readerOf(of));
  const find = db.prepare<[number], string>('SELECT id FROM record WHERE n = ?').pluck();
  const ofOwn = 2 + lists.length;
  const ofId = ofOwn + own.length;
  const storedOf = (row: readonly ColumnValue[]): Stored<ValuesOfType<N>> => {
    const shared = codesOf(row);
    const values: Record<string, unknown> = { ...shared };
    for (let at = 0; at < names.length; at += 1) {
      const cell = row[ofOwn + at];
      if (cell === null || cell === undefined) continue;
      const read = readers[at];
      values[names[at] as string] = read ? read(cell) : cell;
    }
    const record = new StoredRecord(type, row[0] as number, find, ids ? (row[ofId] as string) : undefined);
    return { record, values: values as ValuesOfType<N>, coded: shared as Partial<ValuesOfType<N>> };
  };
  return (where, ...params) => rowsWhere(where, params).map(storedOf);
}

type Values = Readonly<Record<string, unknown>>;
interface ListOfCodes extends CodesOfItems {
  readonly field: string;
}
interface Node {
  values: Values | undefined;
  readonly next: Map<string, Node>;
}

/** Finds the values that follow from the codes of a row (its second cell) and those of its lists (the cells after it), the same object for the same codes. */
function sharedCodes(
  columns: readonly Column[],
  coded: readonly Column[],
  lists: readonly ListOfCodes[],
): (row: readonly ColumnValue[]) => Values {
  // All records begin as copies of one that has all names, empty ones too: thousands of them then have one shape, and none grows.
  const empty: Values = Object.fromEntries(columns.map(({ field }) => [field, undefined]));
  const make = (row: readonly ColumnValue[]): Values => {
    const values: Record<string, unknown> = { ...empty };
    const parts = (row[1] as string).split(between);
    coded.forEach(({ field, definition }, at) => {
      if (parts[at]) values[field] = fromColumn(definition, parts[at]);
    });
    lists.forEach(({ field, read, items }, at) => {
      const cell = row[2 + at];
      if (cell) values[field] = items(read(cell as string));
    });
    return values;
  };
  const root = new Map<string, Node>();
  return (row) => {
    let node = stepTo(root, row[1] as string);
    for (let at = 0; at < lists.length; at += 1) {
      const cell = row[2 + at];
      node = stepTo(node.next, cell ? (lists[at] as ListOfCodes).read(cell as string) : '');
    }
    return (node.values ??= make(row));
  };
}

function stepTo(from: Map<string, Node>, text: string): Node {
  let node = from.get(text);
  if (node === undefined) from.set(text, (node = { values: undefined, next: new Map() }));
  return node;
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

/** Undefined where the cell is the value. */
function readerOf(field: Field): ((cell: ColumnValue) => Json) | undefined {
  if (field.kind === 'boolean') return (cell) => fromColumn(field, cell);
  if (!isJsonKind(field.kind)) return undefined;
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

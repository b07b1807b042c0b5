import { type ColumnValue, columnsOf, fromColumn, isJsonKind, tableName } from '#shared/records/columns';
import type { Field } from '#shared/records/field';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Stored } from '#shared/statistics/facts/world';
import type { Json } from '#shared/sync/op';
import type { Book } from '../../book/book';

/** Lists as short as this (a reference, a few codes) stand in many records, and are read once. */
const shortList = 64;

/** A field, or a list with the one code of its items that is asked for. */
export type AskedField<N extends RecordTypeName> =
  | (keyof ValuesOfType<N> & string)
  | readonly [list: keyof ValuesOfType<N> & string, code: string];

/**
 * Values of all records of a type that were not moved aside, of the fields asked for, straight from their table: statistics read thousands
 * of records of which they need a few fields. `where` is SQL over quoted columns of the table, and `record.id`. What is given may be shared
 * between records, and is not to be changed.
 */
export function readValues<N extends RecordTypeName>(
  { db }: Book,
  type: N,
  fields: readonly AskedField<N>[],
  where = '1',
  ...params: readonly string[]
): Stored<ValuesOfType<N>>[] {
  const definition = recordType(type);
  const wanted = new Map<string, string | undefined>(fields.map((asked) => (typeof asked === 'string' ? [asked, undefined] : [...asked])));
  const columns = columnsOf(definition).filter(({ field }) => wanted.has(field));
  const table = `"${tableName(definition)}"`;
  const rows = db
    .prepare<string[], readonly ColumnValue[]>(
      `SELECT record.id, ${columns.map(({ column }) => `${table}."${column}"`).join(', ')} FROM ${table} JOIN record ON record.n = ${table}.n WHERE ${table}.removed = 0 AND ${where}`,
    )
    .raw()
    .all(...params);
  const names = columns.map(({ field }) => field);
  const read = columns.map(({ field, definition: of }) => readerOf(of, wanted.get(field)));
  // All records begin as copies of one that has all names, empty ones too: thousands of them then have one shape, and none grows.
  const empty: Readonly<Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, undefined]));
  return rows.map((row) => {
    const values = { ...empty };
    for (let at = 0; at < names.length; at += 1) {
      const cell = row[at + 1] ?? null;
      if (cell !== null) values[names[at] as string] = (read[at] as Reader)(cell);
    }
    return { id: row[0] as string, values: values as ValuesOfType<N> };
  });
}

type Reader = (cell: ColumnValue) => Json;

/**
 * Reads of a list of items only one code of each, without reading the texts beside it. Inside of a JSON text every quotation mark is escaped,
 * so the name between two bare ones can only be a key. Lists of one item, as most are, are shared.
 */
function codeReader(code: string): Reader {
  const name = `"${code}":"`;
  const ofOne = new Map<string, Json>();
  const itemsOf = (value: string): Json => {
    const known = ofOne.get(value) ?? [{ [code]: value }];
    ofOne.set(value, known);
    return known;
  };
  return (cell) => {
    const text = cell as string;
    const found: string[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at)) {
      at += name.length;
      const value = text.slice(at, text.indexOf('"', at));
      // No code is written with an escape.
      if (!value.includes('\\')) found.push(value);
    }
    const [only] = found;
    return only !== undefined && found.length === 1 ? itemsOf(only) : found.map((value) => ({ [code]: value }));
  };
}

function readerOf(field: Field, code: string | undefined): Reader {
  if (code !== undefined) return codeReader(code);
  if (field.kind === 'boolean') return (cell) => fromColumn(field, cell);
  if (!isJsonKind(field.kind)) return (cell) => cell;
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

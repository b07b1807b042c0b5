import { type ColumnValue, columnsOf, fromColumn, tableName } from '#shared/records/columns';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Stored } from '#shared/statistics/facts/world';
import type { Book } from '../../book/book';

/**
 * Values of all records of a type that were not moved aside, of the fields asked for, straight from their table: statistics read thousands
 * of records of which they need a few fields. `where` is SQL over quoted columns of the table.
 */
export function readValues<N extends RecordTypeName>(
  { db }: Book,
  type: N,
  fields: readonly (keyof ValuesOfType<N> & string)[],
  where = '1',
  ...params: readonly string[]
): Stored<ValuesOfType<N>>[] {
  const definition = recordType(type);
  const columns = columnsOf(definition).filter(({ field }) => (fields as readonly string[]).includes(field));
  const table = `"${tableName(definition)}"`;
  const rows = db
    .prepare<string[], readonly ColumnValue[]>(
      `SELECT record.id, ${columns.map(({ column }) => `${table}."${column}"`).join(', ')} FROM ${table} JOIN record ON record.n = ${table}.n WHERE ${table}.removed = 0 AND ${where}`,
    )
    .raw()
    .all(...params);
  return rows.map(([id, ...cells]) => {
    const values: Record<string, unknown> = {};
    columns.forEach(({ field, definition: of }, index) => {
      const cell = cells[index] ?? null;
      if (cell !== null) values[field] = fromColumn(of, cell);
    });
    return { id: id as string, values: values as ValuesOfType<N> };
  });
}

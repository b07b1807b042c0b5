import type { Json } from '#shared/sync/op';
import type { Sql } from '../database/database';
import { columnValue } from './column-value';
import { quote, type Table } from './tables';

type Fields = Readonly<Record<string, Json>>;

export interface Projected {
  readonly id: string;
  readonly fields: Fields;
}

/** Writes the present values of records of one type to its table. */
export async function project(sql: Sql, commune: string, table: Table, records: readonly Projected[]): Promise<void> {
  const rows = records.map(({ id, fields }) => shownRow(table, id, fields, JSON.stringify(fields)));
  await sql.prepared(`project ${table.table}`, projection(table, 2), [commune, `[${rows.join(',')}]`]);
}

/** A record as {@link projection} reads it: JSON of its fields and, behind them so that no field can pose as it, its id. */
export function shownRow(table: Table, id: string, fields: Fields, json: string): string {
  const fitting = fittingFields(table, fields);
  const shown = fitting ? JSON.stringify(fitting) : json;
  return `${shown.slice(0, -1)}${shown === '{}' ? '' : ','}"id":${JSON.stringify(id)}}`;
}

/** Those values that the table can hold; undefined when it can hold all of them as they are. */
function fittingFields({ byField }: Table, fields: Fields): Fields | undefined {
  for (const name in fields) {
    const column = byField.get(name);
    const value = fields[name] ?? null;
    if (column && value !== null && columnValue(column.type, value) !== value) return fitted(byField, fields);
  }
  return undefined;
}

const fitted = (byField: Table['byField'], fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const column = byField.get(name);
      return column ? [[name, columnValue(column.type, value)]] : [];
    }),
  );

const statements = new Map<string, string>();

/** INSERT of {@link shownRow}s; $1 is the commune, parameter number `rows` their JSON array. */
export function projection(table: Table, rows: number): string {
  const key = `${table.table} ${rows}`;
  const known = statements.get(key);
  if (known) return known;
  const names = table.columns.map((column) => quote(column.name));
  const fields = table.columns.map((column) => quote(column.field));
  const text = `INSERT INTO ${table.name} (commune, id, updated_at, ${names.join(', ')})
    SELECT $1, id, now(), ${fields.join(', ')}
    FROM json_to_recordset($${rows}::json) AS shown (id text, ${table.columns.map((column, i) => `${fields[i]} ${column.type}`).join(', ')})
    ON CONFLICT (commune, id) DO UPDATE SET updated_at = now(), ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  statements.set(key, text);
  return text;
}

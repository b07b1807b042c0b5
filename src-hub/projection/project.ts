import type { Json } from '#shared/sync/op';
import type { Sql } from '../database/database';
import { columnValue } from './column-value';
import { quote, type Table, tableOf } from './tables';

export interface Projected {
  readonly type: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/**
 * Writes the present values of records to their tables, in the transaction that changed them. Types that this hub does not
 * know yet wait in `record_state` (ensure-tables.ts).
 */
export async function project(sql: Sql, commune: string, records: Iterable<Projected>): Promise<void> {
  const rowsOf = new Map<Table, Record<string, Json>[]>();
  for (const { type, id, fields } of records) {
    const table = tableOf(type);
    if (!table) continue;
    const row: Record<string, Json> = { id };
    for (const column of table.columns) {
      const value = columnValue(column.type, fields[column.field]);
      if (value !== null) row[column.name] = value;
    }
    const rows = rowsOf.get(table);
    if (rows) rows.push(row);
    else rowsOf.set(table, [row]);
  }
  for (const [table, rows] of rowsOf) await sql.prepared(`project ${table.table}`, upsert(table), [commune, JSON.stringify(rows)]);
}

const statements = new Map<Table, string>();

function upsert(table: Table): string {
  const known = statements.get(table);
  if (known) return known;
  const names = table.columns.map((column) => quote(column.name));
  const text = `INSERT INTO ${table.name} (commune, id, updated_at, ${names.join(', ')})
    SELECT $1, id, now(), ${names.join(', ')} FROM json_populate_recordset(null::${table.name}, $2::json)
    ON CONFLICT (commune, id) DO UPDATE SET updated_at = now(), ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  statements.set(table, text);
  return text;
}

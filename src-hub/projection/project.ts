import { isRecordTypeName } from '#shared/records/registry';
import type { MergeState } from '#shared/sync/merge';
import type { Sql } from '../database/database';
import { quote, type Table, tableOf } from './tables';

export interface Changed {
  readonly type: string;
  readonly id: string;
  readonly state: MergeState;
}

/** Writes the present values of the changed records to their tables, in the transaction that changed them. */
export async function project(sql: Sql, commune: string, changed: Iterable<Changed>): Promise<void> {
  const byTable = new Map<Table, Record<string, unknown>[]>();
  for (const { type, id, state } of changed) {
    const table = isRecordTypeName(type) ? tableOf(type) : undefined;
    if (!table) continue;
    const row: Record<string, unknown> = { commune, id };
    for (const { field, name } of table.columns) row[name] = state.fields[field] ?? null;
    const rows = byTable.get(table) ?? [];
    rows.push(row);
    byTable.set(table, rows);
  }
  for (const [table, rows] of byTable) await sql.query(upsert(table), [JSON.stringify(rows)]);
}

const statements = new Map<Table, string>();

function upsert(table: Table): string {
  const known = statements.get(table);
  if (known) return known;
  const names = table.columns.map((column) => quote(column.name));
  const text = `INSERT INTO ${table.name} (commune, id, updated_at, ${names.join(', ')})
    SELECT commune, id, now(), ${names.join(', ')} FROM jsonb_populate_recordset(null::${table.name}, $1::jsonb)
    ON CONFLICT (commune, id) DO UPDATE SET updated_at = now(), ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  statements.set(table, text);
  return text;
}

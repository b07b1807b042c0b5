import { recordType } from '#shared/records/registry';
import type { Json } from '#shared/sync/op';
import type { Sql } from '../database/database';
import { partitionsOf } from '../database/partitions';
import { project } from './project';
import { quote, type Table, tables } from './tables';
import { numberClashView } from './number-clash';

/**
 * Makes missing tables and columns from the definitions, so that a field or type added there appears here at the next start, with
 * what older hubs kept of it in the record states.
 */
export async function ensureTables(sql: Sql): Promise<void> {
  const rows = await sql.query<{ c: string }>(
    `SELECT table_name || '.' || column_name AS c FROM information_schema.columns WHERE table_schema = 'projection'`,
  );
  const present = new Set(rows.map((row) => row.c));
  const changed = tables.filter((table) =>
    ['id', ...table.columns.map((c) => c.name)].some((name) => !present.has(`${table.table}.${name}`)),
  );
  await sql.query([...changed.map((table) => definition(table, present)), numberClashView()].join('\n'));
  for (const table of changed) await fill(sql, table);
}

function definition(table: Table, present: ReadonlySet<string>): string {
  const isNew = !present.has(`${table.table}.id`);
  const missing = table.columns.filter((column) => !present.has(`${table.table}.${column.name}`));
  const comments = missing.map((column) => `COMMENT ON COLUMN ${table.name}.${quote(column.name)} IS ${literal(column.comment)};`);
  const columns = missing.map((column) => `${quote(column.name)} ${column.type}`);
  if (!isNew) return [`ALTER TABLE ${table.name} ${columns.map((column) => `ADD COLUMN ${column}`).join(', ')};`, ...comments].join('\n');
  return [
    `CREATE TABLE ${table.name} (commune text NOT NULL, id text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(), ${columns.join(', ')}, PRIMARY KEY (commune, id)) PARTITION BY HASH (commune);`,
    partitionsOf(table.name, (n) => `projection.${quote(`${table.table}_${n}`)}`),
    `COMMENT ON TABLE ${table.name} IS ${literal(recordType(table.type).label.vi)};`,
    ...comments,
  ].join('\n');
}

interface StateRow {
  commune: string;
  id: string;
  fields: Readonly<Record<string, Json>>;
}

async function fill(sql: Sql, table: Table): Promise<void> {
  let last: StateRow | undefined;
  do {
    const rows: StateRow[] = await sql.query<StateRow & Record<string, unknown>>(
      'SELECT commune, id, fields FROM record_state WHERE type = $1 AND (commune, id) > ($2, $3) ORDER BY commune, id LIMIT 500',
      [table.type, last?.commune ?? '', last?.id ?? ''],
    );
    for (const [commune, group] of Map.groupBy(rows, (row) => row.commune)) await project(sql, commune, table, group);
    last = rows.length === 500 ? rows.at(-1) : undefined;
  } while (last);
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

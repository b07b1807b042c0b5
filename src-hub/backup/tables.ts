import type { Sql } from '../database/database';

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it. */
  readonly type: string;
  readonly identity: boolean;
}
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows that are read at once: few where a row may hold megabytes. */
  readonly rowsAtOnce: number;
}

/** What can be made anew, or holds nothing that is not sent again: snapshots expire, uploads under way go on from byte 0. */
const leftOut = ['schema_version', 'snapshot', 'snapshot_part', 'upload', 'upload_part'];

/** The hub's own tables in an order in which they can be filled; projections are left out, they follow from the record states. */
export async function backupTables(sql: Sql): Promise<BackupTable[]> {
  const rows = await sql.query<{ table: string; columns: Column[] }>(
    `SELECT c.relname AS table,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'identity', a.attidentity <> '') ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [leftOut],
  );
  const parents = await sql.query<{ child: string; parent: string }>(
    `SELECT DISTINCT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const done: BackupTable[] = [];
  const waiting = new Map(rows.map((row) => [row.table, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ table }) => !parents.some(({ child, parent }) => child === table && waiting.has(parent)));
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { table, columns } of ready) {
      waiting.delete(table);
      done.push({ name: table, columns, rowsAtOnce: columns.some((column) => column.type === 'bytea') ? 16 : 1000 });
    }
  }
  return done;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { Sql } from '../database/database';
import type { Manifest } from './manifest';
import { quoted } from './tables';

type Table = Manifest['tables'][number];

/** Text of rows that go into one statement. */
const statementBytes = 4 * 1024 * 1024;

/** @throws Error when the file is not what the manifest says */
export async function checkTable(table: Table, file: string): Promise<void> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  if (digest.digest('hex') !== table.sha256) throw new Error(`the backup is damaged: ${table.name}`);
}

/** Fills a table, whose columns may be more than the backup knew. */
export async function readTable(sql: Sql, table: Table, file: string): Promise<void> {
  const insert = insertOf(table);
  let held: string[] = [];
  let size = 0;
  let rows = 0;
  const write = async (): Promise<void> => {
    if (held.length === 0) return;
    await sql.query(insert, [`[${held.join(',')}]`]);
    held = [];
    size = 0;
  };
  const input = createReadStream(file).pipe(createZstdDecompress());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    held.push(line);
    size += line.length;
    rows++;
    if (size >= statementBytes) await write();
  }
  await write();
  if (rows !== table.rows) throw new Error(`the backup is damaged: ${table.name}`);
  for (const { name, identity } of table.columns)
    if (identity)
      await sql.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(name)}), 0) + 1, false) FROM ${quoted(table.name)}`,
        [table.name, name],
      );
}

function insertOf({ name, columns }: Table): string {
  const names = columns.map((column) => quoted(column.name));
  return `INSERT INTO ${quoted(name)} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${columns.map((column) => `r.${quoted(column.name)}::${column.type}`).join(', ')}
    FROM json_to_recordset($1::json) AS r (${names.map((each) => `${each} text`).join(', ')})`;
}

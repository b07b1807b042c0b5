import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type { Sql } from '../database/database';
import { type BackupTable, quoted } from './tables';

export interface Written {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Streams a table into a file: one JSON object a line with every column as PostgreSQL writes it in text, compressed with zstd. `sql`
 * must be a transaction that sees one moment.
 */
export async function writeTable(sql: Sql, table: BackupTable, file: string): Promise<Written> {
  const digest = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  async function* lines(): AsyncIterable<string> {
    const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
    await sql.query(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS line FROM (SELECT ${columns} FROM ${quoted(table.name)}) r`,
    );
    for (;;) {
      const found = await sql.query<{ line: string }>(`FETCH ${table.rowsAtOnce} FROM backup`);
      if (found.length === 0) break;
      rows += found.length;
      yield `${found.map((row) => row.line).join('\n')}\n`;
    }
    await sql.query('CLOSE backup');
  }
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines()), createZstdCompress(), counted, createWriteStream(file, { mode: 0o600, flush: true }));
  return { rows, bytes, sha256: digest.digest('hex') };
}

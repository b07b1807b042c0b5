import type { Database, Sql } from '../database/database';
import { OffsetMismatch, WrongContent } from './blob-store';
import { openPart, sealPart } from './cipher';

/**
 * Uploads that are not whole yet, in the database: so any instance of the hub can go on where another one stopped, and a kill
 * loses at most one part. Two connections with the same upload (the older one is not known to be dead yet) cannot both
 * write: a part counts only where the upload ends at that moment.
 */
export interface Uploads {
  arrived(owner: string, hash: string): Promise<number>;
  /** @throws OffsetMismatch with where the upload goes on; WrongContent when it would be longer than `size` (it is dropped) */
  add(owner: string, hash: string, offset: number, size: number, bytes: Uint8Array): Promise<void>;
  /** What has arrived, part by part. */
  read(owner: string, hash: string): AsyncIterable<Uint8Array>;
  drop(owner: string, hash: string): Promise<void>;
  /** Forgets uploads that nobody has gone on with for 30 days. */
  dropStale(): Promise<void>;
}

export function databaseUploads(database: Database, key: Buffer): Uploads {
  const placeOf = (owner: string, hash: string, at: number): string => `${owner} ${hash} ${at}`;
  const arrived = async (sql: Sql, owner: string, hash: string): Promise<number> => {
    const [row] = await sql.query<{ arrived: number }>('SELECT arrived FROM upload WHERE commune = $1 AND hash = $2', [owner, hash]);
    return row?.arrived ?? 0;
  };
  const drop = async (owner: string, hash: string): Promise<void> => {
    await database.query('DELETE FROM upload WHERE commune = $1 AND hash = $2', [owner, hash]);
  };
  return {
    drop,
    arrived: (owner, hash) => arrived(database, owner, hash),
    async add(owner, hash, offset, size, bytes) {
      if (offset + bytes.length > size) {
        await drop(owner, hash);
        throw new WrongContent('longer than announced');
      }
      await database.transaction(async (sql) => {
        await sql.query('INSERT INTO upload (commune, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING', [owner, hash]);
        const taken = await sql.query(
          'UPDATE upload SET arrived = arrived + $4, touched_at = now() WHERE commune = $1 AND hash = $2 AND arrived = $3 RETURNING arrived',
          [owner, hash, offset, bytes.length],
        );
        if (taken.length === 0) throw new OffsetMismatch(await arrived(sql, owner, hash));
        await sql.query('INSERT INTO upload_part (commune, hash, at, bytes) VALUES ($1, $2, $3, $4)', [
          owner,
          hash,
          offset,
          sealPart(key, placeOf(owner, hash, offset), bytes),
        ]);
      });
    },
    async *read(owner, hash) {
      for (let at = 0; ; ) {
        const [part] = await database.query<{ bytes: Buffer }>(
          'SELECT bytes FROM upload_part WHERE commune = $1 AND hash = $2 AND at = $3',
          [owner, hash, at],
        );
        if (!part) return;
        const clear = openPart(key, placeOf(owner, hash, at), part.bytes);
        yield clear;
        at += clear.length;
      }
    },
    async dropStale() {
      await database.query("DELETE FROM upload WHERE touched_at < now() - interval '30 days'");
    },
  };
}

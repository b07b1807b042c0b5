import type { Sql } from '../database/database';

/**
 * Which commune holds which scans. A commune learns and gets only its own: what another one sent is as if it were not there,
 * so that nobody can find out by hash what others have.
 */
export async function held(sql: Sql, commune: string, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ hash: string }>('SELECT hash FROM blob_holder WHERE commune = $1 AND hash = ANY($2)', [commune, hashes]);
  return new Set(rows.map((row) => row.hash));
}

export async function hold(sql: Sql, commune: string, hash: string, bytes: number): Promise<void> {
  await sql.query('INSERT INTO blob (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [hash, bytes]);
  await sql.query('INSERT INTO blob_holder (commune, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING', [commune, hash]);
}

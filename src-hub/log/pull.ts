import { noHash } from '#shared/sync/batch';
import type { Refusal } from '#shared/sync/check-op';
import { limits } from '#shared/sync/limits';
import { encodeLogPage } from '#shared/sync/log-page';
import { batchTools } from '../crypto/batch-tools';
import type { Sql } from '../database/database';
import { certificatesOf, type Device } from '../devices/device';
import { HubFailure } from '../failure';

interface LogRow {
  position: number;
  device: string;
  incarnation: string;
  log_hash: string;
  refused: Refusal[];
  size: number;
}

/** Rows looked at for one page; what the asker wrote itself is passed over without being read. */
const rowsPerPage = 500;

/**
 * The next page of a commune's log behind `cursor` ('' for the beginning), without what incarnation `mine` of the asking
 * workstation wrote itself.
 * @throws HubFailure unknown-cursor when this log does not hold that position with that hash (the hub was restored)
 */
export async function pull(sql: Sql, { commune, device }: Device, cursor: string, mine: string): Promise<Uint8Array> {
  const from = await positionOf(sql, commune, cursor);
  const rows = await sql.query<LogRow>(
    'SELECT position, device, incarnation, log_hash, refused, octet_length(bytes) AS size FROM log WHERE commune = $1 AND position > $2 ORDER BY position LIMIT $3',
    [commune, from.position, rowsPerPage + 1],
  );
  let last = from;
  let size = 0;
  const page: LogRow[] = [];
  for (const row of rows.slice(0, rowsPerPage)) {
    const own = row.device === device && row.incarnation === mine;
    if (!own && page.length > 0 && size + row.size > limits.pageBytes) break;
    last = { position: row.position, hash: row.log_hash };
    if (own) continue;
    page.push(row);
    size += row.size;
  }
  const bodies = await sql.query<{ bytes: Buffer }>(
    'SELECT bytes FROM log WHERE commune = $1 AND position = ANY($2::bigint[]) ORDER BY position',
    [commune, page.map((row) => row.position)],
  );
  const head = {
    cursor: last.position === 0 ? '' : `${last.position}.${last.hash}`,
    more: rows.some((row) => row.position > last.position),
    devices: await certificatesOf(sql, [...new Set(page.map((row) => row.device))]),
    batches: page.map((row) => ({ length: row.size, position: row.position, refused: row.refused.map((refusal) => refusal.seq) })),
  };
  return encodeLogPage(
    head,
    bodies.map((row) => row.bytes),
    batchTools,
  );
}

async function positionOf(sql: Sql, commune: string, cursor: string): Promise<{ position: number; hash: string }> {
  if (cursor === '') return { position: 0, hash: noHash };
  const [, digits, hash] = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(cursor) ?? [];
  const position = Number(digits);
  const [row] = hash
    ? await sql.query<{ log_hash: string }>('SELECT log_hash FROM log WHERE commune = $1 AND position = $2', [commune, position])
    : [];
  if (!hash || row?.log_hash !== hash) throw new HubFailure(410, 'unknown-cursor');
  return { position, hash };
}

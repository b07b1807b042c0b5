import { noHash } from '#shared/sync/batch';
import type { WatermarkAnswer } from '#shared/contract/hub';
import type { Sql } from '../database/database';
import type { Device } from '../devices/device';

/**
 * How far the hub has an incarnation's ops, and how far durably. Commits are flushed to disk, so both are the same here; with a
 * second copy `confirmed` follows that copy (rule 6).
 */
export async function watermark(sql: Sql, { device }: Device, incarnation: string): Promise<WatermarkAnswer> {
  const [row] = await sql.query<{ last_seq: number; last_number: number; last_hash: string }>(
    'SELECT last_seq, last_number, last_hash FROM author WHERE device = $1 AND incarnation = $2',
    [device, incarnation],
  );
  const applied = row?.last_seq ?? 0;
  return { marks: [{ incarnation, number: row?.last_number ?? 0, hash: row?.last_hash ?? noHash, applied, confirmed: applied }] };
}

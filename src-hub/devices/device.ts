import type { DeviceCertificate } from '#shared/sync/certificate';
import type { Sql } from '../database/database';

/** A workstation that has proven itself in this request. */
export interface Device {
  readonly device: string;
  readonly commune: string;
  readonly publicKey: string;
}

export interface DeviceRow extends Device {
  readonly revoked: boolean;
}

export async function findDevice(sql: Sql, device: string): Promise<DeviceRow | undefined> {
  const [row] = await sql.query<{ commune: string; public_key: string; revoked: boolean }>(
    'SELECT commune, public_key, revoked_at IS NOT NULL AS revoked FROM device WHERE device = $1',
    [device],
  );
  return row && { device, commune: row.commune, publicKey: row.public_key, revoked: row.revoked };
}

/** Remembers when a workstation was last heard and how far its clock is off (rule 11). */
export const markSeen = (sql: Sql, device: string, skewMs: number): Promise<unknown> =>
  sql.query('UPDATE device SET seen_at = now(), clock_skew_ms = $2 WHERE device = $1', [device, Math.round(skewMs)]);

/** From now on the workstation is refused. Its data stays. False when there is no such device. */
export const revoke = async (sql: Sql, device: string): Promise<boolean> =>
  (await sql.query('UPDATE device SET revoked_at = now() WHERE device = $1 RETURNING device', [device])).length > 0;

export async function certificatesOf(sql: Sql, devices: readonly string[]): Promise<Record<string, DeviceCertificate>> {
  const rows = await sql.query<{ device: string; certificate: DeviceCertificate }>(
    'SELECT device, certificate FROM device WHERE device = ANY($1)',
    [devices],
  );
  return Object.fromEntries(rows.map((row) => [row.device, row.certificate]));
}

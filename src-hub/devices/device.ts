import { noHash } from '#shared/sync/batch';
import type { DeviceCertificate } from '#shared/sync/certificate';
import type { Database, Sql } from '../database/database';
import type { AuthorKey } from '../log/core/hub-store';

/** A workstation that has proven itself in this request. */
export interface Device {
  readonly device: string;
  readonly commune: string;
  readonly publicKey: string;
  /** Version of the protocol that both sides speak. */
  readonly protocol: number;
}

export interface DeviceRow extends Omit<Device, 'protocol'> {
  readonly revoked: boolean;
}

export async function findDevice(sql: Sql, device: string): Promise<DeviceRow | undefined> {
  const [row] = await sql.prepared<{ commune: string; public_key: string; revoked: boolean }>(
    'find device',
    'SELECT commune, public_key, revoked_at IS NOT NULL AS revoked FROM device WHERE device = $1',
    [device],
  );
  return row && { device, commune: row.commune, publicKey: row.public_key, revoked: row.revoked };
}

/** Remembers when a workstation was last heard and how far its clock is off (rule 11). */
export const markSeen = (sql: Sql, device: string, skewMs: number): Promise<unknown> =>
  sql.prepared('mark seen', 'UPDATE device SET seen_at = now(), clock_skew_ms = $2 WHERE device = $1', [device, Math.round(skewMs)]);

/** From now on the workstation is refused, or one life of its book alone. Its data stays. False when there is no such device. */
export async function revoke(sql: Sql, device: string, incarnation?: string): Promise<boolean> {
  if (incarnation === undefined)
    return (await sql.query('UPDATE device SET revoked_at = now() WHERE device = $1 RETURNING device', [device])).length > 0;
  const text = `INSERT INTO revoked_incarnation (device, incarnation) SELECT device, $2 FROM device WHERE device = $1
    ON CONFLICT (device, incarnation) DO UPDATE SET device = excluded.device RETURNING device`;
  return (await sql.query(text, [device, incarnation])).length > 0;
}

/** Enrols a workstation by its certificate, which was found to be this hub's own. A device that is known stays as it is. */
export async function enrolByCertificate(database: Database, certificate: DeviceCertificate): Promise<AuthorKey> {
  const { device, committee, deviceName, publicKey, issuedAt } = certificate;
  return database.transaction(async (sql) => {
    await sql.query(
      'INSERT INTO device (device, commune, name, public_key, certificate, enrolled_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
      [device, committee, deviceName, publicKey, JSON.stringify(certificate), issuedAt],
    );
    await openScope(sql, committee);
    const row = await findDevice(sql, device);
    if (!row) throw new Error('device row vanished');
    return { device, committee: row.commune, publicKey: row.publicKey, revoked: row.revoked };
  });
}

/** A committee's empty log, unless it has one. */
export const openScope = (sql: Sql, commune: string): Promise<unknown> =>
  sql.query('INSERT INTO scope (commune, log_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING', [commune, noHash]);

export async function certificatesOf(sql: Sql, devices: readonly string[]): Promise<Record<string, DeviceCertificate>> {
  const rows = await sql.query<{ device: string; certificate: DeviceCertificate }>(
    'SELECT device, certificate FROM device WHERE device = ANY($1)',
    [devices],
  );
  return Object.fromEntries(rows.map((row) => [row.device, row.certificate]));
}

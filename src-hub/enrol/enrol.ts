import { createHmac, timingSafeEqual } from 'node:crypto';
import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import { clientTranscript, type EnrolAnswer, type EnrolRequest, hubTranscript } from '#shared/sync/enrolment';
import { signBytes } from '../crypto/keys';
import type { Database, Sql } from '../database/database';
import { openScope } from '../devices/device';
import { HubFailure } from '../failure';
import type { HubKeys } from '../keys/hub-keys';

interface CodeRow {
  id: number;
  commune: string;
  key: Buffer;
  used_by: string | null;
}

const hmac = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** What a workstation learns of the hub beside its certificate. */
export interface Introduction {
  readonly name: string;
  readonly recipient: string;
  /** PEM; undefined where the hub does no TLS. */
  readonly tlsAuthority: string | undefined;
  /** The hub has no network (protocol, section 12). */
  readonly standalone?: boolean | undefined;
}

/**
 * Enrols one workstation (src-shared/sync/enrolment). A wrong proof costs every live code of that selector one try.
 * @throws HubFailure bad-code for a wrong, used or expired code, without telling which
 */
export async function enrol(
  database: Database,
  keys: HubKeys,
  { name, recipient, tlsAuthority, standalone }: Introduction,
  request: EnrolRequest,
  protocol: number,
): Promise<EnrolAnswer> {
  const answer = await database.transaction(async (sql) => {
    const code = await findCode(sql, request);
    if (!code) return undefined; // committed: the try counts
    const certificate = (await knownCertificate(sql, code, request)) ?? (await register(sql, keys, code, request, standalone));
    // Version 1 proves what it knows of an answer, and knows nothing of these.
    const since2 = protocol < 2 ? {} : { recipient, ...(tlsAuthority === undefined ? {} : { tlsAuthority }) };
    const open = { certificate, hubName: name, hubPublicKey: keys.publicKey, ...since2 };
    return { ...open, proof: hmac(code.key, hubTranscript(request, open)) };
  });
  if (!answer) throw new HubFailure(403, 'bad-code');
  return answer;
}

async function findCode(sql: Sql, request: EnrolRequest): Promise<CodeRow | undefined> {
  const rows = await sql.query<CodeRow>(
    'SELECT id, commune, key, used_by FROM enrolment_code WHERE selector = $1 AND tries_left > 0 AND expires_at > now() FOR UPDATE',
    [request.selector],
  );
  const match = rows.find((row) => same(hmac(row.key, clientTranscript(request)), request.proof));
  // A used code still answers the device that used it: its answer may have been lost on the way.
  if (match && (match.used_by === null || match.used_by === request.device)) return match;
  await sql.query('UPDATE enrolment_code SET tries_left = tries_left - 1 WHERE id = ANY($1::bigint[])', [rows.map((row) => row.id)]);
  return undefined;
}

async function knownCertificate(sql: Sql, code: CodeRow, request: EnrolRequest): Promise<DeviceCertificate | undefined> {
  if (code.used_by !== request.device) return undefined;
  const [row] = await sql.query<{ certificate: DeviceCertificate }>(
    'SELECT certificate FROM device WHERE device = $1 AND public_key = $2',
    [request.device, request.publicKey],
  );
  if (!row) throw new HubFailure(403, 'bad-code');
  return row.certificate;
}

async function register(
  sql: Sql,
  keys: HubKeys,
  code: CodeRow,
  { device, deviceName, publicKey, recipient }: EnrolRequest,
  standalone = false,
): Promise<DeviceCertificate> {
  const open = {
    version: 1 as const,
    hub: keys.id,
    committee: code.commune,
    device,
    deviceName,
    publicKey,
    issuedAt: new Date().toISOString(),
    ...(standalone ? { standalone: true as const } : {}),
  };
  const certificate = { ...open, signature: signBytes(keys.signing, certificateText(open)).toString('base64url') };
  // A device may enrol again only as itself: the log holds batches that readers verify by its key.
  const written = await sql.query(
    `INSERT INTO device (device, commune, name, public_key, certificate, enrolled_at, recipient) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (device) DO UPDATE
     SET name = excluded.name, certificate = excluded.certificate, enrolled_at = excluded.enrolled_at, recipient = excluded.recipient
     WHERE device.commune = excluded.commune AND device.public_key = excluded.public_key AND device.revoked_at IS NULL RETURNING device`,
    [device, code.commune, deviceName, publicKey, JSON.stringify(certificate), open.issuedAt, recipient ?? null],
  );
  if (written.length === 0) throw new HubFailure(403, 'bad-code');
  await openScope(sql, code.commune);
  await sql.query('UPDATE enrolment_code SET used_by = $2 WHERE id = $1', [code.id, device]);
  return certificate;
}

/** Keeps where the audit log of each workstation stood and refuses a chain that does not go on from there (contract/hub-audit). */
import type { z } from 'zod';
import { type Anchor, type anchorRequest, mostAnchors } from '#shared/contract/hub-audit';
import { advance, type ChainPoint, sealText } from '#shared/secrecy/audit-chain';
import { sha256Hex } from '#shared/node/batch-tools';
import { verifiesText } from '#shared/node/ed25519';
import type { Database, Sql } from '../database/database';
import type { Device } from '../devices/device';
import { HubFailure } from '../failure';

const sha256 = (text: string): string => sha256Hex(Buffer.from(text, 'utf8'));

interface Row {
  readonly seq: string | number;
  readonly hash: string;
  readonly at: Date;
  readonly branch: boolean;
}

export type Anchored = { readonly status: 200; readonly anchored: ChainPoint } | { readonly status: 409; readonly last: ChainPoint };

/** @throws HubFailure bad-signature */
export async function takeAnchor(database: Database, device: Device, request: z.infer<typeof anchorRequest>): Promise<Anchored> {
  const { from, contents, branch } = request;
  const to = advance(sha256, from, contents);
  if (!verifiesText(device.publicKey, sealText(device.device, to), request.signature)) throw new HubFailure(400, 'bad-signature');
  return database.transaction(async (sql) => {
    // One anchoring of a workstation at a time: two would both find the same last anchor.
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit ${device.device}`]);
    const [last] = await rows(sql, device.device, 1);
    const isNext = !last || (Number(last.seq) === from.seq && last.hash === from.hash);
    if (!isNext && !branch) {
      await flag(sql, device.device, 'rewritten', Number(last.seq), `${from.seq} ${from.hash.slice(0, 16)}`);
      return { status: 409, last: { seq: Number(last.seq), hash: last.hash } };
    }
    if (last && branch) await flag(sql, device.device, 'branch', Number(last.seq), `${from.seq}`);
    await keepAnchor(sql, device.device, to, request.signature, last !== undefined && branch);
    return { status: 200, anchored: to };
  });
}

export const keepAnchor = (sql: Sql, device: string, { seq, hash }: ChainPoint, seal: string, branch: boolean): Promise<unknown> =>
  sql.query('INSERT INTO audit_anchor (device, seq, hash, signature, branch) VALUES ($1, $2, $3, $4, $5)', [
    device,
    seq,
    hash,
    seal,
    branch,
  ]);

export const flag = (sql: Sql, device: string, kind: 'rewritten' | 'branch', seq: number, detail: string): Promise<unknown> =>
  sql.query('INSERT INTO audit_flag (device, kind, seq, detail) VALUES ($1, $2, $3, $4)', [device, kind, seq, detail]);

const rows = (sql: Sql, device: string, limit: number): Promise<Row[]> =>
  sql.query<Row & Record<string, unknown>>('SELECT seq, hash, at, branch FROM audit_anchor WHERE device = $1 ORDER BY n DESC LIMIT $2', [
    device,
    limit,
  ]);

/** Newest first. */
export const anchorsOf = async (sql: Sql, device: string): Promise<Anchor[]> =>
  (await rows(sql, device, mostAnchors)).map(({ seq, hash, at, branch }) => ({ seq: Number(seq), hash, at: at.toISOString(), branch }));

export interface AuditFlag {
  readonly device: string;
  readonly commune: string;
  readonly kind: string;
  readonly seq: number;
  readonly detail: string;
  readonly at: string;
}

/** What a person of the province should ask about, newest first. */
export const auditFlags = async (sql: Sql): Promise<AuditFlag[]> =>
  (
    await sql.query<{ device: string; commune: string; kind: string; seq: string; detail: string; at: Date }>(
      'SELECT f.device, d.commune, f.kind, f.seq, f.detail, f.at FROM audit_flag f JOIN device d ON d.device = f.device ORDER BY f.n DESC LIMIT 1000',
    )
  ).map((row) => ({ ...row, seq: Number(row.seq), at: row.at.toISOString() }));

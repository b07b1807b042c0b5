/**
 * Anchors that come by stick. A workstation does not know which of its sticks were read: it proves its log from the last anchor that an
 * answer told it of, so what it proves may overlap with what the hub has. Every anchor of the hub that lies in what it proves must be on
 * the way there, or the log was written anew.
 */
import { advance, type ChainPoint, chainHash, sealText } from '#shared/secrecy/audit-chain';
import type { BundleAudit } from '#shared/sync/bundle';
import { sha256Hex } from '#shared/node/batch-tools';
import { verifiesText } from '#shared/node/ed25519';
import type { Database, Sql } from '../database/database';
import { anchorsOf, flag, keepAnchor } from './anchors';

const sha256 = (text: string): string => sha256Hex(Buffer.from(text, 'utf8'));
/** Anchors of each workstation that an answer tells. */
const told = 50;

/** What is not signed by the workstation is passed over. */
export async function takeStickAnchor(
  database: Database,
  device: string,
  publicKey: string,
  { from, contents, seal, branch }: NonNullable<BundleAudit['link']>,
): Promise<void> {
  const to = advance(sha256, from, contents);
  if (!verifiesText(publicKey, sealText(device, to), seal)) return;
  await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit ${device}`]);
    const anchors = await anchorsOf(sql, device);
    const [last] = anchors;
    const wrong = branch ? undefined : anchors.find((anchor) => differs(anchor, from, contents));
    if (wrong) return void (await flag(sql, device, 'rewritten', wrong.seq, `${from.seq} ${from.hash.slice(0, 16)}`));
    if (last && !branch && last.seq >= to.seq) return;
    const isBranch = last !== undefined && (branch || last.seq < from.seq);
    if (isBranch) await flag(sql, device, 'branch', last.seq, `${from.seq}`);
    await keepAnchor(sql, device, to, seal, isBranch);
  });
}

/** Whether this anchor lies on the way from `from` on and has another hash there. */
function differs({ seq, hash }: ChainPoint, from: ChainPoint, contents: readonly string[]): boolean {
  if (seq < from.seq || seq > from.seq + contents.length) return false;
  let at = from.hash;
  for (const content of contents.slice(0, seq - from.seq)) at = chainHash(sha256, at, content);
  return at !== hash;
}

export async function anchorsOfCommittee(sql: Sql, committee: string): Promise<NonNullable<BundleAudit['anchors']>> {
  const devices = await sql.query<{ device: string }>(
    'SELECT DISTINCT a.device FROM audit_anchor a JOIN device d USING (device) WHERE d.commune = $1',
    [committee],
  );
  const lists = await Promise.all(devices.map(async ({ device }) => [device, (await anchorsOf(sql, device)).slice(0, told)] as const));
  return Object.fromEntries(lists);
}

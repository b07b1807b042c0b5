import { type AuditFileVerdict, checkAuditFile } from '#shared/secrecy/audit-file';
import { sha256Hex } from '#shared/node/batch-tools';
import { verifiesText } from '#shared/node/ed25519';
import type { Sql } from '../database/database';
import { findDevice } from '../devices/device';
import { anchorsOf } from './anchors';

/** An exported audit log against the anchors of its workstation. `known`: the hub knows the workstation by this key. */
export async function checkAuditOf(sql: Sql, file: string): Promise<AuditFileVerdict & { known: boolean }> {
  const tools = {
    sha256: (text: string): string => sha256Hex(Buffer.from(text, 'utf8')),
    verifies: verifiesText,
  };
  const first = checkAuditFile(file, tools);
  const device = first.head && (await findDevice(sql, first.head.device));
  if (!device || device.publicKey !== first.head.publicKey) return { ...first, known: false };
  const anchors = await anchorsOf(sql, device.device);
  const branch = anchors.findIndex((anchor) => anchor.branch);
  // What stood before a restore is not in the book any more.
  return { ...checkAuditFile(file, tools, branch < 0 ? anchors : anchors.slice(0, branch + 1)), known: true };
}

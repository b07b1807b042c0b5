/** What people ask of the audit log: searching it, checking it, writing it to a file that others can check. */
import type { z } from 'zod';
import type { auditEntrySchema, auditQuerySchema, AuditVerdict } from '#shared/contract/window/security';
import { exportText } from '#shared/secrecy/audit-file';
import { fold } from '#shared/text/fold';
import { writeAtomically } from '../archive/atomic-file';
import type { Book } from '../book/book';
import type { AuditEntry } from '../store/audit-log';
import { compareAnchors } from '../sync/anchors';
import { openDeviceKey } from '../sync/crypto/device-key';

type Query = Partial<z.infer<typeof auditQuerySchema>>;
type Entry = z.infer<typeof auditEntrySchema>;

/** Entries that are walked through for one answer; the window asks on from the last one. */
const mostWalked = 20_000;

/** Newest first. Titles of records that this person may not see are left out. */
export function searchAudit(book: Book, query: Query, nameOf: (id: string) => string): Entry[] {
  const { text = '', actor, action, recordId, from, to, limit = 100 } = query;
  const needle = fold(text).trim();
  const found: Entry[] = [];
  let before = query.beforeSeq ?? Number.MAX_SAFE_INTEGER;
  for (let walked = 0; found.length < limit && walked < mostWalked; ) {
    const page = book.audit.list({ ...(recordId !== undefined && { recordId }), beforeSeq: before, limit: 500 });
    for (const entry of page) {
      if (found.length === limit) break;
      if (actor !== undefined && entry.actor !== actor) continue;
      if (action !== undefined && entry.action !== action) continue;
      if ((from !== undefined && entry.at < from) || (to !== undefined && entry.at.slice(0, to.length) > to)) continue;
      const shown = viewOf(book, entry, nameOf);
      if (needle === '' || fold(`${shown.actor} ${shown.action} ${shown.title} ${shown.reason ?? ''}`).includes(needle)) found.push(shown);
    }
    const last = page.at(-1);
    if (!last) break;
    before = last.seq;
    walked += page.length;
  }
  return found;
}

const viewOf = (
  book: Book,
  { seq, at, actor, action, type, recordId, reason, changes }: AuditEntry,
  nameOf: (id: string) => string,
): Entry => {
  // That something was done stays visible; of what this person may not see, not to what and why.
  const isHidden = recordId !== null && book.access.can('read') && !book.access.sees(recordId);
  return {
    seq,
    at,
    actor: nameOf(actor),
    action,
    type: isHidden ? null : type,
    recordId: isHidden ? null : recordId,
    title: recordId === null || isHidden || !book.access.can('read') ? '' : (book.records.titleOf(recordId) ?? ''),
    reason: isHidden ? null : reason,
    fields: isHidden ? [] : Object.keys(changes),
  };
};

/** The chain, its seals, and what is remembered of the hub's anchors. */
export function verifyAudit(book: Book): AuditVerdict {
  const { entries, brokenAt, signed } = book.audit.verify();
  return { entries, brokenAt, signed, anchored: compareAnchors(book) };
}

/**
 * Lines of JSON: a head with the workstation's public key, then every entry with its hash, without values and titles.
 * `kts audit check FILE` and `npm run hub -- audit FILE` check it without the book.
 */
export async function exportAudit(book: Book, path: string): Promise<{ entries: number }> {
  book.transact(() => book.audit.append({ action: 'exportAudit' }));
  const key = openDeviceKey(book.syncState);
  const head = book.audit.head();
  const entries = [...book.audit.lines()];
  const unproven = entries.filter(({ form }) => form < 2).length;
  const top = {
    format: 'kiem-tra-so audit',
    version: 1,
    committee: book.committee.name,
    device: book.outbox.identity().device,
    publicKey: key.publicKey,
    head,
    ...(unproven > 0 && { unproven }),
    signature: key.sign(exportText(head, unproven)).toString('base64url'),
  };
  const lines = entries.map((line) => JSON.stringify(line));
  await writeAtomically(path, Buffer.from([JSON.stringify(top), ...lines, ''].join('\n'), 'utf8'));
  return { entries: entries.length };
}

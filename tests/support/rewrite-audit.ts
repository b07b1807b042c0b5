import { chainHash, contentHash, noAuditHash, sealText } from '#shared/secrecy/audit-chain';
import { sha256Hex } from '#shared/node/batch-tools';
import type { Book } from '#service/book/book';
import { type NewestSeal, newestSeal } from '#service/store/newest-seal';
import { openDeviceKey } from '#service/sync/crypto/device-key';

const sha256 = (text: string): string => sha256Hex(Buffer.from(text, 'utf8'));

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly type: string | null;
  readonly record_id: string | null;
  readonly revision: number | null;
  readonly reason: string | null;
  readonly changes: string;
}

/**
 * What somebody with a passphrase and tools of their own can do: changes the reason of an entry, computes the whole chain anew, and seals
 * it with the workstation's key, so that the book itself finds nothing. The book must be opened anew after it.
 */
export function rewriteAudit(book: Book, seq: number, reason: string): void {
  const { db } = book;
  db.prepare('UPDATE audit SET reason = ? WHERE seq = ?').run(reason, seq);
  const write = db.prepare('UPDATE audit SET hash = ? WHERE seq = ?');
  let hash = noAuditHash;
  let last = 0;
  for (const row of db
    .prepare<[], Row>('SELECT seq, at, actor, action, type, record_id, revision, reason, changes FROM audit ORDER BY seq')
    .all()) {
    const { record_id: record, changes, ...rest } = row;
    hash = chainHash(sha256, hash, contentHash(sha256, { ...rest, record, changes: sha256(changes) }));
    write.run(Buffer.from(hash, 'hex'), row.seq);
    last = row.seq;
  }
  db.exec('DELETE FROM audit_seal');
  const { device } = book.outbox.identity();
  const signature = openDeviceKey(book.syncState)
    .sign(sealText(device, { seq: last, hash }))
    .toString('base64');
  book.syncState.set(newestSeal, { seq: last, device, signature } satisfies NewestSeal);
}

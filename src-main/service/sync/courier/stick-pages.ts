import type { QueuedBlob } from '../blob-queue';
import type { LineParts } from '../line-parts';
import { mayTravel } from '../may-travel';
import { secrecyLookup } from '../secrecy-values';

/** Page images as the courier sees them: which wait, which may leave, which are wished for. */
export interface StickPages {
  /** Images that the hub has not confirmed, what was asked for and first pages first; read a few hundred at a time. */
  waiting(): Generator<QueuedBlob, void>;
  /** Whether a page that may leave shows this image; asked when it leaves, since a record may have become secret meanwhile. */
  mayLeave(hash: string): boolean;
  /** Images that this machine would like to have from the hub. */
  wishes(): string[];
  /** The hub has lost this one. Nothing happens for an image that was never on its way, or is still. */
  sendAgain(hash: string): void;
  /** Here now. */
  granted(hash: string): void;
  /** Whether a record names this image. */
  isNamed(hash: string): boolean;
}

const atOnce = 500;
const wishesAtMost = 50_000;

export function openStickPages({ book, wanted }: Pick<LineParts, 'book' | 'wanted'>): StickPages {
  const { db } = book;
  const next = db.prepare<[{ priority: number; row: number; limit: number }], QueuedBlob & { priority: number; row: number }>(
    `SELECT hash, bytes, priority, rowid AS row FROM sync_blob WHERE state = 'waiting'
     AND (priority < @priority OR (priority = @priority AND rowid > @row)) ORDER BY priority DESC, rowid LIMIT @limit`,
  );
  const pagesOf = db.prepare<[string], string>('SELECT r.id FROM page p JOIN record r ON r.n = p.n WHERE p.image = ?').pluck();
  const again = db.prepare("UPDATE sync_blob SET state = 'waiting', priority = 2 WHERE hash = ? AND state = 'confirmed'");
  return {
    *waiting() {
      let at = { priority: Number.MAX_SAFE_INTEGER, row: 0 };
      for (;;) {
        const rows = next.all({ ...at, limit: atOnce });
        for (const { hash, bytes } of rows) yield { hash, bytes };
        const last = rows.at(-1);
        if (!last) return;
        at = { priority: last.priority, row: last.row };
      }
    },
    mayLeave(hash) {
      const lookup = secrecyLookup(book);
      return pagesOf.all(hash).some((id) => mayTravel(book)('page', id, lookup));
    },
    wishes: () => wanted.next(wishesAtMost),
    sendAgain: (hash) => void again.run(hash),
    granted: (hash) => wanted.remove(hash),
    isNamed: (hash) => pagesOf.get(hash) !== undefined,
  };
}

import type { Database } from 'better-sqlite3';

/** A page's image that the hub shall have. */
export interface QueuedBlob {
  readonly hash: string;
  readonly bytes: number;
}

export interface BlobTotals {
  readonly pages: number;
  readonly bytes: number;
}

export type BlobState = 'waiting' | 'aside' | 'confirmed';

/**
 * Page images on their way to the hub: what a person asked for first, then first pages of documents, then the rest. Filled when the
 * page's record enters a batch.
 */
export interface BlobQueue {
  add(blob: QueuedBlob & { readonly order: number }): void;
  /** Next in turn, at most `limit`. */
  waiting(limit: number): QueuedBlob[];
  find(hash: string): { readonly state: BlobState; readonly asked: boolean } | undefined;
  /** Before all others. False when it does not wait. */
  first(hash: string): boolean;
  confirm(hashes: readonly string[]): void;
  /** The image is not on this machine, or damaged: it does not hold up the others. Tried again at the next start. */
  setAside(hash: string): void;
  /** Takes back what was set aside. */
  retryAside(): void;
  /** Another hub, or one that lost some: it is asked for everything anew. */
  reset(): void;
  totals(): { readonly waiting: BlobTotals; readonly confirmed: BlobTotals };
}

const asked = 2;

export function openBlobQueue(db: Database): BlobQueue {
  const add = db.prepare(
    `INSERT INTO sync_blob (hash, bytes, priority, state) VALUES (?, ?, ?, 'waiting')
     ON CONFLICT (hash) DO UPDATE SET state = 'waiting' WHERE state = 'aside'`,
  );
  const waiting = db.prepare<[number], QueuedBlob>(
    "SELECT hash, bytes FROM sync_blob WHERE state = 'waiting' ORDER BY priority DESC, rowid LIMIT ?",
  );
  const find = db.prepare<[string], { state: BlobState; priority: number }>('SELECT state, priority FROM sync_blob WHERE hash = ?');
  const first = db.prepare(`UPDATE sync_blob SET priority = ${asked}, state = 'waiting' WHERE hash = ? AND state <> 'confirmed'`);
  const state = db.prepare('UPDATE sync_blob SET state = ? WHERE hash = ?');
  const retry = db.prepare("UPDATE sync_blob SET state = 'waiting' WHERE state = 'aside'");
  const reset = db.prepare("UPDATE sync_blob SET state = 'waiting'");
  const totals = db.prepare('SELECT state, count(*) AS pages, sum(bytes) AS bytes FROM sync_blob GROUP BY state');
  const confirm = db.transaction((hashes: readonly string[]) => {
    for (const hash of hashes) state.run('confirmed', hash);
  });
  return {
    add: ({ hash, bytes, order }) => void add.run(hash, bytes, order <= 1 ? 1 : 0),
    waiting: (limit) => waiting.all(limit),
    find: (hash) => {
      const row = find.get(hash);
      return row && { state: row.state, asked: row.priority === asked };
    },
    first: (hash) => first.run(hash).changes > 0,
    confirm,
    setAside: (hash) => void state.run('aside', hash),
    retryAside: () => void retry.run(),
    reset: () => void reset.run(),
    totals: () => {
      const rows = totals.all() as { state: string; pages: number; bytes: number }[];
      const sum = (states: readonly string[]): BlobTotals =>
        rows
          .filter((row) => states.includes(row.state))
          .reduce((all, row) => ({ pages: all.pages + row.pages, bytes: all.bytes + row.bytes }), { pages: 0, bytes: 0 });
      return { waiting: sum(['waiting', 'aside']), confirmed: sum(['confirmed']) };
    },
  };
}

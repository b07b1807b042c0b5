import type { Database } from 'better-sqlite3';

/** Images that people asked for from the hub: what somebody waits for first, then in the order in which they were asked for. */
export interface WantedTable {
  /** @param urgent somebody waits for this one */
  add(images: readonly { readonly hash: string; readonly bytes: number }[], urgent: boolean, at: string): void;
  next(limit: number): string[];
  has(hash: string): boolean;
  remove(hash: string): void;
  count(): number;
}

export function openWantedTable(db: Database): WantedTable {
  const insert = db.prepare(
    `INSERT INTO sync_wanted (hash, bytes, priority, asked_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET priority = max(priority, excluded.priority)`,
  );
  const next = db.prepare<[number], string>('SELECT hash FROM sync_wanted ORDER BY priority DESC, asked_at, rowid LIMIT ?').pluck();
  const has = db.prepare('SELECT 1 FROM sync_wanted WHERE hash = ?').pluck();
  const remove = db.prepare('DELETE FROM sync_wanted WHERE hash = ?');
  const count = db.prepare('SELECT count(*) FROM sync_wanted').pluck();
  return {
    add: db.transaction((images: readonly { hash: string; bytes: number }[], urgent: boolean, at: string) => {
      for (const { hash, bytes } of images) insert.run(hash, bytes, urgent ? 1 : 0, at);
    }),
    next: (limit) => next.all(limit),
    has: (hash) => has.get(hash) !== undefined,
    remove: (hash) => void remove.run(hash),
    count: () => count.get() as number,
  };
}

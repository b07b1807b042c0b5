import type { Database } from 'better-sqlite3';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';

/** Records with changes that stay on this machine because of their secrecy (src-shared/sync/eligible). */
export interface KeptTable {
  add(type: RecordTypeName, id: string): void;
  remove(id: string): void;
  has(id: string): boolean;
  all(): { readonly type: RecordTypeName; readonly id: string }[];
  count(): number;
}

export function openKeptTable(db: Database): KeptTable {
  const add = db.prepare('INSERT INTO sync_kept (id, type) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const remove = db.prepare('DELETE FROM sync_kept WHERE id = ?');
  const has = db.prepare('SELECT 1 FROM sync_kept WHERE id = ?').pluck();
  const all = db.prepare('SELECT id, type FROM sync_kept');
  const count = db.prepare('SELECT count(*) FROM sync_kept').pluck();
  return {
    add: (type, id) => void add.run(id, type),
    remove: (id) => void remove.run(id),
    has: (id) => has.get(id) !== undefined,
    all: () => (all.all() as { id: string; type: RecordTypeName }[]).filter(({ type }) => recordTypeNames.includes(type)),
    count: () => count.get() as number,
  };
}

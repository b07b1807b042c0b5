import type { Database } from 'better-sqlite3';

/**
 * What the first list and the first page of the day ask is read from narrow indexes: the tables themselves are as long as their
 * texts, and cold from the disk and encrypted they cost half a second. Lists are filtered by state in nearly all views,
 * and their ties are broken by n.
 */
export function indexCounts(db: Database): void {
  for (const [table, columns] of listedByState) {
    for (const column of columns.split(' ')) {
      db.exec(`DROP INDEX "${table}_${column}"; CREATE INDEX "${table}_${column}" ON "${table}" (removed, "${column}", n, state)`);
    }
  }
  db.exec('CREATE INDEX record_open ON record (type) WHERE closed = 0 AND removed_at IS NULL; CREATE INDEX page_bytes ON page (bytes)');
}

const listedByState: readonly (readonly [table: string, columns: string])[] = [
  ['petition', 'received_on due_on'],
  ['case', 'opened_on due_on'],
  ['conclusion', 'issued_on'],
  ['duty', 'due_on'],
  ['task', 'due_on'],
];

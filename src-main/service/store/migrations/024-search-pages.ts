import type { Database } from 'better-sqlite3';

/**
 * Blocks of the search index that fit into one page of the database. Of a page of 4,096 bytes the cipher keeps 80, so FTS5's usual block
 * of 4,050 bytes spilled over into a second page, which was read, checked and decrypted too. Holds for what is written from now on.
 */
export function fitSearchPages(db: Database): void {
  for (const table of ['search', 'search_title']) db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('pgsz', ${blockBytes})`);
}

/** What one row of a page may hold by itself is 3,981 bytes with its head; FTS5 goes over the size by a few. */
const blockBytes = 3960;

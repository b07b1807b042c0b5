import type { Database } from 'better-sqlite3';

/** The people who work with the books of a committee, as the other workstations know them. */
export function keepBookUsers(db: Database): void {
  db.exec('CREATE TABLE book_user (n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0, name TEXT, post TEXT) STRICT');
}

import type { Database } from 'better-sqlite3';

/** Where files that another archive handed over came from. */
export function keepOrigins(db: Database): void {
  db.exec(`
ALTER TABLE archive_fonds ADD COLUMN former_unit TEXT;
ALTER TABLE archive_file ADD COLUMN former_unit TEXT;
ALTER TABLE archive_file ADD COLUMN received_on TEXT;
ALTER TABLE archive_file ADD COLUMN received_package TEXT;
`);
}

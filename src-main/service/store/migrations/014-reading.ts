import type { Database } from 'better-sqlite3';

/** What the machine makes of read pages: fields found on them, and their text as corrected by it. */
export function keepReadings(db: Database): void {
  db.exec(`
ALTER TABLE archive_document ADD COLUMN place TEXT;
ALTER TABLE archive_document ADD COLUMN authority TEXT;
ALTER TABLE archive_document ADD COLUMN recipients TEXT;
ALTER TABLE archive_document ADD COLUMN confirmed_fields TEXT;
ALTER TABLE page ADD COLUMN machine_text TEXT;

-- Made from page_words, so it can be made again; stays on this machine.
CREATE TABLE extraction (
  document_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,            -- of the rules that made it
  made_at TEXT NOT NULL,
  result TEXT NOT NULL,                -- JSON Extraction
  filled TEXT NOT NULL                 -- JSON { field: value } that was put into the record for a person to confirm
) STRICT, WITHOUT ROWID;
`);
}

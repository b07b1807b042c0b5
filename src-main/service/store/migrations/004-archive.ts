import type { Database } from 'better-sqlite3';

/** Each page of an imported file is known by itself, so that an import goes on where it ended; pages are counted by file without reading their text. */
export function indexArchive(db: Database): void {
  db.exec(`
CREATE TABLE import_page (
  sha256 TEXT NOT NULL,                -- of the whole file that was imported
  page_index INTEGER NOT NULL,         -- from 1
  page_id TEXT NOT NULL,               -- made of it, or there already with the same image
  PRIMARY KEY (sha256, page_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_document ON page (document, removed, state);
CREATE INDEX archive_document_file ON archive_document (file, removed, verification);
`);
}

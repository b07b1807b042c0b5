import type { Database } from 'better-sqlite3';

/** What the inventory and the ways in need: the decision on secrecy and its approvals, imports of lists, and page changes that can be taken back. */
export function keepInventory(db: Database): void {
  db.exec(`
CREATE TABLE secrecy_approval (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  number TEXT, approved_on TEXT, approver TEXT, approver_post TEXT, level TEXT, basis TEXT, valid_to TEXT, file TEXT, fonds TEXT, term TEXT,
  box TEXT, secrecy TEXT, remark TEXT
) STRICT;

-- One import of a list, to be taken back as a whole.
CREATE TABLE sheet_import (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,                  -- of the file, without its folder
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  undone_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE sheet_import_row (
  import_id TEXT NOT NULL,
  row INTEGER NOT NULL,                -- of the sheet, from 1
  record_id TEXT NOT NULL,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

-- A change of pages (turned, split, moved, replaced ...) with what stood before and after it, JSON.
CREATE TABLE page_change (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  changes TEXT NOT NULL,
  undone_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX page_change_at ON page_change (at) WHERE undone_at IS NULL;

-- Files of the watched folder that are done with and stay where they are.
CREATE TABLE watch_taken (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified_ms REAL NOT NULL,
  outcome TEXT NOT NULL,               -- 'taken', or the code of the refusal
  pages INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
  for (const [table, columns] of Object.entries(added))
    for (const column of columns.split(' ')) db.exec(`ALTER TABLE "${table}" ADD COLUMN "${column}" TEXT`);
  db.exec(`ALTER TABLE archive_document ADD COLUMN process INTEGER;
CREATE INDEX page_original_image ON page (original_image) WHERE original_image IS NOT NULL;
CREATE INDEX archive_document_alarm ON archive_document (secrecy_alarm) WHERE secrecy_alarm IS NOT NULL;`);
}

const added: Readonly<Record<string, string>> = {
  archive_fonds: 'term shelf boxes',
  archive_file: 'secrecy_state secrecy_basis protected_until declassified_on backup_state',
  archive_document: 'secrecy_basis declassified_on secrecy_alarm secrecy_alarm_note backup_state',
  page: 'original_image',
};

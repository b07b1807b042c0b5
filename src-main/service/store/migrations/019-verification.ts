import type { Database } from 'better-sqlite3';

/** Checking documents against their pages: who confirmed what, quality rounds, acts over many records that are taken back as one. */
export function keepVerification(db: Database): void {
  db.exec(`
ALTER TABLE archive_document ADD COLUMN confirmations TEXT;
ALTER TABLE archive_file ADD COLUMN checker TEXT;

CREATE TABLE quality_round (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  level TEXT, fonds TEXT, term TEXT, box TEXT, file TEXT, percent INTEGER, accepted_permille INTEGER, seed TEXT, population INTEGER,
  drawn INTEGER, drawn_at TEXT, drawn_by TEXT, state TEXT, closed_at TEXT, closed_by TEXT, remark TEXT
) STRICT;
CREATE TABLE quality_check (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  round TEXT, document TEXT, done INTEGER, checked_at TEXT, checked_by TEXT, made_by TEXT, fields INTEGER, errors TEXT
) STRICT;
CREATE INDEX quality_check_round ON quality_check (round, removed, done);

-- Documents that somebody has before him: nobody else of this book is given them until then. Stays on this machine.
CREATE TABLE verify_lease (
  document_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until TEXT NOT NULL,                 -- '' when only put off
  put_off TEXT                         -- since when it is to come last
) STRICT, WITHOUT ROWID;

-- What was done to one or many records at once, with the values before, so that it is taken back as one.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX act_kind ON act (kind, actor, at);
CREATE TABLE act_change (
  act INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  type TEXT NOT NULL,
  before TEXT NOT NULL,                -- JSON { field: value or null }
  after TEXT NOT NULL,
  PRIMARY KEY (act, record_id)
) STRICT, WITHOUT ROWID;
`);
}

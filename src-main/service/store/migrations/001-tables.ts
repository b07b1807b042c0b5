import type { Database } from 'better-sqlite3';
import { columns001 } from './columns-001';

/**
 * The first schema. `record` holds what all types share; the table of a type holds its fields; both have the same n, which is also
 * the rowid in the search index. Lists, sets and sealed envelopes are TEXT.
 */
export function createTables(db: Database): void {
  db.exec(tables);
  for (const [name, { text, integer }] of Object.entries(columns001)) {
    const named = (lines: readonly string[], type: string) =>
      lines.flatMap((line) => line.split(' ')).map((column) => `"${column}" ${type}`);
    db.exec(
      `CREATE TABLE "${name}" (n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0, ${[...named(text, 'TEXT'), ...named(integer, 'INTEGER')].join(', ')}) STRICT`,
    );
  }
}

const tables = `
CREATE TABLE record (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER,
  due_on TEXT,
  closed INTEGER NOT NULL DEFAULT 0,
  secrecy TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  removed_at TEXT,
  removed_reason TEXT,
  revision INTEGER NOT NULL,
  last_seq INTEGER NOT NULL DEFAULT 0, -- last own op; 0: only ops of others
  refused INTEGER NOT NULL DEFAULT 0,  -- own ops of it that the hub refused
  clocks TEXT NOT NULL,                -- JSON [[clock, [field, ...]], ...]
  extra TEXT                           -- JSON, fields of a newer version: kept and passed on
) STRICT;
CREATE INDEX record_type ON record (type);
CREATE INDEX record_due ON record (type, due_on) WHERE closed = 0 AND removed_at IS NULL AND due_on IS NOT NULL;

-- Who names whom. field is that of the type; references inside lists count as the list's.
CREATE TABLE record_ref (
  to_id TEXT NOT NULL,
  from_n INTEGER NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (to_id, from_n, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,             -- of the present incarnation
  type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  op TEXT NOT NULL,                    -- JSON
  refused TEXT,                        -- JSON {vi, en}: why the hub refused it
  refused_at TEXT
) STRICT;
CREATE INDEX outbox_refused ON outbox (seq) WHERE refused IS NOT NULL;

-- Ops that are kept though they are not in the outbox: of types that a newer version knows, and own ones of former incarnations.
CREATE TABLE kept_op (
  incarnation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  op TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('unknownType', 'formerLife')),
  PRIMARY KEY (incarnation, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL,
  type TEXT NOT NULL,
  field TEXT NOT NULL,
  winner TEXT NOT NULL,                -- JSON {value, actor, at}
  winner_clock TEXT NOT NULL,
  loser TEXT NOT NULL,
  loser_clock TEXT NOT NULL,
  settled_at TEXT,
  UNIQUE (record_id, field, loser_clock)
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  type TEXT,
  record_id TEXT,
  revision INTEGER,
  reason TEXT,
  changes TEXT NOT NULL,               -- JSON {field: [old, new]}
  hash BLOB NOT NULL                   -- SHA-256 over the hash before and this entry
) STRICT;
CREATE INDEX audit_record ON audit (record_id) WHERE record_id IS NOT NULL;

CREATE VIRTUAL TABLE search USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE search_doc (
  n INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,               -- place in recordTypeNames
  year INTEGER,
  file INTEGER                         -- n of the archive file that holds it
) STRICT;
CREATE INDEX search_doc_file ON search_doc (file) WHERE file IS NOT NULL;

CREATE TABLE page_words (page_id TEXT PRIMARY KEY, words BLOB NOT NULL) STRICT;

CREATE TABLE import_source (
  sha256 TEXT PRIMARY KEY,             -- of the whole file that was imported
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  document_id TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ocr_job (
  page_id TEXT PRIMARY KEY,
  priority INTEGER NOT NULL DEFAULT 0, -- higher is read earlier
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'leased', 'done', 'failed')),
  lease_until TEXT,
  lease_owner TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  enqueued_at TEXT NOT NULL,
  finished_at TEXT,
  seconds REAL
) STRICT;
CREATE INDEX ocr_job_state ON ocr_job (state, priority DESC, enqueued_at);
`;

import type { Database } from 'better-sqlite3';

/**
 * The line of protocol 2: several formed batches of one number may be known (one may have been formed anew), bytes are dropped once
 * the hub has them durably, others' batches are kept until the hub does, and a page may be wanted from the hub or sent first.
 */
export function widenSyncLine(db: Database): void {
  db.exec(`
CREATE TABLE sync_batch_2 (
  incarnation TEXT NOT NULL,
  number INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  codec TEXT NOT NULL,
  withheld TEXT NOT NULL,              -- JSON [seq, ...]
  bytes BLOB,                          -- NULL: the hub has it durably, or another was formed in its place
  state TEXT NOT NULL CHECK (state IN ('formed', 'acknowledged', 'replaced')),
  PRIMARY KEY (incarnation, hash)
) STRICT;
INSERT INTO sync_batch_2
  SELECT incarnation, number, first_seq, last_seq, hash,
    coalesce(lag(hash) OVER (PARTITION BY incarnation ORDER BY number), '${'0'.repeat(64)}'), 'gzip', '[]', bytes, state
  FROM sync_batch ORDER BY incarnation, number;
DROP TABLE sync_batch;
ALTER TABLE sync_batch_2 RENAME TO sync_batch;
CREATE INDEX sync_batch_number ON sync_batch (incarnation, number);
CREATE INDEX sync_batch_formed ON sync_batch (incarnation, number) WHERE state = 'formed';
CREATE INDEX sync_batch_bytes ON sync_batch (incarnation, last_seq) WHERE bytes IS NOT NULL;

-- Batches of others that were pulled before they were durable at the hub.
CREATE TABLE sync_carried (
  incarnation TEXT NOT NULL,
  number INTEGER NOT NULL,
  position INTEGER,                    -- in the hub's log; NULL: the hub was restored and has not shown it again
  hash TEXT NOT NULL,
  author TEXT,                         -- JSON, its certificate; NULL: the hub
  bytes BLOB NOT NULL,
  PRIMARY KEY (incarnation, number)
) STRICT;
CREATE INDEX sync_carried_position ON sync_carried (position);

-- priority 2: a person asked for it; 1: first page of a document; 0: the rest
ALTER TABLE sync_blob RENAME COLUMN first_page TO priority;

-- Images that were asked for from the hub.
CREATE TABLE sync_wanted (
  hash TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  asked_at TEXT NOT NULL
) STRICT;
`);
}

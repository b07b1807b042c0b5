import type { Database } from 'better-sqlite3';

/** People's rights on this machine, decisions about who sees what, approvals by a second person, and signatures of the audit log. */
export function keepTrust(db: Database): void {
  db.exec(`
CREATE TABLE account (user_id TEXT PRIMARY KEY, role TEXT NOT NULL, clearance TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE access_rule (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  about TEXT, kind TEXT, members TEXT, level TEXT, "from" TEXT, basis TEXT, remark TEXT
) STRICT;

CREATE TABLE approval (
  id TEXT PRIMARY KEY, action TEXT NOT NULL, record_id TEXT NOT NULL, reason TEXT NOT NULL,
  asked_by TEXT NOT NULL, asked_at TEXT NOT NULL, decided_by TEXT, decided_at TEXT, approved INTEGER, used_at TEXT
) STRICT;
CREATE INDEX approval_record ON approval (record_id);
CREATE INDEX approval_open ON approval (asked_at) WHERE approved IS NULL;

-- The last entry of every transaction, signed by this workstation.
CREATE TABLE audit_seal (seq INTEGER PRIMARY KEY, device TEXT NOT NULL, signature BLOB NOT NULL) STRICT;

ALTER TABLE audit ADD COLUMN form INTEGER NOT NULL DEFAULT 1;

CREATE INDEX record_secret ON record (secrecy) WHERE secrecy <> 'THUONG';
`);
}

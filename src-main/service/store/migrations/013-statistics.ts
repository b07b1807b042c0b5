import type { Database } from 'better-sqlite3';

/** What statistics count by, what was sent, what branches delivered, and forms and templates that the committee changed. */
export function keepStatistics(db: Database): void {
  db.exec(`
ALTER TABLE "case" ADD COLUMN figures TEXT;
ALTER TABLE disciplinary_decision ADD COLUMN rank TEXT;
ALTER TABLE petition ADD COLUMN petitioner_kind TEXT;
ALTER TABLE petition ADD COLUMN competent_level TEXT;
ALTER TABLE petition ADD COLUMN complaint_grounds TEXT;
CREATE TABLE inspection_staff (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  full_name TEXT, member TEXT, organisation TEXT, post TEXT, rank TEXT, birth_year INTEGER, "from" TEXT, "to" TEXT, training TEXT, courses TEXT, remark TEXT
) STRICT;
CREATE TABLE stat_snapshot (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  form TEXT, period TEXT, "from" TEXT, "to" TEXT, unit TEXT, taken_on TEXT, taken_by TEXT, sent_number TEXT, content TEXT, remark TEXT
) STRICT;
CREATE INDEX stat_snapshot_form ON stat_snapshot (removed, form, "from", "to");
CREATE TABLE stat_form (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  form_id TEXT, name TEXT, basis TEXT, content TEXT
) STRICT;
CREATE TABLE branch_report (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  organisation TEXT, form TEXT, year INTEGER, period TEXT, received_on TEXT, state TEXT, sent_by TEXT, source TEXT, figures TEXT, texts TEXT, remark TEXT
) STRICT;
CREATE INDEX branch_report_year ON branch_report (removed, year, form);
CREATE TABLE paper_template (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  template TEXT, name TEXT, content TEXT
) STRICT;
`);
}

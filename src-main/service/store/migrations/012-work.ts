import type { Database } from 'better-sqlite3';

/** What the committee's work needs: working calendars, own rule packs, and the fields of petitions, cases, discipline, duties, tasks and papers. */
export function widenWork(db: Database): void {
  db.exec(`
CREATE TABLE working_calendar (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  year INTEGER, confirmed INTEGER, confirmed_on TEXT, confirmed_by TEXT, basis TEXT, days TEXT, remark TEXT
) STRICT;
CREATE TABLE committee_pack (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  pack_id TEXT, name TEXT, valid_from TEXT, valid_to TEXT, content TEXT, based_on TEXT, origin TEXT, signer TEXT, decided_by TEXT, remark TEXT
) STRICT;
`);
  for (const [table, kinds] of Object.entries(added)) {
    for (const [sql, columns] of Object.entries(kinds))
      for (const column of columns.split(' ')) db.exec(`ALTER TABLE "${table}" ADD COLUMN "${column}" ${sql}`);
  }
  db.exec(`
-- Papers above THUONG are numbered in a register of their own.
DROP INDEX incoming_document_number;
DROP INDEX outgoing_document_number;
CREATE INDEX incoming_document_number ON incoming_document (removed, arrival_number, substr(arrived_on, 1, 4), secrecy);
CREATE INDEX outgoing_document_number ON outgoing_document (removed, number, type, term, secrecy);
`);
}

const added: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  petition: { TEXT: 'facts split_from forwards' },
  case: { TEXT: 'inspected evidence pauses schedule type_changes finance monitor' },
  duty: {
    TEXT: 'instruction supervising_unit guiding_unit committee_member risk extensions reminders',
    INTEGER: 'amount_done',
  },
  disciplinary_decision: {
    TEXT: 'concluded_on renewed_on limitation_exempt proposed_forms received_on complaints wrongful_found_on wrongful_basis apology_form restored_rights',
    INTEGER: 'secret_ballot',
  },
  task: { TEXT: 'time place participants handovers' },
  incoming_document: { TEXT: 'received_by signed_for_on petition' },
  outgoing_document: { TEXT: 'kept_at deliveries petition', INTEGER: 'voided' },
};

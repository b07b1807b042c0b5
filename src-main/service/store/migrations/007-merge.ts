import type { Database } from 'better-sqlite3';

/**
 * What full merging needs: which ops of others were merged, conflicts of single items and who settled what, and the tables of the types
 * that came with it. Values that lost before are remembered in the clocks of their records from now on (src-shared/sync/merging/memory).
 */
export function mergeInFull(db: Database): void {
  db.exec(tables);
  rememberLosers(db);
  rememberMerged(db);
}

const tables = `
-- Numbers of ops that were merged, or never come: of one incarnation from first_seq to last_seq. stamp: the latest among them.
-- A row from 0 to 0: what is not later than its stamp was merged before numbers were kept.
CREATE TABLE applied_op (
  incarnation TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (incarnation, first_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_refused_record ON outbox (record_id) WHERE refused IS NOT NULL;
CREATE INDEX kept_op_unknown ON kept_op (incarnation, seq) WHERE why = 'unknownType';

CREATE TABLE conflict_2 (
  id INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL,
  type TEXT NOT NULL,
  field TEXT NOT NULL,
  item TEXT NOT NULL,                  -- id of the item of a small table; '' for the field as a whole
  winner TEXT NOT NULL,                -- JSON {value, actor, at}: what stood when it was found
  winner_clock TEXT NOT NULL,
  loser TEXT NOT NULL,
  loser_clock TEXT NOT NULL,
  settled_at TEXT,
  settled_by TEXT,                     -- actor
  UNIQUE (record_id, field, item, loser_clock)
) STRICT;
INSERT INTO conflict_2 SELECT id, record_id, type, field, '', winner, winner_clock, loser, loser_clock, settled_at, NULL FROM conflict;
DROP TABLE conflict;
ALTER TABLE conflict_2 RENAME TO conflict;
CREATE INDEX conflict_open ON conflict (id) WHERE settled_at IS NULL;

CREATE TABLE number_range (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  register TEXT, document_type TEXT, term TEXT, year INTEGER, first INTEGER, last INTEGER, device TEXT, device_name TEXT, remark TEXT
) STRICT;
CREATE TABLE instruction (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  symbol TEXT, issued_on TEXT, issuer TEXT, subject TEXT, content TEXT, due_on TEXT, signer TEXT
) STRICT;
CREATE INDEX instruction_issued_on ON instruction (removed, issued_on);
CREATE TABLE rule_pack (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  pack_id TEXT, name TEXT, valid_from TEXT, valid_to TEXT, content TEXT
) STRICT;
CREATE TABLE code_list (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  list TEXT, name TEXT, items TEXT
) STRICT;
-- Official numbers that stand twice are looked for after every merge.
CREATE INDEX petition_number ON petition (removed, number, substr(received_on, 1, 4));
CREATE INDEX incoming_document_number ON incoming_document (removed, arrival_number, substr(arrived_on, 1, 4));
CREATE INDEX outgoing_document_number ON outgoing_document (removed, number, type, term);
`;

interface Loser {
  readonly record_id: string;
  readonly field: string;
  readonly loser: string;
  readonly loser_clock: string;
}

/** Sealed values were not kept with their conflict: of those only the conflict itself remains, as settled. */
function rememberLosers(db: Database): void {
  const open = db
    .prepare<[], Loser>('SELECT record_id, field, loser, loser_clock FROM conflict WHERE settled_at IS NULL ORDER BY loser_clock')
    .all();
  const read = db.prepare<[string], string>('SELECT clocks FROM record WHERE id = ?').pluck();
  const write = db.prepare('UPDATE record SET clocks = ? WHERE id = ?');
  const settle = db.prepare(
    "UPDATE conflict SET settled_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE record_id = ? AND field = ? AND loser_clock = ?",
  );
  for (const { record_id, field, loser, loser_clock } of open) {
    const { value, actor } = JSON.parse(loser) as { value: unknown; actor: string };
    const packed = JSON.parse(read.get(record_id) ?? '[]') as [string | Remembered, string | string[]][];
    const at = packed.findIndex(([, fields]) => (typeof fields === 'string' ? fields === field : fields.includes(field)));
    const found = packed[at];
    if (!found || value === '[sealed]') {
      settle.run(record_id, field, loser_clock);
      continue;
    }
    const [entry, fields] = found;
    const memory: Remembered = typeof entry === 'string' ? { clock: entry, heads: [] } : entry;
    memory.heads.push({ clock: loser_clock, value, actor });
    if (typeof fields === 'string') packed[at] = [memory, field];
    else {
      packed[at] = [entry, fields.filter((name) => name !== field)];
      packed.push([memory, field]);
    }
    write.run(JSON.stringify(packed), record_id);
  }
}

interface Remembered {
  readonly clock: string;
  readonly heads: { clock: string; value: unknown; actor: string }[];
}

/** Ops of an incarnation came in their order, so all up to the latest clock that stands were merged. */
function rememberMerged(db: Database): void {
  const latest = new Map<string, string>();
  for (const clocks of db.prepare<[], string>('SELECT clocks FROM record').pluck().iterate()) {
    for (const [, stamp = '', incarnation = ''] of clocks.matchAll(/"([0-9a-z]{12})\.([^."\s]+)\./g))
      if (stamp > (latest.get(incarnation) ?? '')) latest.set(incarnation, stamp);
  }
  const insert = db.prepare('INSERT INTO applied_op (incarnation, first_seq, last_seq, stamp) VALUES (?, 0, 0, ?)');
  for (const [incarnation, stamp] of latest) insert.run(incarnation, stamp);
}

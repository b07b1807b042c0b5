import { hash as digest } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { chainHash, type ChainPoint, contentHash, noAuditHash, sealText } from '#shared/secrecy/audit-chain';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { AuditAction, AuditChanges, AuditEntry, AuditLog, AuditLine } from './audit-log';
import { createAuditPlaces, ofRecord } from './audit-places';
import { createSyncState } from './key-values';
import { type NewestSeal, newestSeal } from './newest-seal';
import type { UnitOfWork } from './unit-of-work';

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly type: RecordTypeName | null;
  readonly record_id: string | null;
  readonly revision: number | null;
  readonly reason: string | null;
  readonly changes: string;
  /** SHA-256 of the changes as they were, where values were cleared from them (retention/remains). */
  readonly changes_hash: string | null;
  readonly hash: Buffer;
  /** 1: entries of before seals, chained over their whole text. */
  readonly form: number;
}

export interface AuditTable extends AuditLog {
  append(entry: {
    action: AuditAction;
    type?: RecordTypeName;
    recordId?: string;
    revision?: number;
    reason?: string;
    changes?: AuditChanges;
    actor?: string;
    at?: string;
  }): void;
  /** Fields of a record that were changed after this revision. */
  changedSince(recordId: string, revision: number): Set<string>;
  /** Who set a field last, as far as this machine has it in its log; for a field that was never changed since, who made the record. */
  lastActor(recordId: string, field: string): string | undefined;
}

/** Who signs: the workstation's id and key. */
export interface AuditSigner {
  readonly device: string;
  sign(text: string): Buffer;
  verifies(text: string, signature: Uint8Array): boolean;
}

const sha256 = (text: string): string => digest('sha256', text, 'hex');
/** Seals between are let go of: the last of each so many entries is kept, and the newest. */
const sealsKept = 1000;

/** What a new record changes. */
const noChanges = '{}';
const hashOfNone = sha256(noChanges);

type Content = Omit<Row, 'hash' | 'form'>;

const lineOf = (row: Content): AuditLine => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  action: row.action,
  type: row.type,
  record: row.record_id,
  revision: row.revision,
  reason: row.reason,
  changes: row.changes_hash ?? (row.changes === noChanges ? hashOfNone : sha256(row.changes)),
});

/** The hash of an entry, by the form that it has. */
function chained(before: string, row: Content & { readonly form: number }): string {
  if (row.form >= 2) return chainHash(sha256, before, contentHash(sha256, lineOf(row)));
  const { seq, at, actor, action, type, record_id, revision, reason, changes } = row;
  return sha256(before + JSON.stringify([seq, at, actor, action, type, record_id, revision, reason, changes]));
}

export function createAuditTable(db: Database, unit: UnitOfWork, userId: string, signer: () => AuditSigner): AuditTable {
  const last = db.prepare<[], Pick<Row, 'seq' | 'hash'>>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO audit (seq, at, actor, action, type, record_id, revision, reason, changes, hash, form) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2)',
  );
  const places = createAuditPlaces(db);
  const inRecord = db.prepare<{ id: string; before: number; limit: number }, Row>(
    `SELECT * FROM audit WHERE ${ofRecord} AND seq < @before ORDER BY seq DESC LIMIT @limit`,
  );
  const all = db.prepare<[number, number], Row>('SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?');
  const since = db.prepare<{ id: string; revision: number }, { changes: string }>(
    `SELECT changes FROM audit WHERE ${ofRecord} AND revision > @revision`,
  );
  const lastActor = db
    .prepare<{ id: string; field: string }, string>(
      `SELECT actor FROM audit WHERE ${ofRecord} AND json_type(changes, '$.' || json_quote(@field)) IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  const firstActor = db.prepare<{ id: string }, string>(`SELECT actor FROM audit WHERE ${ofRecord} ORDER BY seq LIMIT 1`).pluck();
  const between = db.prepare<[number, number], Row>('SELECT * FROM audit WHERE seq > ? AND seq <= ? ORDER BY seq');
  const hashAt = db.prepare<[number], Buffer>('SELECT hash FROM audit WHERE seq = ?').pluck();
  const keepSeal = db.prepare('INSERT OR REPLACE INTO audit_seal (seq, device, signature) VALUES (?, ?, ?)');
  const state = createSyncState(db);
  let head: ChainPoint | undefined;
  let newest: NewestSeal | undefined;
  unit.onRollback(() => {
    head = undefined;
    newest = undefined;
  });
  const headNow = (): ChainPoint => {
    if (!head) {
      const row = last.get();
      head = row ? { seq: row.seq, hash: row.hash.toString('hex') } : { seq: 0, hash: noAuditHash };
    }
    return head;
  };

  const seal = (): void => {
    if (head === undefined || newest?.seq === head.seq) return;
    newest ??= state.get<NewestSeal>(newestSeal);
    if (newest && newest.seq >= head.seq) return;
    const { device, sign } = signer();
    if (newest && Math.floor(newest.seq / sealsKept) !== Math.floor(head.seq / sealsKept))
      keepSeal.run(newest.seq, newest.device, Buffer.from(newest.signature, 'base64'));
    newest = { seq: head.seq, device, signature: sign(sealText(device, head)).toString('base64') };
    state.set(newestSeal, newest);
  };
  unit.beforeCommit(seal);

  /** Number of the first seal that does not fit, or of the last entry where it is not signed. */
  const sealsBrokenAt = (entries: number, hasNewForm: boolean): { signed: number; brokenAt: number | null } => {
    const seals = db
      .prepare<[], { seq: number; device: string; signature: Buffer }>('SELECT seq, device, signature FROM audit_seal ORDER BY seq')
      .all();
    const last = state.get<NewestSeal>(newestSeal);
    if (last) seals.push({ ...last, signature: Buffer.from(String(last.signature), 'base64') });
    const own = signer();
    for (const { seq, device, signature } of seals) {
      const hash = hashAt.get(seq)?.toString('hex');
      if (hash === undefined || !own.verifies(sealText(device, { seq, hash }), signature)) return { signed: seals.length, brokenAt: seq };
    }
    return { signed: seals.length, brokenAt: hasNewForm && seals.at(-1)?.seq !== entries ? entries : null };
  };

  return {
    append: ({ action, type, recordId, revision, reason, changes, actor, at }) => {
      const before = headNow();
      const row: Content = {
        seq: before.seq + 1,
        at: at ?? new Date().toISOString(),
        actor: actor ?? userId,
        action,
        type: type ?? null,
        record_id: recordId ?? null,
        revision: revision ?? null,
        reason: reason ?? null,
        changes: changes ? JSON.stringify(changes) : noChanges,
        changes_hash: null,
      };
      const hash = chained(before.hash, { ...row, form: 2 });
      insert.run(
        row.seq,
        row.at,
        row.actor,
        row.action,
        row.type,
        row.record_id,
        row.revision,
        row.reason,
        row.changes,
        Buffer.from(hash, 'hex'),
      );
      head = { seq: row.seq, hash };
      places.written(row.seq);
      // Outside of a transaction the entry is one by itself.
      if (!db.inTransaction) seal();
    },
    list: ({ recordId, beforeSeq = Number.MAX_SAFE_INTEGER, limit = 100 }) =>
      (recordId === undefined ? all.all(beforeSeq, limit) : inRecord.all({ id: recordId, before: beforeSeq, limit })).map(entryOf),
    changedSince: (recordId, revision) =>
      new Set(since.all({ id: recordId, revision }).flatMap(({ changes }) => Object.keys(JSON.parse(changes) as object))),
    lastActor: (recordId, field) => lastActor.get({ id: recordId, field }) ?? firstActor.get({ id: recordId }),
    head: headNow,
    hashAt: (seq) => (seq === 0 ? noAuditHash : hashAt.get(seq)?.toString('hex')),
    contents: (after, upTo) => {
      const rows = between.all(after, upTo);
      return rows.every(({ form }) => form >= 2) ? rows.map((row) => contentHash(sha256, lineOf(row))) : undefined;
    },
    lines: function* () {
      for (let after = 0; ; ) {
        const rows = between.all(after, after + 1000);
        if (rows.length === 0) return;
        yield* rows.map((row) => ({ ...lineOf(row), hash: row.hash.toString('hex'), form: row.form }));
        after = rows.at(-1)?.seq ?? after;
      }
    },
    verify: () => {
      let before = noAuditHash;
      let entries = 0;
      let hasNewForm = false;
      for (const row of db.prepare<[], Row>('SELECT * FROM audit ORDER BY seq').iterate()) {
        // The old form cannot come back: it would hide what the seals are over.
        const wrongForm = row.form < 2 && hasNewForm;
        // What was cleared is empty: nothing can be put in its place.
        const wrongClearing = row.changes_hash !== null && row.changes !== '{}';
        if (row.seq !== entries + 1 || wrongForm || wrongClearing || chained(before, row) !== row.hash.toString('hex'))
          return { entries, brokenAt: entries + 1, signed: 0 };
        hasNewForm ||= row.form >= 2;
        before = row.hash.toString('hex');
        entries += 1;
      }
      const misplaced = places.brokenAt();
      if (misplaced !== null) return { entries, brokenAt: misplaced, signed: 0 };
      return { entries, ...sealsBrokenAt(entries, hasNewForm) };
    },
  };
}

const entryOf = ({ seq, at, actor, action, type, record_id, reason, changes }: Row): AuditEntry => ({
  seq,
  at,
  actor,
  action,
  type,
  recordId: record_id,
  reason,
  changes: JSON.parse(changes) as AuditChanges,
});

/**
 * Acts over records that are taken back as one: a confirmed document, a bulk correction, a batch that was sent back. Each change is an
 * ordinary save with its audit entry and op; beside it the values before are kept, on this machine.
 */
import type { Act } from '#shared/contract/window/bulk';
import { AppError } from '#shared/errors/app-error';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../../book/book';
import type { RecordChange } from '../../store/record-store';

export type ActKind = 'verify' | 'bulk' | 'sendBack' | 'assign';

export interface Undone {
  /** Records that were set back. */
  readonly records: number;
  /** Records of which a field was changed again since: that field stays. */
  readonly kept: number;
}

export interface Acts {
  /** Begins an act; belongs into the transaction of its first change. */
  begin(kind: ActKind, title: string): number;
  /** Saves changes as a part of the act. Gives how many records really changed. */
  save(act: number, changes: readonly RecordChange[]): number;
  /** @throws AppError record.notFound for an act that is not here or was taken back already */
  undo(act: number): Undone;
  list(kinds: readonly ActKind[], limit: number): Act[];
  /** Instants of this person's acts of a kind since a day began, without those that were taken back; oldest first. */
  instantsOf(kind: ActKind, since: string): number[];
  /** The latest act of this person that was not taken back. */
  latest(kind: ActKind): number | undefined;
  /** Ids of the records that an act changed. */
  recordsOf(act: number): string[];
}

type Json = Readonly<Record<string, unknown>>;

export function createActs(book: Book): Acts {
  const { db, records, user, access } = book;
  const insert = db.prepare('INSERT INTO act (kind, title, actor, at) VALUES (?, ?, ?, ?)');
  // A record that one act changes twice is set back to what it was before the first time.
  const insertChange = db.prepare(
    'INSERT INTO act_change (act, record_id, type, before, after) VALUES (?, ?, ?, ?, ?) ON CONFLICT (act, record_id) DO UPDATE SET after = excluded.after',
  );
  const changesOf = db.prepare<[number], { record_id: string; type: RecordTypeName; before: string; after: string }>(
    'SELECT record_id, type, before, after FROM act_change WHERE act = ?',
  );
  const isOpen = db.prepare<[number], number>('SELECT 1 FROM act WHERE id = ? AND undone_at IS NULL').pluck();
  const close = db.prepare('UPDATE act SET undone_at = ? WHERE id = ?');
  const list = db.prepare<[string, number], Act>(`SELECT a.id, a.title, a.at, a.actor AS by, a.undone_at AS undoneAt,
      (SELECT count(*) FROM act_change c WHERE c.act = a.id) AS records
    FROM act a WHERE a.kind IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (SELECT 1 FROM act_change c JOIN record r ON r.id = c.record_id JOIN temp.hidden h ON h.n = r.n WHERE c.act = a.id)
    ORDER BY a.id DESC LIMIT ?`);
  const instants = db
    .prepare<[string, string, string], string>(
      'SELECT at FROM act WHERE kind = ? AND actor = ? AND at >= ? AND undone_at IS NULL ORDER BY at',
    )
    .pluck();
  const latest = db
    .prepare<[string, string], number>('SELECT id FROM act WHERE kind = ? AND actor = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1')
    .pluck();

  const save = (act: number, changes: readonly RecordChange[]): number =>
    book.transact(() => {
      let count = 0;
      for (const change of changes) {
        const before = change.id === undefined ? undefined : records.get(change.type, change.id);
        const [saved] = records.save([change]);
        if (saved === undefined || before === undefined || saved.changed.length === 0) continue;
        const after = records.get(change.type, before.id);
        const pick = (values: Json | undefined) =>
          JSON.stringify(Object.fromEntries(saved.changed.map((name) => [name, values?.[name] ?? null])));
        insertChange.run(act, before.id, change.type, pick(before.values), pick(after?.values));
        count += 1;
      }
      return count;
    });

  const undo = (act: number): Undone =>
    book.transact(() => {
      if (isOpen.get(act) === undefined) throw new AppError('record.notFound');
      let done = 0;
      let kept = 0;
      for (const { record_id: id, type, before, after } of changesOf.all(act)) {
        const now = records.get(type, id);
        if (now === undefined || now.removedAt !== null) {
          kept += 1;
          continue;
        }
        const was = JSON.parse(before) as Json;
        const became = JSON.parse(after) as Json;
        const same = Object.keys(was).filter((name) => JSON.stringify(now.values[name] ?? null) === JSON.stringify(became[name]));
        if (same.length < Object.keys(was).length) kept += 1;
        if (same.length === 0) continue;
        records.save([{ type, id, values: Object.fromEntries(same.map((name) => [name, was[name]])) }], { reason: 'Hoàn tác' });
        done += 1;
      }
      close.run(new Date().toISOString(), act);
      return { records: done, kept };
    });

  return {
    begin: (kind, title) => Number(insert.run(kind, title, user.id, new Date().toISOString()).lastInsertRowid),
    save,
    undo,
    list: (kinds, limit) => {
      // An act on what this person may not see is named by its paper.
      access.refresh();
      return list
        .all(JSON.stringify(kinds), limit)
        .map((act) => ({ ...act, by: records.titleOf(act.by) || (act.by === user.id ? user.name : '') }));
    },
    instantsOf: (kind, since) => instants.all(kind, user.id, since).map((at) => Date.parse(at)),
    latest: (kind) => latest.get(kind, user.id),
    recordsOf: (act) => changesOf.all(act).map(({ record_id }) => record_id),
  };
}

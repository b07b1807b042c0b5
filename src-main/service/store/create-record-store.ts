import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { metaFields } from '#shared/sync/op';
import { createIndexWriter } from '../search/index-writer';
import { createRebuild, type IndexRebuild } from '../search/rebuild';
import { unsealText } from '../vault/sealed-value';
import type { Secret } from '../vault/secret';
import type { Access } from '../access/access';
import type { EventBus } from '../events';
import { maxEventIds } from '../events';
import type { AuditTable } from './audit-table';
import type { LocalClock } from './local-clock';
import type { OutboxTable } from './outbox-table';
import type { LookupHit, NumberClash, RecordStore, RecordSyncState, StoredRecord } from './record-store';
import { applyRemoteOps, mergeOne, mergeReissued, type RemoteParts, type Touched } from './records/apply-remote';
import { createBesideTable } from './records/beside-table';
import { createConflictTable } from './records/conflict-table';
import { createKeptOps } from './records/kept-ops';
import { createLists } from './records/list';
import { createLookups } from './records/lookup';
import { createMergedOps } from './records/merged-ops';
import { nextNumber } from './records/next-number';
import { findNumberClashes } from './records/number-clashes';
import { createRowReader, type RecordRow } from './records/row';
import { createRowWriter, type RowWriter } from './records/row-writer';
import { resealAll } from './records/reseal';
import { saveChanges } from './records/save';
import { type SaveParts, write } from './records/write-own';
import { sendAgain } from './records/send-again';
import { settle } from './records/settle';
import { stateFingerprint } from './records/state-fingerprint';
import { countIn, isCovered, takeStates } from './records/take-snapshot';
import { createTitles, type Titles } from './records/titles';
import type { UnitOfWork } from './unit-of-work';

export interface RecordStoreParts {
  readonly db: Database;
  readonly unit: UnitOfWork;
  readonly events: EventBus;
  readonly audit: AuditTable;
  readonly outbox: OutboxTable;
  readonly clock: LocalClock;
  readonly sealedKey: Secret;
  /** Keys of sealed fields from before rotations. */
  readonly formerSealed?: readonly Secret[];
  readonly userId: string;
  /** What the signed-in person sees of lists. */
  readonly access: Access;
  /** Makes room on a full disk; says whether there was any to free. */
  freeBallast(): boolean;
}

/** What search needs of the record store beside the records themselves. */
export interface RecordReading {
  readonly titles: Titles;
  row(type: RecordTypeName, n: number): RecordRow | undefined;
  subtitle(row: RecordRow): string;
  title(row: RecordRow): string;
  /** Brings an index that a migration emptied back to what the records say. */
  readonly rebuild: IndexRebuild;
}

const mostRows = 1000;

export function createRecordStore({
  db,
  unit,
  events,
  audit,
  outbox,
  clock,
  sealedKey,
  formerSealed = [],
  userId,
  access,
  freeBallast,
}: RecordStoreParts): RecordStore & { readonly reading: RecordReading } {
  const reader = createRowReader(db);
  const titles = createTitles(db);
  const index = createIndexWriter(db, unit);
  const rows = createRowWriter(db, index, titles);
  let writes = 0;
  let clashes: { readonly writes: number; readonly limit: number; readonly found: readonly NumberClash[] } | undefined;
  const writer: RowWriter = {
    write: (change) => {
      writes += 1;
      access.written(change.type);
      return rows.write(change);
    },
  };
  const lists = createLists(db, access);
  const lookups = createLookups(db, access);
  const conflicts = createConflictTable(db, audit);
  const kept = createKeptOps(db);
  const beside = createBesideTable(db, unit, kept);
  const parts: SaveParts = { reader, writer, audit, outbox, clock, conflicts, beside, sealedKey, formerSealed, userId };
  const remote: RemoteParts = { db, reader, writer, audit, clock, conflicts, merged: createMergedOps(db, unit, clock), kept, beside };
  unit.onRollback(() => {
    titles.dropAll();
    clashes = undefined;
    lists.changedAll();
    access.changed();
  });

  const tell = (touched: readonly Touched[], origin: 'local' | 'remote'): void => {
    if (touched.length === 0) return;
    const types = [...new Set(touched.map(({ type }) => type))];
    types.forEach((type) => lists.changed(type));
    const ids = [...new Set(touched.map(({ id }) => id))];
    events.emit({ kind: 'records', types, ids: ids.length > maxEventIds ? [] : ids, origin });
    if (origin === 'local') events.emit({ kind: 'outbox' });
  };
  const require = (type: RecordTypeName, id: string): RecordRow => {
    const row = reader.byId(type, id);
    if (!row) throw new AppError('record.notFound');
    return row;
  };
  const title = (row: RecordRow): string => recordType(row.type).title(row.values as never, titles.titleOf);
  const subtitle = (row: RecordRow): string => recordType(row.type).subtitle?.(row.values as never, titles.titleOf) ?? '';
  const hit = ({ n, type }: { n: number; type: RecordTypeName }): LookupHit[] => {
    const row = reader.byN(type, n);
    return row ? [{ id: row.id, type, title: title(row), subtitle: subtitle(row) }] : [];
  };
  const stored = (row: RecordRow): StoredRecord => {
    const { sealed, open } = withoutSealed(row);
    return {
      id: row.id,
      type: row.type,
      values: open,
      title: title(row),
      subtitle: subtitle(row),
      sealed,
      createdAt: row.createdAt,
      createdBy: row.createdBy,
      updatedAt: row.updatedAt,
      updatedBy: row.updatedBy,
      removedAt: row.removedAt,
      removedReason: row.removedReason,
      revision: row.revision,
      sync: syncOf(row),
    };
  };
  const syncOf = (row: RecordRow): RecordSyncState => {
    const { sent, confirmed } = outbox.watermarks();
    return row.refused ? 'refused' : row.lastSeq <= confirmed ? 'confirmed' : row.lastSeq <= sent ? 'sent' : 'waiting';
  };
  /** Moves aside or back: an op on meta fields only. */
  const setRemoved = (
    type: RecordTypeName,
    id: string,
    reason: string,
    removedAt: string | null,
    together: ReadonlySet<string> = new Set(),
  ): void =>
    unit.run(() => {
      if (reason.trim() === '') throw new AppError('record.reasonRequired');
      if (recordType(type).author === 'hub') throw new AppError('record.byHubOnly');
      const before = require(type, id);
      if ((before.removedAt === null) === (removedAt === null)) return;
      const naming =
        removedAt === null
          ? 0
          : together.size === 0
            ? lookups.countReferrers(id)
            : lookups.referrers(id, mostRows).filter(({ type: of, n }) => !together.has(reader.byN(of, n)?.id ?? '')).length;
      if (naming > 0) throw new AppError('record.inUse', { count: naming });
      const removed = { at: removedAt, reason: removedAt === null ? null : reason };
      const revision = write(parts, {
        type,
        id,
        before,
        set: {},
        fields: { [metaFields.removedAt]: removed.at, [metaFields.removedReason]: removed.reason },
        created: { at: before.createdAt, by: before.createdBy },
        at: new Date().toISOString(),
        removed,
      });
      clock.save();
      audit.append({ action: removedAt === null ? 'restore' : 'remove', type, recordId: id, revision, reason });
      tell([{ type, id }], 'local');
    });

  return {
    reading: { titles, row: (type, n) => reader.byN(type, n), title, subtitle, rebuild: createRebuild(db, unit, index, reader) },
    save: (changes, context = {}) =>
      unit.run(() => {
        const saved = saveChanges(parts, changes, context);
        tell(
          saved.filter(({ changed, created }) => created || changed.length > 0),
          'local',
        );
        return saved;
      }),
    get: (type, id) => {
      const row = reader.byId(type, id);
      return row && stored(row);
    },
    list: (query) => {
      const order = lists.order(query);
      const offset = query.offset ?? 0;
      const page = order.slice(offset, offset + Math.min(query.limit ?? 100, mostRows));
      return { rows: page.flatMap((n) => reader.byN(query.type, n) ?? []).map(stored), total: order.length };
    },
    count: (query) => lists.count(query),
    lookup: (types, text, limit = 12) => (types.length === 0 ? [] : lookups.find(types, text, limit).flatMap(hit)),
    referrers: (id, limit = 100) => lookups.referrers(id, limit).flatMap(hit),
    history: (id, limit = 200) => audit.list({ recordId: id, limit }),
    unseal: (type, id, fields, reason) =>
      unit.run(() => {
        if (reason.trim() === '') throw new AppError('record.reasonRequired');
        const row = require(type, id);
        const sealed = fields.filter((field) => recordType(type).fields[field]?.kind === 'sealed' && row.values[field] !== undefined);
        const opened = sealed.flatMap((field): [string, string][] => {
          const text = unsealText(sealedKey, { type, id, field }, row.values[field] as string, formerSealed);
          return text === undefined ? [] : [[field, text]];
        });
        // Each workstation seals with a key of its own (docs/security.md).
        if (sealed.length > 0 && opened.length === 0) throw new AppError('record.sealedElsewhere');
        audit.append({
          action: 'unseal',
          type,
          recordId: id,
          reason,
          changes: Object.fromEntries(opened.map(([field]) => [field, ['[sealed]', '[sealed]']])),
        });
        return Object.fromEntries(opened);
      }),
    reseal: () => (formerSealed.length === 0 ? 0 : unit.run(() => resealAll(parts, db))),
    remove: (type, id, reason, together) => {
      try {
        setRemoved(type, id, reason, new Date().toISOString(), together);
      } catch (error) {
        // Moving things aside is how people make room: it must work on a full disk.
        if (!(error instanceof AppError && error.code === 'store.diskFull' && freeBallast())) throw error;
        setRemoved(type, id, reason, new Date().toISOString(), together);
      }
    },
    restore: (type, id, reason) => setRemoved(type, id, reason, null),
    titleOf: titles.titleOf,
    typeOf: (id) => reader.typeOf(id),
    applyRemote: (incarnation, ops, context = {}) =>
      unit.run(() => {
        const given = typeof context === 'function' ? { also: context } : context;
        const { touched, ...counts } = applyRemoteOps(remote, incarnation, ops, given);
        given.also?.();
        tell(touched, 'remote');
        return counts;
      }),
    renewLife: (keptThrough) => unit.run(() => tell(mergeReissued(remote, outbox.renew(keptThrough)), 'local')),
    takeOver: (incarnation, firstSeq, ops) =>
      unit.run(() => {
        const reissued = outbox.adopt(incarnation, ops);
        remote.merged.forgetFrom(incarnation, firstSeq);
        remote.merged.save();
        tell(mergeReissued(remote, reissued), 'local');
      }),
    isCovered: (authors) => isCovered(remote, authors),
    takeSnapshot: (records, authors, also) =>
      unit.run(() => {
        const { incarnation } = outbox.identity();
        const ownSeq = authors.find((author) => author.incarnation === incarnation)?.seq ?? 0;
        tell(takeStates(remote, outbox, records, ownSeq), 'remote');
        also?.();
      }),
    countSnapshot: (authors, also) =>
      unit.run(() => {
        countIn(remote, authors);
        also?.();
      }),
    fingerprint: (breathe = turn) => stateFingerprint({ db, outbox, kept, writes: () => writes }, breathe),
    projectKept: () => {
      if (!kept.hasKnown()) return 0;
      return unit.run(() => {
        const { states, ops } = kept.takeKnown();
        takeStates(remote, outbox, states, Number.MAX_SAFE_INTEGER);
        for (const { incarnation, op } of ops) mergeOne(remote, incarnation, op);
        tell([...states, ...ops.map(({ op }) => op)] as Touched[], 'remote');
        return states.length + ops.length;
      });
    },
    conflicts: (limit = 200) => conflicts.open(limit),
    settleConflict: (id, choice) =>
      unit.run(() => {
        const row = conflicts.get(id);
        if (!row) throw new AppError('record.notFound');
        const saved = settle(parts, row, choice);
        tell([{ type: row.type, id: row.record_id }], 'local');
        return saved;
      }),
    numberClashes: (limit = 100) => {
      if (clashes?.writes !== writes || clashes.limit !== limit) clashes = { writes, limit, found: findNumberClashes(db, limit) };
      return clashes.found;
    },
    sendAgain: (id) =>
      unit.run(() => {
        const type = reader.typeOf(id);
        const before = type && reader.byId(type, id);
        if (!before) throw new AppError('record.notFound');
        if (sendAgain(parts, before) !== undefined) tell([{ type: before.type, id }], 'local');
      }),
    nextNumber: (type, field, day, within = {}) => nextNumber(db, { type, field, day, within, device: clock.identity().device }),
  };
}

/** Lets whatever else waits have its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function withoutSealed(row: RecordRow): { sealed: string[]; open: Record<string, unknown> } {
  const { fields } = recordType(row.type);
  const sealed: string[] = [];
  const open: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row.values)) {
    if (fields[field]?.kind === 'sealed') sealed.push(field);
    else open[field] = value;
  }
  return { sealed, open };
}

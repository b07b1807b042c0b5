/**
 * The same store, search and archive files without what protects them: an SQLite file in plain text, no audit log, nobody from whom anything is
 * hidden, images as they are. Everything else (schema, ops of the outbox, indexes, hashes of images) is the production code.
 */
import { readFile } from 'node:fs/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Access } from '#service/access/access';
import { hashOf } from '#service/archive/page-files';
import type { BookKeys } from '#service/book/book';
import { createSearch } from '#service/search/create-search';
import type { SearchService } from '#service/search/search-service';
import type { AuditTable } from '#service/store/audit-table';
import { createRecordStore } from '#service/store/create-record-store';
import { createEventBus } from '#service/store/event-bus';
import { createLocalClock } from '#service/store/local-clock';
import { migrate } from '#service/store/migrate';
import { createOutboxTable } from '#service/store/outbox-table';
import type { RecordStore } from '#service/store/record-store';
import { createUnitOfWork } from '#service/store/unit-of-work';

export interface Unguarded {
  readonly db: Database.Database;
  readonly records: RecordStore;
  readonly search: SearchService;
  keepImage(bytes: Uint8Array): string;
  /** Checked against its hash, as rot of a disk is no matter of secrecy. */
  readImage(hash: string): Promise<Buffer>;
  close(): void;
}

export function unguarded(dir: string, keys: Pick<BookKeys, 'sealed'>, userId: string): Unguarded {
  mkdirSync(join(dir, 'pages'), { recursive: true });
  const nativeBinding = process.env['KTS_SQLITE_ADDON'];
  const db = new Database(join(dir, 'plain.db'), nativeBinding ? { nativeBinding } : {});
  // As src-main/service/store/open sets them.
  for (const pragma of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = FAST',
    'wal_autocheckpoint = 16384',
    'temp_store = MEMORY',
    'cache_size = -65536',
    'foreign_keys = OFF',
  ])
    db.pragma(pragma);
  migrate(db);
  const unit = createUnitOfWork(db, 'plain.db');
  const events = createEventBus((deliver) => unit.afterCommit(deliver));
  const clock = createLocalClock(db, unit);
  const outbox = createOutboxTable(db, unit, clock, events);
  const records = createRecordStore({
    access: everything,
    db,
    unit,
    events,
    audit: noAudit,
    outbox,
    clock,
    sealedKey: keys.sealed,
    userId,
    freeBallast: () => false,
  });
  const pathOf = (hash: string): string => join(dir, 'pages', hash);
  return {
    db,
    records,
    search: createSearch(db, unit, records.reading, everything),
    keepImage: (bytes) => {
      const hash = hashOf(bytes);
      writeFileSync(pathOf(hash), bytes);
      return hash;
    },
    readImage: async (hash) => {
      const bytes = await readFile(pathOf(hash));
      if (hashOf(bytes) !== hash) throw new Error('the image is damaged');
      return bytes;
    },
    close: () => db.close(),
  };
}

const everything = {
  account: { userId: '', role: 'chairman', clearance: 'TUYET_MAT' },
  can: () => true,
  require: () => undefined,
  visible: () => '',
  version: () => 0,
  sees: () => true,
  written: () => undefined,
  changed: () => undefined,
} as unknown as Access;

const noAudit = {
  append: () => undefined,
  list: () => [],
  changedSince: () => new Set<string>(),
  lastActor: () => undefined,
} as unknown as AuditTable;

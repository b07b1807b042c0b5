import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { declassify } from '../access/declassify';
import { createAccess } from '../access/access';
import { createApprovals } from '../access/approvals';
import { createSearch } from '../search/create-search';
import { auditSigner } from '../sync/crypto/audit-signer';
import { createAuditTable } from '../store/audit-table';
import { freeBallast } from '../store/ballast';
import { createRecordStore } from '../store/create-record-store';
import { createEventBus } from '../store/event-bus';
import { createSettings, createSyncState } from '../store/key-values';
import { createLocalClock } from '../store/local-clock';
import { createOutboxTable } from '../store/outbox-table';
import { createUnitOfWork } from '../store/unit-of-work';
import { forgetKeys } from '../vault/keys';
import type { Book, BookKeys, BookUser, Committee } from './book';
import { followRules } from './follow-rules';

export interface BookParts {
  readonly dir: string;
  readonly db: Database;
  readonly keys: BookKeys;
  readonly user: BookUser;
  readonly committee: Committee;
}

export const databaseName = 'book.db';

/** Puts the store's parts onto an open database. */
export function assembleBook({ dir, db, keys, user, committee }: BookParts): Book {
  const unit = createUnitOfWork(db, databaseName);
  const events = createEventBus((deliver) => unit.afterCommit(deliver));
  const clock = createLocalClock(db, unit);
  const audit = createAuditTable(
    db,
    unit,
    user.id,
    auditSigner(db, () => clock.identity().device),
  );
  const outbox = createOutboxTable(db, unit, clock, events);
  const access = createAccess(db, user.id);
  const approvals = createApprovals({ db, unit, audit, access });
  const records = createRecordStore({
    access,
    db,
    unit,
    events,
    audit,
    outbox,
    clock,
    sealedKey: keys.sealed,
    formerSealed: keys.formerSealed,
    userId: user.id,
    freeBallast: () => freeBallast(dir),
  });
  whenThereIsRoom(() => records.projectKept());
  whenThereIsRoom(() => records.reseal());
  whenThereIsRoom(() => declassify({ records, transact: (work) => unit.run(work) }, db, new Date().toISOString().slice(0, 10)));
  const unfollow = followRules(records, events);
  let open = true;
  return {
    dir,
    db,
    keys,
    user,
    committee,
    records,
    access,
    approvals,
    events,
    audit,
    outbox,
    search: createSearch(db, unit, records.reading, access),
    settings: createSettings(db, events),
    syncState: createSyncState(db),
    transact: (work) => unit.run(work),
    close: () => {
      if (!open) return;
      open = false;
      unfollow();
      db.close();
      forgetKeys(keys);
    },
  };
}

/** On a full disk the book opens all the same; what is kept waits for the next time. */
function whenThereIsRoom(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'store.diskFull') throw error;
  }
}

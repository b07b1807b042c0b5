import type { Database } from 'better-sqlite3';
import { asAppError } from './failures';

/**
 * Transactions of one connection. What must happen only when data is really there (events) waits for the commit; what memory
 * holds of the database (clock, chain head, caches) is dropped when anything was rolled back.
 */
export interface UnitOfWork {
  run<T>(work: () => T): T;
  /** Keeps `after` for the commit. False outside of a transaction: then it may happen at once. */
  afterCommit(after: () => void): boolean;
  /** Called as the last part of every transaction that is about to be committed. */
  beforeCommit(work: () => void): void;
  /** Called after every rollback, also of an inner part. */
  onRollback(forget: () => void): void;
}

export function createUnitOfWork(db: Database, file: string): UnitOfWork {
  const forgets: (() => void)[] = [];
  const lasts: (() => void)[] = [];
  let waiting: (() => void)[] = [];
  let depth = 0;
  const begin = db.transaction((work: () => unknown) => work());

  return {
    run: <T>(work: () => T): T => {
      const held = waiting.length;
      depth += 1;
      let result: T;
      try {
        // Inner calls become savepoints of the outer transaction.
        result = begin.immediate(() => {
          const made = work();
          if (depth === 1) lasts.forEach((last) => last());
          return made;
        }) as T;
      } catch (error) {
        waiting.length = held;
        forgets.forEach((forget) => forget());
        throw asAppError(error, file);
      } finally {
        depth -= 1;
      }
      if (depth === 0) {
        const due = waiting;
        waiting = [];
        due.forEach((after) => after());
      }
      return result;
    },
    afterCommit: (after) => {
      if (depth === 0) return false;
      waiting.push(after);
      return true;
    },
    beforeCommit: (last) => {
      lasts.push(last);
    },
    onRollback: (forget) => {
      forgets.push(forget);
    },
  };
}

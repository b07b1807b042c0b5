import Database from 'better-sqlite3';
import type { MemoryDisk, Statement } from './memory-disk';

/** The process ended here: nothing of it runs or writes any more. */
export class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}

/** What befalls a workstation's writing: its process is killed, or its disk is full. */
export interface Faults {
  /** The database as a process sees it: everything that it writes passes here first, and once it is dead nothing is read either. */
  guard(disk: MemoryDisk): Database.Database;
  /** The process dies at the n-th write from now (1: the next); a commit counts as two, before and after. */
  killAtWrite(n: number): void;
  /** Dead from now on, wherever it stands. */
  kill(): void;
  readonly dead: boolean;
  /** Every write fails as on a full disk until it is cleared. */
  diskFull: boolean;
}

type Values = readonly unknown[];

export function createFaults(): Faults {
  let left = Number.POSITIVE_INFINITY;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Killed();
  };
  const count = (): void => {
    if (dead || --left <= 0) die();
  };
  const faults: Faults = {
    diskFull: false,
    get dead() {
      return dead;
    },
    kill() {
      dead = true;
    },
    killAtWrite(n) {
      left = n;
    },
    guard(disk) {
      const { db } = disk;
      const write = (): void => {
        count();
        if (faults.diskFull) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      };
      const prepare = (sql: string, shape?: 'pluck' | 'raw') => {
        let made: Statement | undefined;
        /** Compiled when it is used first: a short run uses a third of what a book prepares. */
        const compiled = (): Statement => {
          if (dead) throw new Killed();
          return (made ??= disk.statement(sql, shape));
        };
        return {
          pluck: () => prepare(sql, 'pluck'),
          raw: () => prepare(sql, 'raw'),
          run: (...values: Values) => {
            const statement = compiled();
            if (!statement.readonly) write();
            return statement.run(...values);
          },
          get: (...values: Values) => compiled().get(...values),
          all: (...values: Values) => compiled().all(...values),
          iterate: (...values: Values) => compiled().iterate(...values),
        };
      };
      const exec = (sql: string) => {
        write();
        return db.exec(sql);
      };
      const transaction = (work: (...values: unknown[]) => unknown) => {
        const guarded = (...values: unknown[]): unknown => {
          const outermost = depth === 0;
          depth += 1;
          try {
            const result = work(...values);
            if (outermost) write();
            return result;
          } finally {
            depth -= 1;
          }
        };
        const run = db.transaction(guarded);
        const afterwards =
          (call: (...values: unknown[]) => unknown) =>
          (...values: unknown[]): unknown => {
            const result = call(...values);
            if (depth === 0) count();
            return result;
          };
        return Object.assign(afterwards(run), {
          default: afterwards(run.default),
          deferred: afterwards(run.deferred),
          immediate: afterwards(run.immediate),
          exclusive: afterwards(run.exclusive),
          database: db,
        });
      };
      let depth = 0;
      const guarded = { prepare, exec, transaction, close: () => disk.release() };
      return Object.create(db, Object.getOwnPropertyDescriptors(guarded)) as Database.Database;
    },
  };
  return faults;
}

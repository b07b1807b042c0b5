import Database from 'better-sqlite3';

/** The process ended here: nothing of it runs or writes any more. */
export class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}

/** What befalls a workstation's writing: its process is killed, or its disk is full. */
export interface Faults {
  /** Lets everything that is written to `db` pass here first. */
  guard(db: Database.Database): void;
  /** The process dies at the n-th write from now (1: the next); a commit counts as two, before and after. */
  killAtWrite(n: number): void;
  /** Dead from now on, wherever it stands. */
  kill(): void;
  readonly dead: boolean;
  /** Every write fails as on a full disk until it is cleared. */
  diskFull: boolean;
}

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
    guard(db) {
      const write = (): void => {
        count();
        if (faults.diskFull) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      };
      const prepare = db.prepare.bind(db);
      db.prepare = ((sql: string) => {
        const statement = prepare(sql);
        if (statement.readonly) return statement;
        const run = statement.run.bind(statement);
        return Object.assign(statement, {
          run: (...values: unknown[]) => {
            write();
            return run(...values);
          },
        });
      }) as typeof db.prepare;
      const exec = db.exec.bind(db);
      db.exec = (sql) => {
        write();
        return exec(sql);
      };
      const transaction = db.transaction.bind(db);
      db.transaction = ((work: (...values: unknown[]) => unknown) => {
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
        const run = transaction(guarded);
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
      }) as typeof db.transaction;
      let depth = 0;
    },
  };
  return faults;
}

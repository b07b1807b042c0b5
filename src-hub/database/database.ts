import pg from 'pg';
import { copyIn } from './copy';

/** Whatever can run SQL: the pool or one transaction. */
export interface Sql {
  query<R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** The same for what is run again and again: parsed and planned once per connection under its name. */
  prepared<R extends pg.QueryResultRow = pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<R[]>;
}

/** One transaction. Statements go out at once and run in the order in which they were asked for, also where nobody waited for the one before. */
export interface Transaction extends Sql {
  /** Rows that are new, in the binary form of database/copy.ts; `into` names the table and its columns. */
  copy(into: string, messages: Buffer): Promise<void>;
  /** Nobody waits for these: the commit goes out behind them, and where one fails the whole transaction fails with it. */
  unawaited(...statements: readonly Promise<unknown>[]): void;
}

export interface Database extends Sql {
  /** Runs `work` in one transaction; anything thrown rolls it back whole. */
  transaction<T>(work: (sql: Transaction) => Promise<T>): Promise<T>;
  /** Runs `work` against one moment of the database, read only. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction against one moment of the database, which comes when nobody else holds `lock`, in this instance or another; a row that
   * somebody else changed since cannot be changed. All of it takes one connection: where each of many holds one and waits for a second, all wait for ever.
   */
  alone<T>(lock: readonly [kind: string, name: string], work: (sql: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// Positions, sequence numbers and sizes are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 20, application_name: 'kts hub', pipeline: true });
  // An idle connection that dies (database restarted) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const on = (client: pg.Pool | pg.PoolClient): Sql => ({
    query: async (text, values) => (await client.query(text, values as unknown[])).rows as never,
    prepared: async (name, text, values) => (await client.query({ name, text, values: values as unknown[] })).rows as never,
  });
  /** A connection that `leave` was called for is closed instead of given back. */
  const withClient = async <T>(work: (client: pg.PoolClient, leave: (error: Error) => void) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client, (error) => {
        broken = error;
      });
    } finally {
      client.release(broken);
    }
  };
  const within = async <T>(
    client: pg.PoolClient,
    leave: (error: Error) => void,
    begin: string,
    work: (sql: Transaction) => Promise<T>,
  ): Promise<T> => {
    const pending: Promise<unknown>[] = [];
    const unawaited = (...statements: readonly Promise<unknown>[]): void => {
      for (const statement of statements) statement.catch(() => undefined);
      pending.push(...statements);
    };
    try {
      unawaited(client.query(begin));
      const result = await work({ ...on(client), copy: (into, messages) => copyIn(client, into, messages), unawaited });
      const committed = client.query('COMMIT');
      await Promise.all([...pending, committed]);
      // A transaction in which anything failed is rolled back by it, without an error.
      if ((await committed).command !== 'COMMIT') throw new Error('the transaction was rolled back');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(leave);
      // What failed while nobody waited is why all behind it failed.
      throw (await Promise.allSettled(pending)).find((each) => each.status === 'rejected')?.reason ?? error;
    }
  };
  return {
    ...on(pool),
    transaction: (work) => withClient((client, leave) => within(client, leave, 'BEGIN', work)),
    snapshot: (work) => withClient((client, leave) => within(client, leave, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work)),
    alone: (lock, work) =>
      withClient(async (client, leave) => {
        try {
          // Before the transaction begins: what others committed while this one waited must be seen.
          await client.query('SELECT pg_advisory_lock(hashtext($1), hashtext($2))', [...lock]);
          return await within(client, leave, 'BEGIN ISOLATION LEVEL REPEATABLE READ', work);
        } finally {
          await client.query('SELECT pg_advisory_unlock(hashtext($1), hashtext($2))', [...lock]).catch(leave);
        }
      }),
    close: () => pool.end(),
  };
}

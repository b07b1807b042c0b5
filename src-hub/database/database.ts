import pg from 'pg';

/** Whatever can run SQL: the pool or one transaction. */
export interface Sql {
  query<R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** The same for what is run again and again: parsed and planned once per connection under its name. */
  prepared<R extends pg.QueryResultRow = pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<R[]>;
}

export interface Database extends Sql {
  /** Runs `work` in one transaction; anything thrown rolls it back whole. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs `work` against one moment of the database, read only. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// Positions, sequence numbers and sizes are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 20, application_name: 'kts hub' });
  // An idle connection that dies (database restarted) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const on = (client: pg.Pool | pg.PoolClient): Sql => ({
    query: async (text, values) => (await client.query(text, values as unknown[])).rows as never,
    prepared: async (name, text, values) => (await client.query({ name, text, values: values as unknown[] })).rows as never,
  });
  const within = async <T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(on(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    ...on(pool),
    transaction: (work) => within('BEGIN', work),
    snapshot: (work) => within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    close: () => pool.end(),
  };
}

import type { Database, Sql } from './database';
import { migration0001 } from './migrations/0001-log';
import { migration0002 } from './migrations/0002-scopes';
import { migration0003 } from './migrations/0003-uploads';
import { migration0004 } from './migrations/0004-courier';
import { migration0005 } from './migrations/0005-audit';
import { migration0006 } from './migrations/0006-destroyed';
import { migration0007 } from './migrations/0007-destroyed-texts';
import { migration0008 } from './migrations/0008-copied-rows';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** What SQL alone cannot work out, in the same transaction. */
  readonly after?: (sql: Sql) => Promise<void>;
}

/** Forward only; a number that has once been released is never changed. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
];

/** Advisory lock so that several instances that start together migrate once. */
const lock = 7_205_759;

export class NewerSchema extends Error {}

/** Brings the database to this version, or to an older one. @throws NewerSchema when a newer hub has used it. */
export async function migrate(database: Database, newest = migrations.at(-1)?.number ?? 0): Promise<number> {
  return database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await sql.query(
      'CREATE TABLE IF NOT EXISTS schema_version (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const done = await versionOf(sql);
    if (done > newest) throw new NewerSchema(`this database was used by a newer hub (schema ${done}, this one knows ${newest})`);
    for (const { number, name, sql: text, after } of migrations.filter(
      (migration) => migration.number > done && migration.number <= newest,
    )) {
      await sql.query(text);
      await after?.(sql);
      await sql.query('INSERT INTO schema_version (number, name) VALUES ($1, $2)', [number, name]);
    }
    return newest;
  });
}

const versionOf = async (sql: Sql): Promise<number> =>
  (await sql.query<{ n: number | null }>('SELECT max(number) AS n FROM schema_version'))[0]?.n ?? 0;

import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { migrations, schemaVersion } from './migrations/index';

/**
 * Brings the schema to the present version, each step in a transaction of its own with its number, so that a power cut leaves
 * a whole version. `to` is for tests of older versions.
 * @throws AppError store.newerSchema
 */
export function migrate(db: Database, to = schemaVersion): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > schemaVersion) throw new AppError('store.newerSchema', { found, known: schemaVersion });
  for (let version = found + 1; version <= to; version += 1) {
    db.transaction(() => {
      migrations[version - 1]?.(db);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

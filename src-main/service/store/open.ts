import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import type { Secret } from '../vault/secret';
import { asAppError } from './failures';
import { schemaVersion } from './migrations/index';
import { migrate } from './migrate';

export interface OpenOptions {
  /** Makes a new file; refused where one exists. Without it the file must exist. */
  readonly create?: boolean;
  /** Schema to stop at; for tests of older versions. */
  readonly schema?: number;
}

/**
 * Opens the encrypted database of a book and brings its schema up to date. The connection holds the file for itself until it is
 * closed: a second process is refused by the lock of the operating system, which a crash releases.
 * @throws AppError store.notFound, store.exists, store.inUse, store.notABook, store.newerSchema, store.io, store.diskFull
 */
export function openDatabase(file: string, key: Secret, options: OpenOptions = {}): Database.Database {
  if (options.create === true && existsSync(file)) throw new AppError('store.exists', { dir: file });
  if (options.create !== true && !existsSync(file)) throw new AppError('store.notFound', { dir: file });
  let db: Database.Database | undefined;
  try {
    db = openRaw(file, key);
    settle(db);
    keepBefore(db, file, options.schema);
    migrate(db, options.schema);
    return db;
  } catch (error) {
    db?.close();
    throw asAppError(error, file);
  }
}

/** The key as the cipher takes it: without 'raw:' the bytes would be taken for a passphrase and be derived once more. */
export const rawKey = (key: Secret): Buffer => Buffer.concat([Buffer.from('raw:'), key.reveal()]);

/** A connection that knows the key and nothing else: for copies that are rekeyed or checked. Nothing was read yet. */
export function openRaw(file: string, key: Secret, options: { readonly?: boolean } = {}): Database.Database {
  const nativeBinding = process.env['KTS_SQLITE_ADDON'];
  const db = new Database(file, { timeout: 500, ...options, ...(nativeBinding ? { nativeBinding } : {}) });
  // The cipher before the key.
  db.pragma("cipher = 'sqlcipher'");
  db.key(rawKey(key));
  return db;
}

/**
 * The database as an older version left it, beside it as book.db.before-N: a migration that turns out wrong can be taken back by hand.
 * Encrypted by the same key; the one of the migration before goes. Made by another name and renamed, so it is whole or not there.
 */
function keepBefore(db: Database.Database, file: string, to = schemaVersion): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found === 0 || found >= to || found > schemaVersion) return;
  const kept = `${file}.before-${found}`;
  if (existsSync(kept)) return;
  const part = `${kept}.part`;
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(`${basename(file)}.before-`) && !name.endsWith('.part')) rmSync(join(dirname(file), name), { force: true });
  renameSync(part, kept);
}

function settle(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  // A commit that was confirmed to the hub must survive a power cut (rule 1 of sync).
  db.pragma('synchronous = FULL');
  // Deleted content is overwritten: sealed texts and moved pages leave no trace in free pages.
  db.pragma('secure_delete = FAST');
  // 64 MiB of log before it is carried over: a large import writes the same pages of the indexes again and again.
  db.pragma('wal_autocheckpoint = 16384');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  // References are checked by the record store: records of others may name what has not arrived yet.
  db.pragma('foreign_keys = OFF');
}

import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import type { Secret } from '../vault/secret';
import { asAppError } from './failures';
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

import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { openDatabase } from '../store/open';
import { bookKeysOf } from '../vault/former-keys';
import { unlockByMachine } from '../vault/os-store';
import type { Secret } from '../vault/secret';
import { unlock } from '../vault/unlock';
import { readVault } from '../vault/vault-file';
import { assembleBook, databaseName } from './assemble-book';
import { finishRotation } from './rotate-keys';
import type { Book, BookHead, BookUnlock, BookUser, Committee } from './book';

/**
 * What a book shows before it is unlocked.
 * @throws AppError store.notFound, store.notABook
 */
export function readBookHead(dir: string): BookHead {
  const { committee, users } = readVault(dir);
  return { committee, users: users.map(userOf) };
}

const userOf = ({ id, name, title }: BookUser): BookUser => ({ id, name, title });

/**
 * Unlocks and opens the book in `dir`. A change of keys that was cut off is finished first. A master key that is handed in is the
 * caller's to forget.
 * @throws AppError store.notFound, store.notABook, store.newerSchema, store.inUse, vault.unknownUser, vault.wrongPassphrase,
 *   vault.tooManyTries, vault.tampered
 */
export async function openBook(dir: string, by: BookUnlock): Promise<Book> {
  const { committee, users } = readBookHead(dir);
  const user = by.userId === undefined ? users[0] : users.find(({ id }) => id === by.userId);
  if (!user) throw new AppError('vault.unknownUser');
  if ('masterKey' in by) return openWith(dir, by.masterKey, user, committee);
  const unlocked = 'osStore' in by ? await unlockByMachine(dir, user.id, by.osStore) : await unlock(dir, user.id, by.passphrase);
  const master = unlocked.next ? await finishRotation(dir, unlocked) : unlocked.master;
  try {
    return openWith(dir, master, user, committee);
  } finally {
    unlocked.master.forget();
    unlocked.next?.forget();
  }
}

function openWith(dir: string, master: Secret, user: BookUser, committee: Committee): Book {
  const keys = bookKeysOf(readVault(dir), master);
  const db = openDatabase(join(dir, databaseName), keys.database);
  return assembleBook({ dir, db, keys, user, committee });
}

import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { openDatabase } from '../store/open';
import { deriveBookKeys } from '../vault/keys';
import { unlockMaster } from '../vault/unlock';
import { readVault } from '../vault/vault-file';
import { assembleBook, databaseName } from './assemble-book';
import type { Book, BookHead, BookUnlock, BookUser } from './book';

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
 * Unlocks and opens the book in `dir`. A master key that is handed in is the caller's to forget.
 * @throws AppError store.notFound, store.notABook, store.newerSchema, store.inUse, vault.unknownUser, vault.wrongPassphrase, vault.tooManyTries
 */
export async function openBook(dir: string, unlock: BookUnlock): Promise<Book> {
  const { committee, users } = readBookHead(dir);
  const user = unlock.userId === undefined ? users[0] : users.find(({ id }) => id === unlock.userId);
  if (!user) throw new AppError('vault.unknownUser');
  const master = 'masterKey' in unlock ? unlock.masterKey : await unlockMaster(dir, user.id, unlock.passphrase);
  const keys = deriveBookKeys(master);
  if (!('masterKey' in unlock)) master.forget();
  const db = openDatabase(join(dir, databaseName), keys.database);
  return assembleBook({ dir, db, keys, user, committee });
}

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { layBallast } from '../store/ballast';
import { openDatabase } from '../store/open';
import { uuid7 } from '../store/uuid7';
import { deriveBookKeys, newMasterKey } from '../vault/keys';
import { requireStrong } from '../vault/passphrase';
import { wrapFor } from '../vault/unlock';
import { writeVault } from '../vault/vault-file';
import { assembleBook, databaseName } from './assemble-book';
import type { Book, BookSetup, BookUser, Committee } from './book';

export interface CreateOptions {
  /** Room to keep for a full disk, in bytes; 0 for none (tests, practice). Default 64 MiB. */
  readonly ballastBytes?: number;
  /** Whether the passphrase is made to take about half a second on this machine; see vault/passphrase. Default: the floor. */
  readonly calibrated?: boolean;
}

/**
 * Makes a new book in `dir` (made where missing) and opens it for its first user. The vault is written last: a folder without
 * vault.json holds no book, so an interrupted creation is simply begun again.
 * @throws AppError vault.weakPassphrase, store.exists, store.diskFull, store.io
 */
export async function createBook(dir: string, setup: BookSetup, options: CreateOptions = {}): Promise<Book> {
  requireStrong(setup.passphrase);
  if (existsSync(join(dir, 'vault.json'))) throw new AppError('store.exists', { dir });
  makeFolder(dir);
  const committee: Committee = { ...setup.committee, id: uuid7(), createdAt: new Date().toISOString() };
  const user: BookUser = { id: uuid7(), name: setup.user.name, title: setup.user.title };
  const master = newMasterKey();
  const wrapped = await wrapFor(user, committee.id, master, setup.passphrase, { calibrated: options.calibrated === true });
  const keys = deriveBookKeys(master);
  master.forget();
  setAsideUnfinished(dir);
  const db = openDatabase(join(dir, databaseName), keys.database, { create: true });
  try {
    writeVault(
      dir,
      { format: 'kiem-tra-so vault', version: 2, committee, users: [wrapped], recovery: null, formerSealed: [], rotation: null },
      keys.vault,
    );
  } catch (error) {
    db.close();
    throw error;
  }
  if (options.ballastBytes !== 0) layBallast(dir, options.ballastBytes);
  return assembleBook({ dir, db, keys, user, committee });
}

/** A database without a vault has no key any more (creation was interrupted); it is kept under another name all the same. */
function setAsideUnfinished(dir: string): void {
  for (const name of readdirSync(dir))
    if (name.startsWith(databaseName)) renameSync(join(dir, name), join(dir, `unfinished-${Date.now()}-${name}`));
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AppError('store.io', { dir }, error);
  }
}

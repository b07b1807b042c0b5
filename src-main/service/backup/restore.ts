/**
 * Restoring on this or a new machine: a set is unlocked by somebody's passphrase or by the recovery sheet, copied beside the place of
 * the book, opened and checked there, and only then takes its place. A book that stands there is set aside, never overwritten. What came
 * after the set, sync brings: the hub notices a workstation that has less than it had.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { writeAtomically } from '../archive/atomic-file';
import { hashOf } from '../archive/page-files';
import { databaseName } from '../book/assemble-book';
import { openBook } from '../book/open-book';
import { finishRotation } from '../book/rotate-keys';
import { bookKeysOf } from '../vault/former-keys';
import { forgetKeys } from '../vault/keys';
import { recoverPassphrase } from '../vault/manage';
import { recoveryText, secretFromWords } from '../vault/recovery-words';
import { openBytes } from '../vault/sealed-bytes';
import { unlock, unlockByRecovery } from '../vault/unlock';
import { readVault, vaultName } from '../vault/vault-file';
import { isGenuine, pageOf, readManifest } from './layout';
import { sha256OfFile } from './file-hash';

export type RestoreUnlock =
  | { readonly userId: string; readonly passphrase: string }
  /** Words of the sheet, or of two shares; `newPassphrase` is that of the person from then on. */
  | { readonly userId: string; readonly words: readonly string[]; readonly newPassphrase: string };

export interface Restored {
  readonly madeAt: string;
  readonly records: number;
  readonly pages: number;
  /** Images that the backup has not, or not whole: the province may still have them. */
  readonly missing: readonly string[];
  /** Where a book that stood there is now. */
  readonly setAside: string | null;
}

/**
 * @param set folder of one set
 * @param target folder that the book is to be in
 * @throws AppError backup.notSound, vault.wrongPassphrase, vault.wrongWords, store.diskFull, store.io
 */
export async function restoreBackup(
  set: string,
  target: string,
  by: RestoreUnlock,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Restored> {
  const manifest = readManifest(set);
  if (!manifest) throw new AppError('backup.notSound', { dir: set });
  const root = dirname(dirname(set));
  const work = `${target}.restoring`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true, mode: 0o700 });
  try {
    await copyFile(join(set, vaultName), join(work, vaultName));
    await copyFile(join(set, databaseName), join(work, databaseName));
    const secret = 'words' in by ? recoveryText((await secretFromWords(by.words)).reveal()) : undefined;
    const unlocked =
      secret === undefined && 'passphrase' in by
        ? await unlock(work, by.userId, by.passphrase)
        : await unlockByRecovery(work, secret ?? '');
    const keys = bookKeysOf(readVault(work), unlocked.master);
    if (!isGenuine(manifest, keys.backup) || (await sha256OfFile(join(work, databaseName))) !== manifest.database.sha256)
      throw new AppError('backup.notSound', { dir: set });
    const hashes = (await readFile(join(set, 'pages.list'), 'utf8')).split('\n').filter(Boolean);
    const missing: string[] = [];
    let done = 0;
    for (const hash of hashes) {
      const sealed = await readFile(pageOf(root, manifest.pages.keyId, hash)).catch(() => undefined);
      if (sealed && opens(keys.pages, hash, sealed)) await writeAtomically(join(work, 'pages', hash.slice(0, 2), `${hash}.ktp`), sealed);
      else missing.push(hash);
      progress(++done, hashes.length);
    }
    forgetKeys(keys);
    if (unlocked.next) await finishRotation(work, unlocked);
    if ('words' in by) await recoverPassphrase(work, secret ?? '', by.userId, by.newPassphrase, { calibrated: true });
    const passphrase = 'words' in by ? by.newPassphrase : by.passphrase;
    unlocked.master.forget();
    const book = await openBook(work, { userId: by.userId, passphrase });
    const records = Number(book.db.prepare('SELECT count(*) FROM record').pluck().get());
    book.transact(() => book.audit.append({ action: 'restoreBackup', reason: `${manifest.madeAt} · ${missing.length}` }));
    book.close();
    const setAside = existsSync(join(target, vaultName)) ? `${target}-truoc-${manifest.madeAt.slice(0, 10)}-${Date.now()}` : null;
    if (setAside) renameSync(target, setAside);
    else rmSync(target, { recursive: true, force: true });
    renameSync(work, target);
    return { madeAt: manifest.madeAt, records, pages: hashes.length, missing, setAside };
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

function opens(key: Parameters<typeof openBytes>[0], hash: string, sealed: Uint8Array): boolean {
  try {
    return hashOf(openBytes(key, hash, sealed)) === hash;
  } catch {
    return false;
  }
}

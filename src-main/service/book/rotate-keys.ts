/**
 * Rotation of the master key: everything of the book is encrypted anew. The book is closed meanwhile. Journal is vault.json itself:
 *
 *   1. vault.json gets, for every holder, the next master key beside the present one                     (sealed by the present key)
 *   2. every page and each picture of it is encrypted anew, one atomic file at a time; one that opens by the next key is done already
 *   3. a copy of the database is rekeyed beside it, then takes its place by rename
 *   4. vault.json is written with the next master key alone                                               (sealed by the next key)
 *
 * Killed at any point, the next unlocking finds 1 and goes on: whoever unlocks by the present key finds the next one, too. Sealed
 * fields are sealed anew when the book is opened (`RecordStore.reseal`), as ops, so that the hub's copies follow; their former keys
 * stay in vault.json under the new master key, for what still arrives.
 */
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { writeAtomically } from '../archive/atomic-file';
import { openDatabase, openRaw, rawKey } from '../store/open';
import { bookKeysOf, formerSealedAfter } from '../vault/former-keys';
import { forgetKeys, newMasterKey } from '../vault/keys';
import { wrapForHolder } from '../vault/key-holder';
import type { Actor } from '../vault/manage';
import { openBytes, sealBytes } from '../vault/sealed-bytes';
import type { Secret } from '../vault/secret';
import { holderName, unlock, type Unlocked, withVaultKey } from '../vault/unlock';
import { readVault, type VaultFile, writeVault } from '../vault/vault-file';
import { imageFolders, sealedFileName } from '../archive/page-files';
import { databaseName } from './assemble-book';

export type RotationProgress = (done: number, total: number) => void;

/**
 * Gives the closed book in `dir` a new master key.
 * @throws AppError vault.wrongPassphrase; vault.entryOld when somebody has not unlocked since entries have public keys; store.inUse
 */
export async function rotateKeys(dir: string, actor: Actor, progress?: RotationProgress): Promise<void> {
  const unlocked = await unlock(dir, actor.userId, actor.passphrase);
  try {
    const begun = unlocked.next ? unlocked : beginRotation(dir, unlocked);
    await finishRotation(dir, begun, progress);
    begun.next?.forget();
  } finally {
    unlocked.master.forget();
  }
}

function beginRotation(dir: string, { vault, master }: Unlocked): Unlocked {
  const next = newMasterKey();
  const holders = [...vault.users, ...(vault.recovery ? [{ ...vault.recovery, name: '' }] : [])];
  const boxes = holders.map((holder) => {
    const box = wrapForHolder(holderName(vault, holder.id), holder, next);
    if (box === undefined) throw new AppError('vault.entryOld', { name: holder.name });
    return [holder.id, box] as const;
  });
  // Ways in by the system's key store end here; whoever wants theirs asks for it again.
  const { machines: _ended, ...kept } = vault;
  const begun = { ...kept, rotation: { startedAt: new Date().toISOString(), next: Object.fromEntries(boxes) } };
  withVaultKey(master, (key) => writeVault(dir, begun, key));
  return { vault: begun, master, next };
}

/** Goes on with a rotation from wherever it was cut off. Gives the next master key, which is the book's from then on. */
export async function finishRotation(dir: string, { vault, master, next }: Unlocked, progress?: RotationProgress): Promise<Secret> {
  if (!next || !vault.rotation) throw new Error('no rotation is under way');
  const [keys, nextKeys] = [bookKeysOf(vault, master), bookKeysOf({ formerSealed: [] }, next)];
  try {
    await encryptPages(dir, keys.pages, nextKeys.pages, progress);
    rekeyDatabase(dir, keys.database, nextKeys.database);
    writeVault(dir, withNext(readVault(dir), formerSealedAfter(keys, next)), nextKeys.vault);
    return next;
  } finally {
    forgetKeys(keys);
    forgetKeys(nextKeys);
  }
}

const withNext = ({ rotation, ...vault }: VaultFile, formerSealed: string[]): VaultFile => {
  const given = <H extends { id: string; wrapped: string }>(holder: H): H => ({
    ...holder,
    wrapped: rotation?.next[holder.id] ?? holder.wrapped,
  });
  return {
    ...vault,
    users: vault.users.map(given),
    recovery: vault.recovery && given(vault.recovery),
    formerSealed,
    rotation: null,
  };
};

async function encryptPages(dir: string, from: Secret, to: Secret, progress: RotationProgress = () => undefined): Promise<void> {
  const files: { path: string; name: string }[] = [];
  for (const folder of imageFolders)
    for (const entry of await readdir(join(dir, folder), { recursive: true, withFileTypes: true }).catch(() => []))
      if (entry.isFile() && entry.name.endsWith('.ktp'))
        files.push({ path: join(entry.parentPath, entry.name), name: sealedFileName(folder, entry.name) });
  let done = 0;
  for (const { path, name } of files) {
    const sealed = await readFile(path);
    const clear = opened(to, name, sealed) ? undefined : opened(from, name, sealed);
    // A damaged file opens by neither key: it stays for `verify` to tell of, and for a backup to mend.
    if (clear) await writeAtomically(path, sealBytes(to, name, clear));
    progress(++done, files.length);
  }
}

function opened(key: Secret, name: string, sealed: Uint8Array): Buffer | undefined {
  try {
    return openBytes(key, name, sealed);
  } catch (error) {
    if (error instanceof AppError && error.code === 'page.damaged') return undefined;
    throw error;
  }
}

function rekeyDatabase(dir: string, from: Secret, to: Secret): void {
  const file = join(dir, databaseName);
  const copy = `${file}.next`;
  for (const left of [copy, `${copy}-journal`, `${copy}-wal`]) rmSync(left, { force: true });
  if (opensBy(file, to)) return;
  // Opening carries over what a killed process left in the log; closing removes the log, so that the file alone is the database.
  openDatabase(file, from).close();
  if (existsSync(`${file}-wal`)) throw new AppError('store.inUse', { dir });
  copyFileSync(file, copy);
  const db = openRaw(copy, from);
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = DELETE');
    db.rekey(rawKey(to));
  } finally {
    db.close();
  }
  flush(copy);
  renameSync(copy, file);
  // Copies of before a migration are of the key that goes.
  for (const name of readdirSync(dir)) if (name.startsWith(`${databaseName}.before-`)) rmSync(join(dir, name), { force: true });
}

function opensBy(file: string, key: Secret): boolean {
  try {
    openDatabase(file, key).close();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'store.notABook') return false;
    throw error;
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

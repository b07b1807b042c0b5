import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { appVersion } from '../app-version';
import { diskFailure, writeAtomically } from '../archive/atomic-file';
import type { Book } from '../book/book';
import { requireReal } from '../book/training';
import { databaseName } from '../book/assemble-book';
import { purgeKey } from '../retention/destroy';
import { vaultName } from '../vault/vault-file';
import { schemaVersion } from '../store/migrations/index';
import { keptSets } from './keep';
import { keyIdOf, macOf, type Manifest, pageOf, partSuffix, readSets, rootOf, setName, setsOf } from './layout';
import { checkSet } from './check-set';
import { sha256OfFile } from './file-hash';

export interface BackupMade {
  readonly name: string;
  readonly dir: string;
  readonly madeAt: string;
  /** Of the database and of the images that were copied now. */
  readonly bytes: number;
  readonly pages: number;
  readonly copied: number;
  /** Images that the book itself does not have whole: hashes. */
  readonly unreadable: readonly string[];
}

export interface BackupOptions {
  readonly signal?: AbortSignal;
  readonly now?: Date;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Makes a set in `place` and opens it again before it counts. Cut off at any point, what was there stays; the next one goes on with the
 * images that are copied already.
 * @throws AppError training.notHere, backup.place when the place cannot be written, backup.notSound, store.diskFull, store.io
 */
export async function makeBackup(book: Book, place: string, options: BackupOptions = {}): Promise<BackupMade> {
  requireReal(book);
  const { now = new Date(), signal, progress = () => undefined } = options;
  if (!existsSync(place)) throw new AppError('backup.place', { dir: place });
  const root = rootOf(place, book.committee.id);
  const name = freeName(root, now);
  const part = join(setsOf(root), `${name}${partSuffix}`);
  try {
    mkdirSync(setsOf(root), { recursive: true });
    await clearParts(root);
    mkdirSync(part);
    const file = join(part, databaseName);
    // One statement, so what it copies is of one moment; encrypted by the same key. The page images follow: they are never changed.
    book.db.prepare('VACUUM INTO ?').run(file);
    const hashes = book.db
      .prepare<[], string>(
        "SELECT DISTINCT image FROM page WHERE image IS NOT NULL AND coalesce(state, '') NOT IN ('DA_RUT', 'DA_TIEU_HUY') ORDER BY image",
      )
      .pluck()
      .all();
    const [records, head] = [Number(book.db.prepare('SELECT count(*) FROM record').pluck().get()), book.audit.head()];
    await writeAtomically(join(part, vaultName), await readFile(join(book.dir, vaultName)));
    const keyId = keyIdOf(book.keys.pages);
    const { copied, bytes, unreadable } = await copyPages(book, root, keyId, hashes, signal, progress);
    const list = Buffer.from(hashes.map((hash) => `${hash}\n`).join(''), 'utf8');
    await writeAtomically(join(part, 'pages.list'), list);
    const manifest: Omit<Manifest, 'mac'> = {
      format: 'kiem-tra-so backup',
      version: 1,
      committee: { id: book.committee.id, name: book.committee.name },
      madeAt: now.toISOString(),
      appVersion,
      schema: schemaVersion,
      database: { bytes: statSync(file).size, sha256: await sha256OfFile(file) },
      pages: { keyId, count: hashes.length, sha256: createHash('sha256').update(list).digest('hex') },
      records,
      audit: { seq: head.seq, hash: head.hash },
    };
    const whole: Manifest = { ...manifest, mac: macOf(manifest, book.keys.backup) };
    await writeAtomically(join(part, 'manifest.json'), Buffer.from(`${JSON.stringify(whole, null, 2)}\n`, 'utf8'));
    const checked = await checkSet(part, root, book.keys, { pages: 'present' });
    if (!checked.sound) throw new AppError('backup.notSound', { dir: part });
    const dir = join(setsOf(root), name);
    renameSync(part, dir);
    await dropOld(root, book.syncState.get<string>(purgeKey));
    return { name, dir, madeAt: whole.madeAt, bytes: bytes + whole.database.bytes, pages: hashes.length, copied, unreadable };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error instanceof AppError ? error : diskFailure(error);
  }
}

async function copyPages(
  book: Book,
  root: string,
  keyId: string,
  hashes: readonly string[],
  signal: AbortSignal | undefined,
  progress: (done: number, total: number) => void,
) {
  const { openPageFiles } = await import('../archive/page-files');
  const files = openPageFiles(book.dir, book.keys.pages);
  const { sealBytes } = await import('../vault/sealed-bytes');
  const unreadable: string[] = [];
  let [copied, bytes, done] = [0, 0, 0];
  for (const hash of hashes) {
    if (signal?.aborted === true) throw new AppError('backup.place', { dir: '' });
    const target = pageOf(root, keyId, hash);
    if (!existsSync(target)) {
      // Opened and checked on the way: a damaged image must not stand in a backup as if it were whole.
      const clear = await files.readPage(hash).catch((error: unknown) => {
        if (error instanceof AppError && (error.code === 'page.damaged' || error.code === 'page.missing')) return undefined;
        throw error;
      });
      if (clear) {
        const sealed = sealBytes(book.keys.pages, hash, clear);
        await writeAtomically(target, sealed);
        copied += 1;
        bytes += sealed.length;
      } else unreadable.push(hash);
    }
    progress(++done, hashes.length);
  }
  return { copied, bytes, unreadable };
}

/** Names tell the second; a set that is made within the second of another takes the next free one. */
function freeName(root: string, now: Date): string {
  let at = now.getTime();
  while (existsSync(join(setsOf(root), setName(new Date(at))))) at += 1000;
  return setName(new Date(at));
}

async function clearParts(root: string): Promise<void> {
  for (const name of await readdir(setsOf(root)))
    if (name.endsWith(partSuffix)) await rm(join(setsOf(root), name), { recursive: true, force: true });
}

/** Removes sets that are not kept, those of before a destruction, and images that no set names any more. */
async function dropOld(root: string, purgeBefore = ''): Promise<void> {
  const sets = readSets(root);
  const since = sets.filter(({ manifest }) => manifest.madeAt >= purgeBefore);
  const kept = keptSets(since);
  const old = sets.filter(({ name }) => !kept.has(name));
  if (old.length === 0) return;
  // Under the name of a part first: what is cut off while it is removed is no set.
  for (const { dir } of old) {
    await rename(dir, `${dir}${partSuffix}`);
    await rm(`${dir}${partSuffix}`, { recursive: true, force: true });
  }
  const named = new Map<string, Set<string>>();
  for (const { dir, manifest } of sets.filter(({ name }) => kept.has(name))) {
    const hashes = named.get(manifest.pages.keyId) ?? new Set<string>();
    for (const hash of (await readFile(join(dir, 'pages.list'), 'utf8')).split('\n')) hashes.add(hash);
    named.set(manifest.pages.keyId, hashes);
  }
  for (const keyId of await readdir(join(root, 'pages')).catch(() => [])) {
    const hashes = named.get(keyId);
    if (!hashes) await rm(join(root, 'pages', keyId), { recursive: true, force: true });
    else
      for (const entry of await readdir(join(root, 'pages', keyId), { recursive: true, withFileTypes: true }))
        if (entry.isFile() && !hashes.has(entry.name.slice(0, 64))) await rm(join(entry.parentPath, entry.name), { force: true });
  }
}

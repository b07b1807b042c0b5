import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { hashOf } from '../archive/page-files';
import type { BookKeys } from '../book/book';
import { databaseName } from '../book/assemble-book';
import { openRaw } from '../store/open';
import { openBytes } from '../vault/sealed-bytes';
import { isGenuine, keyIdOf, pageOf, readManifest } from './layout';
import { sha256OfFile } from './file-hash';

export interface SetChecked {
  readonly sound: boolean;
  /**
   * Made before the keys were changed: it opens with the passphrases of its own day, so here only its bytes are compared with what its
   * manifest says, whose HMAC cannot be checked either.
   */
  readonly formerKeys: boolean;
  /** What does not fit: manifest, list, database (bytes), content (does not open, or other records), pages. */
  readonly problems: readonly ('manifest' | 'list' | 'database' | 'content' | 'pages')[];
  readonly pages: number;
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
}

export interface CheckOptions {
  /** present: the files are there; opened: each is decrypted and hashed. */
  readonly pages: 'present' | 'opened';
}

/** Opens a set with its keys: list and bytes as the manifest says, the database whole, its images there. */
export async function checkSet(
  dir: string,
  root: string,
  keys: Pick<BookKeys, 'database' | 'pages' | 'backup'>,
  { pages: depth }: CheckOptions,
): Promise<SetChecked> {
  const manifest = readManifest(dir);
  const formerKeys = manifest !== undefined && manifest.pages.keyId !== keyIdOf(keys.pages);
  if (!manifest || !(formerKeys || isGenuine(manifest, keys.backup)))
    return { sound: false, formerKeys, problems: ['manifest'], pages: 0, missing: [], damaged: [] };
  const problems: SetChecked['problems'][number][] = [];
  const list = await readFile(join(dir, 'pages.list')).catch(() => Buffer.alloc(0));
  if (createHash('sha256').update(list).digest('hex') !== manifest.pages.sha256) problems.push('list');
  const file = join(dir, databaseName);
  if (!existsSync(file) || (await sha256OfFile(file)) !== manifest.database.sha256) problems.push('database');
  if (!formerKeys && !opensWhole(file, keys, manifest.records)) problems.push('content');
  const missing: string[] = [];
  const damaged: string[] = [];
  const hashes = list.toString('utf8').split('\n').filter(Boolean);
  for (const hash of hashes) {
    const path = pageOf(root, manifest.pages.keyId, hash);
    if (!existsSync(path)) missing.push(hash);
    else if (depth === 'opened' && !formerKeys && !(await isWhole(path, hash, keys))) damaged.push(hash);
  }
  // Images that the book itself had lost when the set was made are missing from it, too: told, but the set is as good as the book was.
  if (damaged.length > 0) problems.push('pages');
  return { sound: problems.length === 0, formerKeys, problems, pages: hashes.length, missing, damaged };
}

function opensWhole(file: string, keys: Pick<BookKeys, 'database'>, records: number): boolean {
  try {
    const db = openRaw(file, keys.database, { readonly: true });
    try {
      db.pragma('locking_mode = EXCLUSIVE');
      return (
        db.pragma('quick_check', { simple: true }) === 'ok' && Number(db.prepare('SELECT count(*) FROM record').pluck().get()) === records
      );
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

async function isWhole(path: string, hash: string, keys: Pick<BookKeys, 'pages'>): Promise<boolean> {
  try {
    return hashOf(openBytes(keys.pages, hash, await readFile(path))) === hash;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

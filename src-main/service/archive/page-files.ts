/**
 * Page images of a book, one encrypted file each, named by the SHA-256 of the plain bytes: pages/ab/abcd….ktp, and the pictures made
 * of them, thumbs/ab/abcd….ktp and views/ab/abcd….ktp, which never leave the machine and can be made anew. A file is written before
 * the record that names it and is never changed afterwards.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { openBytes, sealBytes } from '../vault/sealed-bytes';
import type { Secret } from '../vault/secret';
import { diskFailure, partSuffix, writeAtomically } from './atomic-file';
import { createFileRoom } from './file-room';

export interface PageFiles {
  /** Writes the image, also over one that is there (which mends a damaged file). @throws AppError store.diskFull, store.io */
  writePage(hash: string, bytes: Uint8Array): Promise<void>;
  /** Keeps what was made of an image for lists and the screen. */
  writePictures(hash: string, pictures: Pictures): Promise<void>;
  /** For the screen: checked against the tag, which binds the bytes to their name. @throws AppError page.missing, page.damaged, store.io */
  openPage(hash: string): Promise<Buffer>;
  /** The bytes as they came in, checked against tag and hash. @throws AppError page.missing, page.damaged, store.io */
  readPage(hash: string): Promise<Buffer>;
  hasPage(hash: string): boolean;
  /** Takes image and pictures off this machine for good: papers that may not be here. */
  destroy(hash: string): Promise<void>;
  /** @throws AppError page.missing, page.damaged, store.io */
  readPicture(kind: PictureKind, hash: string): Promise<Buffer>;
  /** Removes pictures that do not open; the image itself is shown then, or they are made anew. Returns how many. */
  dropDamagedPictures(hash: string): Promise<number>;
  /**
   * Removes what a crash left: unfinished files, and files from before this call that no record names.
   * `known` tells which images with these first two digits are named. Returns how many files were removed.
   */
  clearStrays(known: (prefix: string) => ReadonlySet<string>, signal?: AbortSignal): Promise<number>;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const folders = { page: 'pages', thumb: 'thumbs', view: 'views' } as const;
type Kind = keyof typeof folders;
export type PictureKind = Exclude<Kind, 'page'>;
const pictureKinds = ['thumb', 'view'] as const;
/** `view`: for pages that are larger than a screen. */
export interface Pictures {
  readonly thumbnail: Uint8Array;
  readonly view?: Uint8Array | undefined;
}
export const imageFolders = Object.values(folders);
/** What the cipher binds the file to: a picture in the place of a page does not open. */
const sealedName = (kind: Kind, hash: string): string => (kind === 'page' ? hash : `${kind}|${hash}`);
const suffix = '.ktp';

/** The name to which a file of one of the folders is bound, see sealed-bytes. */
export const sealedFileName = (folder: (typeof imageFolders)[number], file: string): string =>
  sealedName(folder === 'pages' ? 'page' : folder === 'views' ? 'view' : 'thumb', file.slice(0, -suffix.length));

export function openPageFiles(bookDir: string, key: Secret): PageFiles {
  const pathOf = (kind: Kind, hash: string) => join(bookDir, folders[kind], hash.slice(0, 2), `${hash}${suffix}`);
  const write = (kind: Kind, hash: string, bytes: Uint8Array) =>
    writeAtomically(pathOf(kind, hash), sealBytes(key, sealedName(kind, hash), bytes));
  const room = createFileRoom();
  const read = (kind: Kind, hash: string): Promise<Buffer> =>
    room.read(pathOf(kind, hash), (sealed) => openBytes(key, sealedName(kind, hash), sealed)).catch(refuse);
  return {
    writePage: (hash, bytes) => write('page', hash, bytes),
    writePictures: async (hash, { thumbnail, view }) => {
      await write('thumb', hash, thumbnail);
      if (view) await write('view', hash, view);
    },
    openPage: (hash) => read('page', hash),
    readPage: async (hash) => {
      const plain = await read('page', hash);
      if (hashOf(plain) !== hash) throw new AppError('page.damaged');
      return plain;
    },
    hasPage: (hash) => existsSync(pathOf('page', hash)),
    destroy: async (hash) => {
      for (const kind of ['page', ...pictureKinds] as const) await rm(pathOf(kind, hash), { force: true });
    },
    readPicture: read,
    dropDamagedPictures: async (hash) => {
      let dropped = 0;
      for (const kind of pictureKinds) {
        const damaged = await read(kind, hash).then(
          () => false,
          (error: unknown) => error instanceof AppError && error.code === 'page.damaged',
        );
        if (damaged) await rm(pathOf(kind, hash), { force: true });
        dropped += Number(damaged);
      }
      return dropped;
    },
    clearStrays: async (known, signal) => {
      const before = Date.now();
      let removed = 0;
      for (const folder of imageFolders) removed += await clearFolder(join(bookDir, folder), known, before, signal);
      return removed;
    },
  };
}

function refuse(error: unknown): never {
  throw isMissing(error) ? new AppError('page.missing', {}, error) : diskFailure(error);
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

async function clearFolder(
  folder: string,
  known: (prefix: string) => ReadonlySet<string>,
  before: number,
  signal?: AbortSignal,
): Promise<number> {
  let removed = 0;
  for (const prefix of await namesIn(folder)) {
    if (signal?.aborted) break;
    const named = known(prefix);
    for (const name of await namesIn(join(folder, prefix))) {
      const stray = name.endsWith(partSuffix) || (name.endsWith(suffix) && !named.has(name.slice(0, -suffix.length)));
      if (stray && (await removeOlder(join(folder, prefix, name), before))) removed++;
    }
  }
  return removed;
}

const namesIn = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** A file that another program holds stays until the next open. */
async function removeOlder(path: string, before: number): Promise<boolean> {
  try {
    if ((await stat(path)).mtimeMs > before) return false;
    await rm(path);
    return true;
  } catch {
    return false;
  }
}

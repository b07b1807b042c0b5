/**
 * Reading and laying out an update file (src-shared/update/manifest). Laid out means: the installer of this system stands whole, checked
 * against the signed hash, in `updates/` of the data folder, with a note; the shell starts it when the person says so. The note
 * also counts starts of the new version: one that does not get as far as its window twice is told to be put back.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error';
import { verifies } from '#shared/node/ed25519';
import { judgeHead, type Judged, mostHeadBytes, type UpdateRefusal, updateMagic } from '#shared/update/manifest';
import { writeAtomic } from '../vault/write-atomic';

export interface UpdatePlace {
  /** Of the running program. */
  readonly version: string;
  /** `process.platform`-`process.arch`. */
  readonly system: string;
  /** Public keys of releases, raw, base64url. */
  readonly trusted: readonly string[];
}

const chunkBytes = 1024 * 1024;

/** @throws AppError update.refused with why; store.io */
export async function readUpdate(file: string, place: UpdatePlace): Promise<Judged & { readonly contentAt: number }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new AppError('store.io', {}, error);
  });
  try {
    const { size } = await handle.stat();
    const begin = Buffer.alloc(9);
    await handle.read(begin, 0, 9, 0);
    const length = begin.readUInt32BE(5);
    if (begin.toString('latin1', 0, 5) !== updateMagic || length > mostHeadBytes || 9 + length > size) throw refused('format');
    const text = Buffer.alloc(length);
    await handle.read(text, 0, length, 9);
    const judged = judgeHead(text.toString('utf8'), place, (key, signed, signature) =>
      verifies(key, signed, Buffer.from(signature, 'base64url')),
    );
    if (typeof judged === 'string') throw refused(judged);
    const contentAt = 9 + length + judged.part.offset;
    if (contentAt + judged.part.bytes > size) throw refused('content');
    return { ...judged, contentAt };
  } finally {
    await handle.close();
  }
}

/** Lays the installer out, whole and checked. Gives its path. @throws AppError update.refused, store.diskFull, store.io */
export async function layOut(file: string, dataDir: string, place: UpdatePlace): Promise<{ path: string; version: string }> {
  const { body, part, contentAt } = await readUpdate(file, place);
  const dir = join(dataDir, 'updates', body.version);
  mkdirSync(dir, { recursive: true });
  const [path, whole] = [join(dir, `${part.name}.part`), join(dir, part.name)];
  const [from, to] = [await open(file, 'r'), await open(path, 'w', 0o700)];
  const digest = createHash('sha256');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (let done = 0; done < part.bytes; ) {
      const { bytesRead } = await from.read(chunk, 0, Math.min(chunkBytes, part.bytes - done), contentAt + done);
      if (bytesRead === 0) break;
      digest.update(chunk.subarray(0, bytesRead));
      await to.write(chunk, 0, bytesRead);
      done += bytesRead;
    }
    await to.sync();
  } finally {
    await from.close();
    await to.close();
  }
  if (digest.digest('hex') !== part.sha256) {
    rmSync(dir, { recursive: true, force: true });
    throw refused('content');
  }
  renameSync(path, whole);
  writeNote(dataDir, { version: body.version, before: place.version, path: whole, starts: 0, good: false });
  return { path: whole, version: body.version };
}

const noteSchema = z.object({
  version: z.string(),
  /** The version that ran until then: what is put back. */
  before: z.string(),
  path: z.string(),
  starts: z.int().min(0),
  good: z.boolean(),
});
export type UpdateNote = z.infer<typeof noteSchema>;

const notePath = (dataDir: string): string => join(dataDir, 'updates', 'note.json');

export function readNote(dataDir: string): UpdateNote | undefined {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(readFileSync(notePath(dataDir), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
const writeNote = (dataDir: string, note: UpdateNote): void => writeAtomic(notePath(dataDir), JSON.stringify(note));

/** Starts that a new version has until it must have shown its window. */
export const mostStarts = 2;

/** Called first of all at a start. 'putBack': this version failed before; the one of before is to be installed again. */
export function noteStart(dataDir: string, version: string): 'fine' | 'putBack' {
  const note = readNote(dataDir);
  if (!note || note.version !== version || note.good) return 'fine';
  if (note.starts >= mostStarts) return 'putBack';
  writeNote(dataDir, { ...note, starts: note.starts + 1 });
  return 'fine';
}

/** Called when the book of a new version was opened: it stays, and what was laid out goes. */
export function noteGood(dataDir: string, version: string): void {
  const note = readNote(dataDir);
  if (!note || note.version !== version || note.good) return;
  writeNote(dataDir, { ...note, good: true });
  if (existsSync(note.path)) rmSync(note.path, { force: true });
}

const refused = (why: UpdateRefusal): AppError => new AppError('update.refused', { why });

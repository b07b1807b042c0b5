/**
 * Laying out an update (src-shared/update/manifest): the installer of this system stands whole, checked against the signed hash, in
 * `updates/` of the data folder, with a note (src-shared/node/update-note). What was cut off goes on where it stood. Nothing is installed here.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { updatesFolder, writeNote } from '#shared/node/update-note';
import type { UpdateSource } from './update-source';
import { isDiskFull } from '../store/failures';
import { judgeUpdate, refusedUpdate, type UpdatePlace } from './judge-update';

const pieceBytes = 1024 * 1024;

export interface LaidOut {
  readonly path: string;
  readonly version: string;
}

/** Whether to go on, asked before each piece; told how far it is. */
export type LayingOut = (done: number, bytes: number) => boolean;

/**
 * @returns undefined where `goOn` ended it; what came stays for the next time
 * @throws AppError update.refused, store.diskFull, store.io; those of the source
 */
export async function layOut(
  source: UpdateSource,
  dataDir: string,
  place: UpdatePlace,
  goOn: LayingOut = () => true,
): Promise<LaidOut | undefined> {
  const { body, part } = await judgeUpdate(source, place);
  const dir = join(updatesFolder(dataDir), body.version);
  const [partial, path] = [join(dir, `${part.name}.part`), join(dir, part.name)];
  try {
    mkdirSync(dir, { recursive: true });
    rmSync(path, { force: true });
    const digest = createHash('sha256');
    let done = await hashOfPartial(partial, part.bytes, digest);
    const to = await open(partial, done > 0 ? 'r+' : 'w', 0o700);
    try {
      while (done < part.bytes) {
        if (!goOn(done, part.bytes)) return undefined;
        const piece = await source.read(part.offset + done, Math.min(pieceBytes, part.bytes - done));
        if (piece.length === 0) throw refusedUpdate('content');
        digest.update(piece);
        await to.write(piece, 0, piece.length, done);
        done += piece.length;
      }
      await to.sync();
    } finally {
      await to.close();
    }
    if (digest.digest('hex') !== part.sha256) {
      rmSync(dir, { recursive: true, force: true });
      throw refusedUpdate('content');
    }
    renameSync(partial, path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(isDiskFull(error) ? 'store.diskFull' : 'store.io', {}, error);
  }
  writeNote(dataDir, {
    version: body.version,
    before: place.version,
    schemaBefore: place.schema,
    path,
    sha256: part.sha256,
    madeAt: body.madeAt,
    notes: body.notes,
    from: source.from,
    state: 'ready',
    starts: 0,
    openings: 0,
    failed: 0,
  });
  return { path, version: body.version };
}

/** Bytes that came before, taken into the hash; more than there may be are none. */
async function hashOfPartial(partial: string, most: number, digest: Hash): Promise<number> {
  const size = existsSync(partial) ? statSync(partial).size : 0;
  if (size === 0 || size > most) return 0;
  for await (const chunk of createReadStream(partial)) digest.update(chunk as Buffer);
  return size;
}

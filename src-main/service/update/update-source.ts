import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import { headPlace } from '#shared/update/manifest';
import { refusedUpdate } from './judge-update';

/** An update, wherever it lies: a file on a stick, or at the hub. */
export interface UpdateSource {
  readonly from: 'stick' | 'hub';
  /** The head: JSON, signed. */
  readonly head: string;
  /** Of what stands behind the head. */
  readonly bytes: number;
  /** Bytes behind the head; fewer at the end. @throws AppError */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** Works on a file as long as `work` does. @throws AppError update.refused, store.io */
export async function withUpdateFile<T>(file: string, work: (source: UpdateSource) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new AppError('store.io', {}, error);
  });
  try {
    return await work(await sourceOf(handle));
  } finally {
    await handle.close();
  }
}

async function sourceOf(handle: FileHandle): Promise<UpdateSource> {
  const { size } = await handle.stat();
  const read = async (from: number, length: number): Promise<Buffer> => {
    const piece = Buffer.alloc(length);
    const { bytesRead } = await handle.read(piece, 0, length, from);
    return piece.subarray(0, bytesRead);
  };
  const place = headPlace(await read(0, 9));
  if (!place || place.contentAt > size) throw refusedUpdate('format');
  const head = (await read(9, place.headBytes)).toString('utf8');
  return { from: 'stick', head, bytes: size - place.contentAt, read: (from, length) => read(place.contentAt + from, length) };
}

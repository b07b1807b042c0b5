import { createHash } from 'node:crypto';
import path from 'node:path';
import type { HubOptions } from '../config';
import { type BlobStore, OffsetMismatch, WrongContent } from './blob-store';
import { nonceBytes, seal, sealedSize, tagBytes, unseal, unsealFrom } from './cipher';
import { folderObjects } from './folder-objects';
import type { ObjectStore } from './object-store';
import { s3Objects } from './s3-objects';
import type { Uploads } from './uploads';

/** The object store that the options name. */
export const openObjects = ({ dir, s3 }: Pick<HubOptions, 'dir' | 's3'>): ObjectStore =>
  s3 ? s3Objects(s3) : folderObjects(path.join(dir, 'scans'));

/** Bytes that are gathered before they are written: most images come whole in one go and never touch the database. */
const partBytes = 1024 * 1024;

/** Scans encrypted in an object store; those that arrive in several goes wait in `uploads`. */
export function openBlobs(objects: ObjectStore, uploads: Uploads, key: Buffer): BlobStore {
  const keep = (hash: string, size: number, clear: () => AsyncIterable<Uint8Array>): Promise<void> =>
    objects.put(hash, sealedSize(size), () => seal(key, hash, clear()));

  const finish = async (owner: string, hash: string, size: number): Promise<void> => {
    const digest = createHash('sha256');
    for await (const part of uploads.read(owner, hash)) digest.update(part);
    const right = digest.digest('hex') === hash;
    if (right) await keep(hash, size, () => uploads.read(owner, hash));
    await uploads.drop(owner, hash);
    if (!right) throw new WrongContent('the content does not have this hash');
  };

  return {
    partial: uploads.arrived,
    async append(owner, hash, offset, size, bytes) {
      const arrived = await uploads.arrived(owner, hash);
      if (arrived !== offset) throw new OffsetMismatch(arrived);
      let at = offset;
      for await (const part of inParts(bytes, partBytes)) {
        if (at + part.length > size) {
          await uploads.drop(owner, hash);
          throw new WrongContent('longer than announced');
        }
        if (at === 0 && part.length === size) {
          if (sha256(part) !== hash) throw new WrongContent('the content does not have this hash');
          await keep(hash, size, () => once(part));
          return { offset: size, done: true };
        }
        await uploads.add(owner, hash, at, size, part);
        at += part.length;
      }
      if (at < size) return { offset: at, done: false };
      await finish(owner, hash, size);
      return { offset: size, done: true };
    },
    drop: (hash) => objects.remove(hash),
    has: async (hash) => (await objects.size(hash)) !== undefined,
    size: async (hash) => ((await objects.size(hash)) ?? sealedSize(0)) - sealedSize(0),
    async *read(hash, from, to) {
      if (from === 0 && to === undefined) return yield* unseal(key, hash, objects.read(hash));
      const end = to === undefined ? ((await objects.size(hash)) ?? 0) - tagBytes : nonceBytes + to;
      const nonce = await gather(objects.read(hash, 0, nonceBytes));
      yield* unsealFrom(key, nonce, from, objects.read(hash, nonceBytes + from, end));
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Pieces of exactly `length` bytes and a last shorter one; a source that fails has ended. */
async function* inParts(bytes: AsyncIterable<Uint8Array>, length: number): AsyncIterable<Buffer> {
  const reader = bytes[Symbol.asyncIterator]();
  const next = (): Promise<IteratorResult<Uint8Array>> => reader.next().catch(() => ({ done: true, value: undefined }));
  let held: Uint8Array[] = [];
  let size = 0;
  for (let step = await next(); !step.done; step = await next()) {
    held.push(step.value);
    size += step.value.length;
    while (size >= length) {
      const all = Buffer.concat(held);
      yield all.subarray(0, length);
      held = size > length ? [all.subarray(length)] : [];
      size -= length;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

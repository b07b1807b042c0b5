import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type BlobStore, OffsetMismatch, WrongContent } from './blob-store';
import { ivBytes, nonceBytes, openCipher, partCipher, sealCipher, tagBytes } from './cipher';

/** DIR/ab/abcd… for whole scans, DIR/incoming/<owner>/<hash>.part for those that are arriving; both encrypted. */
export function folderStore(dir: string, key: Buffer): BlobStore {
  const whole = (hash: string) => path.join(dir, hash.slice(0, 2), hash);
  const part = (owner: string, hash: string) => path.join(dir, 'incoming', owner, `${hash}.part`);
  const sizeOf = (name: string) =>
    stat(name).then(
      (s) => s.size,
      () => undefined,
    );
  const busy = new Set<string>();

  const partial = async (owner: string, hash: string): Promise<number> => Math.max(0, ((await sizeOf(part(owner, hash))) ?? 0) - ivBytes);

  async function append(
    owner: string,
    hash: string,
    offset: number,
    size: number,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ offset: number; done: boolean }> {
    const name = part(owner, hash);
    if (busy.has(name)) throw new OffsetMismatch(await partial(owner, hash)); // the former connection is not known to be dead yet
    busy.add(name);
    try {
      await mkdir(path.dirname(name), { recursive: true });
      const arrived = await receive(name, offset, size, bytes);
      if (arrived < size) return { offset: arrived, done: false };
      await finish(name, hash);
      return { offset: size, done: true };
    } finally {
      busy.delete(name);
    }
  }

  async function receive(name: string, offset: number, size: number, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const handle = await open(name, offset === 0 ? 'a+' : 'r+');
    try {
      let at = await handle.stat().then((s) => s.size);
      if (at < ivBytes) {
        await handle.truncate(0);
        await handle.write(randomBytes(ivBytes), 0, ivBytes, 0);
        at = ivBytes;
      }
      if (at - ivBytes !== offset) throw new OffsetMismatch(at - ivBytes);
      const iv = await readExactly(handle, ivBytes, 0);
      const cipher = partCipher(key, iv, offset);
      for await (const chunk of bytes) {
        if (at - ivBytes + chunk.length > size) throw new WrongContent('longer than announced');
        const { bytesWritten } = await handle.write(cipher.update(chunk), 0, chunk.length, at);
        at += bytesWritten;
      }
      await handle.sync();
      return at - ivBytes;
    } catch (error) {
      if (error instanceof WrongContent) await rm(name, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** Checks the content, encrypts it for keeping, and only then gives it its name. */
  async function finish(name: string, hash: string): Promise<void> {
    const target = whole(hash);
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.${randomBytes(4).toString('hex')}.part`;
    const from = await open(name, 'r');
    const to = await open(temporary, 'wx');
    try {
      const digest = createHash('sha256');
      const nonce = randomBytes(nonceBytes);
      const decipher = partCipher(key, await readExactly(from, ivBytes, 0), 0);
      const cipher = sealCipher(key, nonce, hash);
      await to.write(nonce);
      for await (const chunk of from.createReadStream({ start: ivBytes, autoClose: false })) {
        const clear = decipher.update(chunk as Buffer);
        digest.update(clear);
        await to.write(cipher.update(clear));
      }
      cipher.final();
      await to.write(cipher.getAuthTag());
      if (digest.digest('hex') !== hash) throw new WrongContent('the content does not have this hash');
      await to.sync();
    } catch (error) {
      await to.close();
      await rm(temporary, { force: true });
      if (error instanceof WrongContent) await from.close().then(() => rm(name, { force: true }));
      throw error;
    } finally {
      await to.close().catch(() => undefined);
      await from.close().catch(() => undefined);
    }
    await rename(temporary, target);
    await rm(name, { force: true });
  }

  async function* read(hash: string, from: number): AsyncIterable<Uint8Array> {
    const name = whole(hash);
    const size = (await stat(name)).size;
    const handle = await open(name, 'r');
    try {
      const nonce = await readExactly(handle, nonceBytes, 0);
      const tag = await readExactly(handle, tagBytes, size - tagBytes);
      const decipher = openCipher(key, nonce, hash, tag);
      let at = 0;
      if (size > nonceBytes + tagBytes) {
        for await (const chunk of createReadStream(name, { start: nonceBytes, end: size - tagBytes - 1 })) {
          const clear = decipher.update(chunk as Buffer);
          const wanted = clear.subarray(Math.min(clear.length, Math.max(0, from - at)));
          at += clear.length;
          if (wanted.length > 0) yield wanted;
        }
      }
      decipher.final();
    } finally {
      await handle.close();
    }
  }

  return {
    partial,
    append,
    read,
    has: async (hash) => (await sizeOf(whole(hash))) !== undefined,
    size: async (hash) => ((await sizeOf(whole(hash))) ?? nonceBytes + tagBytes) - nonceBytes - tagBytes,
  };
}

async function readExactly(handle: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('a stored scan is cut off');
  return buffer;
}

import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlobStore } from '#hub/blobs/blob-store';
import { folderStore } from '#hub/blobs/folder-store';

let dir: string;
let store: BlobStore;
const key = randomBytes(32);
const clear = Buffer.from(`Biên bản làm việc ${'nội dung '.repeat(5000)}`);
const hash = createHash('sha256').update(clear).digest('hex');
const chunks = async function* (bytes: Buffer, size = 777) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};
const collect = async (from = 0): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of store.read(hash, from)) parts.push(part);
  return Buffer.concat(parts);
};
const files = async (): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter((f) => f.isFile()).map((f) => path.join(f.parentPath, f.name));

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kts-blobs-'));
  store = folderStore(dir, key);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('goes on at any byte after a cut and keeps nothing in clear, neither while it arrives nor after', async () => {
  const cut = async function* () {
    yield* chunks(clear.subarray(0, 10_001));
    throw new Error('line cut');
  };
  await expect(store.append('xa', hash, 0, clear.length, cut())).rejects.toThrow('line cut');
  const offset = await store.partial('xa', hash);
  expect(offset).toBe(10_001);
  for (const file of await files()) expect((await readFile(file)).includes('Biên bản')).toBe(false);
  expect(await store.append('xa', hash, offset, clear.length, chunks(clear.subarray(offset)))).toEqual({
    offset: clear.length,
    done: true,
  });
  expect((await collect()).equals(clear)).toBe(true);
  expect((await collect(12_345)).equals(clear.subarray(12_345))).toBe(true);
  const [only, ...others] = await files();
  expect(others).toEqual([]);
  expect((await readFile(only ?? '')).includes('Biên bản')).toBe(false);
});

test('another offset than what is there is refused with what is there', async () => {
  await store.append('xa', hash, 0, clear.length, chunks(clear.subarray(0, 100)));
  await expect(store.append('xa', hash, 50, clear.length, chunks(clear))).rejects.toMatchObject({ offset: 100 });
});

test('wrong content, and more than was announced, is dropped', async () => {
  await expect(store.append('xa', hash, 0, 5, chunks(Buffer.from('wrong')))).rejects.toThrow('does not have this hash');
  await expect(store.append('xa', hash, 0, 5, chunks(clear))).rejects.toThrow('longer than announced');
  expect(await store.has(hash)).toBe(false);
  expect(await files()).toEqual([]);
});

test('a stored file that was altered does not pass as whole', async () => {
  await store.append('xa', hash, 0, clear.length, chunks(clear));
  const [file = ''] = await files();
  const bytes = await readFile(file);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(file, bytes);
  await expect(collect()).rejects.toThrow('authenticate');
});

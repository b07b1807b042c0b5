import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from '#hub/blobs/blob-store';
import { openBlobs, openObjects } from '#hub/blobs/open-blobs';
import { databaseUploads } from '#hub/blobs/uploads';
import type { S3Options } from '../../src-hub/config';
import { type HubDatabase, openHubDatabase } from '../../src-hub/hub';
import { layReadyDatabase } from '../support/ready-database';

const key = randomBytes(32);
const clear = Buffer.from(`Biên bản làm việc ${'nội dung '.repeat(5000)}`);
const large = Buffer.concat([clear, randomBytes(3_000_000)]);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hash = hashOf(clear);
const chunks = async function* (bytes: Buffer, size = 7777) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};

let dir: string;
let opened: HubDatabase;
let s3: S3rver;
let s3Options: S3Options;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kts-blobs-'));
  await layReadyDatabase(dir);
  opened = await openHubDatabase({ dir });
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(dir, 's3'),
    configureBuckets: [{ name: 'scans', configs: [] }],
  });
  const { port } = await s3.run();
  s3Options = { endpoint: `http://127.0.0.1:${port}`, bucket: 'scans', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' };
});
afterAll(async () => {
  await s3.close();
  await opened.shutDown();
  await rm(dir, { recursive: true, force: true });
});

describe.each(['a folder', 'an S3-compatible store'])('scans in %s', (kind) => {
  let at: string;
  let owner: string;
  let store: BlobStore;
  let other: BlobStore;
  const files = async (): Promise<string[]> =>
    (await readdir(at, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath, file.name));
  const collect = async (of = hash, from = 0): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    for await (const part of store.read(of, from)) parts.push(part);
    return Buffer.concat(parts);
  };
  beforeEach(async () => {
    const home = await mkdtemp(path.join(dir, 'store-'));
    at = kind === 'a folder' ? path.join(home, 'scans') : path.join(dir, 's3', 'scans');
    owner = `xa-${randomBytes(4).toString('hex')}`;
    // Two instances of the hub: nothing is shared but the database and the store.
    const open = () =>
      openBlobs(openObjects({ dir: home, s3: kind === 'a folder' ? undefined : s3Options }), databaseUploads(opened.database, key), key);
    [store, other] = [open(), open()];
  });

  test('another instance goes on at any byte after a cut, and nothing is kept in clear', async () => {
    const cut = async function* () {
      yield* chunks(clear.subarray(0, 10_001));
      throw new Error('line cut');
    };
    expect(await store.append(owner, hash, 0, clear.length, cut())).toEqual({ offset: 10_001, done: false });
    expect(await other.partial(owner, hash)).toBe(10_001);
    const [staged] = await opened.database.query<{ bytes: Buffer }>('SELECT bytes FROM upload_part WHERE commune = $1', [owner]);
    expect(staged?.bytes.length).toBeGreaterThan(10_000);
    expect(staged?.bytes.includes('Biên bản')).toBe(false);
    expect(await other.append(owner, hash, 10_001, clear.length, chunks(clear.subarray(10_001)))).toEqual({
      offset: clear.length,
      done: true,
    });
    expect((await collect()).equals(clear)).toBe(true);
    expect((await collect(hash, 12_345)).equals(clear.subarray(12_345))).toBe(true);
    expect(await store.size(hash)).toBe(clear.length);
    expect(await opened.database.query('SELECT 1 FROM upload WHERE commune = $1', [owner])).toEqual([]);
    for (const file of await files()) expect((await readFile(file)).includes('Biên bản')).toBe(false);
  });

  test('an image of several megabytes, in pieces over two instances', async () => {
    const name = hashOf(large);
    for (let offset = 0; offset < large.length; offset += 1_200_000) {
      const end = Math.min(large.length, offset + 1_200_000);
      const done = end === large.length;
      expect(
        await (offset % 2_400_000 === 0 ? store : other).append(owner, name, offset, large.length, chunks(large.subarray(offset, end))),
      ).toEqual({ offset: end, done });
    }
    expect((await collect(name)).equals(large)).toBe(true);
    expect((await collect(name, 2_222_222)).equals(large.subarray(2_222_222))).toBe(true);
  });

  test('of two connections with the same upload one writes', async () => {
    await store.append(owner, hash, 0, clear.length, chunks(clear.subarray(0, 100)));
    await expect(other.append(owner, hash, 50, clear.length, chunks(clear))).rejects.toMatchObject({ offset: 100 });
    const both = await Promise.allSettled(
      [store, other].map((one) => one.append(owner, hash, 100, clear.length, chunks(clear.subarray(100, 5000)))),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.partial(owner, hash)).toBe(5000);
  });

  test('wrong content, and more than was announced, is dropped', async () => {
    const wrong = hashOf(Buffer.from(owner));
    await expect(store.append(owner, wrong, 0, 5, chunks(Buffer.from('wrong')))).rejects.toThrow('does not have this hash');
    await expect(store.append(owner, wrong, 0, 5, chunks(clear))).rejects.toThrow('longer than announced');
    await store.append(owner, wrong, 0, 5, chunks(Buffer.from('wro')));
    await expect(store.append(owner, wrong, 3, 5, chunks(Buffer.from('ng')))).rejects.toThrow('does not have this hash');
    expect(await store.has(wrong)).toBe(false);
    expect(await store.partial(owner, wrong)).toBe(0);
    expect((await files()).filter((file) => file.includes(wrong))).toEqual([]);
  });

  test('a stored scan that was altered does not pass as whole', async () => {
    await store.append(owner, hash, 0, clear.length, chunks(clear));
    const file =
      (await files()).find((name) => path.basename(name).startsWith(hash) && !name.endsWith('.json') && !name.endsWith('.md5')) ?? '';
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(collect()).rejects.toThrow('authenticate');
  });
});

test('a store that is not there is said to be so, and keeps what has arrived', async () => {
  const uploads = databaseUploads(opened.database, key);
  const nowhere = openBlobs(openObjects({ dir, s3: { ...s3Options, endpoint: 'http://127.0.0.1:9' } }), uploads, key);
  await uploads.add('xa-late', hash, 0, clear.length, clear.subarray(0, 10));
  await expect(nowhere.append('xa-late', hash, 10, clear.length, chunks(clear.subarray(10)))).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(await uploads.arrived('xa-late', hash)).toBe(clear.length);
});

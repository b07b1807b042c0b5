import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf, openPageFiles, type PageFiles } from '../../../../src-main/service/archive/page-files';
import { Secret } from '../../../../src-main/service/vault/secret';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('Ủy ban Kiểm tra xã Bình Yên '.repeat(200))]);
const hash = hashOf(jpeg);

let dir: string;
let files: PageFiles;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kts trang-'));
  files = openPageFiles(dir, new Secret(Buffer.alloc(32, 7)));
});
afterEach(() => rm(dir, { recursive: true }));

const pathOf = (name: string, folder = 'pages') => join(dir, folder, name.slice(0, 2), `${name}.ktp`);

test('a page comes back as it went in and lies encrypted under its hash', async () => {
  await files.writePage(hash, jpeg);
  expect(await files.readPage(hash)).toEqual(jpeg);
  const onDisk = await readFile(pathOf(hash));
  expect(onDisk.includes('Bình Yên')).toBe(false);
  expect(onDisk.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  expect(await readdir(dirname(pathOf(hash)))).toEqual([`${hash}.ktp`]);
});

test('one changed bit, a cut file, another key, and a file in the place of another are damage', async () => {
  await files.writePage(hash, jpeg);
  const good = await readFile(pathOf(hash));
  const damaged = expect.objectContaining({ code: 'page.damaged' });
  for (const at of [0, 5, 40, good.length - 1]) {
    const bad = Buffer.from(good);
    bad[at]! ^= 1;
    await writeFile(pathOf(hash), bad);
    await expect(files.readPage(hash)).rejects.toEqual(damaged);
  }
  for (const length of [0, 10, good.length - 1]) {
    await writeFile(pathOf(hash), good);
    await truncate(pathOf(hash), length);
    await expect(files.readPage(hash)).rejects.toEqual(damaged);
  }
  await writeFile(pathOf(hash), good);
  await expect(openPageFiles(dir, new Secret(Buffer.alloc(32, 8))).readPage(hash)).rejects.toEqual(damaged);
  const other = hashOf(Buffer.from('another page'));
  await mkdir(dirname(pathOf(other)), { recursive: true });
  await writeFile(pathOf(other), good);
  await expect(files.readPage(other)).rejects.toEqual(damaged);
  await files.writePictures(hash, { thumbnail: Buffer.from('small'), view: Buffer.from('smaller than the page') });
  for (const folder of ['thumbs', 'views']) {
    await writeFile(pathOf(hash), await readFile(pathOf(hash, folder)));
    await expect(files.readPage(hash)).rejects.toEqual(damaged);
  }
});

test('pictures of a page open by their kind alone; those that do not open are dropped, the others stay', async () => {
  await files.writePictures(hash, { thumbnail: Buffer.from('small'), view: Buffer.from('for the screen') });
  expect(String(await files.readPicture('thumb', hash))).toBe('small');
  expect(String(await files.readPicture('view', hash))).toBe('for the screen');
  expect(await files.dropDamagedPictures(hash)).toBe(0);
  await writeFile(pathOf(hash, 'views'), await readFile(pathOf(hash, 'thumbs')));
  await expect(files.readPicture('view', hash)).rejects.toMatchObject({ code: 'page.damaged' });
  expect(await files.dropDamagedPictures(hash)).toBe(1);
  await expect(files.readPicture('view', hash)).rejects.toMatchObject({ code: 'page.missing' });
  expect(String(await files.readPicture('thumb', hash))).toBe('small');
  await files.destroy(hash);
  await expect(files.readPicture('thumb', hash)).rejects.toMatchObject({ code: 'page.missing' });
});

test('bytes that do not have the hash of their name are damage even when the tag fits', async () => {
  const name = hashOf(Buffer.from('what should be there'));
  await files.writePage(name, jpeg);
  await expect(files.readPage(name)).rejects.toMatchObject({ code: 'page.damaged' });
});

test('a page that is not there is missing', async () => {
  await expect(files.readPage(hash)).rejects.toMatchObject({ code: 'page.missing' });
});

test('writing over a damaged file mends it', async () => {
  await files.writePage(hash, jpeg);
  await truncate(pathOf(hash), 12);
  await files.writePage(hash, jpeg);
  expect(await files.readPage(hash)).toEqual(jpeg);
});

test('unfinished and unnamed files are cleared away, named and newer ones stay', async () => {
  const past = new Date(Date.now() - 60_000);
  const named = hashOf(Buffer.from('named'));
  const fresh = hashOf(Buffer.from('fresh'));
  for (const name of [hash, named, fresh]) {
    await files.writePage(name, jpeg);
    if (name !== fresh) await utimes(pathOf(name), past, past);
  }
  await utimes(pathOf(fresh), new Date(Date.now() + 60_000), new Date(Date.now() + 60_000));
  const part = `${pathOf(named)}.00ff.part`;
  await writeFile(part, 'half');
  await utimes(part, past, past);
  expect(await files.clearStrays((prefix) => new Set([named].filter((name) => name.startsWith(prefix))))).toBe(2);
  const left = (await readdir(join(dir, 'pages'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(left.sort()).toEqual([`${named}.ktp`, `${fresh}.ktp`].sort());
});

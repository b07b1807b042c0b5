import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { collect, filesBelow, ofKind, openArchive } from '../support/archive-book';
import { archivePerTest } from '../support/archive-per-test';
import { samplePath, sampleScans } from '../support/sample-scans';

const at = archivePerTest();
const { file } = at;
const take = (...paths: string[]) => collect(at.own.archive.importFiles(paths));
const stored = (folder: 'pages' | 'thumbs' | 'views') => filesBelow(join(at.own.dir, folder));
const sizeOf = async (bytes: Uint8Array): Promise<[number, number]> => {
  const { width, height } = await sharp(bytes).metadata();
  return [width, height];
};
/** Larger than what is shown as it is. */
const largeScan = (): Promise<Buffer> =>
  sharp({ create: { width: 3000, height: 4400, channels: 3, background: '#f6f4ee' } })
    .jpeg()
    .toBuffer();

test('pictures for the screen: the thumbnail, a stored view of a large page, the whole; lost ones are made anew', async () => {
  const [scan, sheet] = ofKind(await take(samplePath(sampleScans[0]!.file), await file('lớn.jpg', await largeScan())), 'page').map(
    ({ pageId }) => at.own.archive.page(pageId),
  );
  const { image, width } = scan!;
  const thumb = await at.own.archive.imageVariant(image, 'thumb');
  expect([thumb.mime, Math.max(...(await sizeOf(thumb.bytes)))]).toEqual(['image/webp', 320]);
  const full = await at.own.archive.imageVariant(image, 'full');
  expect([full.mime, (await sizeOf(full.bytes))[0]]).toEqual(['image/jpeg', width]);
  const view = await at.own.archive.imageVariant(sheet!.image, 'view');
  expect([view.mime, Math.max(...(await sizeOf(view.bytes)))]).toEqual(['image/jpeg', 1400]);
  expect(await at.own.archive.imageVariant(sheet!.image, 'view')).toEqual(view);
  await at.own.close();
  for (const folder of ['thumbs', 'views']) await rm(join(at.own.dir, folder), { recursive: true });
  at.own = await openArchive(at.own.dir, at.own.book.user.id, at.recognizer.start);
  // An ordinary scan without a view is shown as it is: no recognizer is started for it. Of a large one both pictures are made as at first.
  expect(await at.own.archive.imageVariant(image, 'view')).toEqual(full);
  expect(await stored('views')).toHaveLength(0);
  expect(await at.own.archive.imageVariant(sheet!.image, 'view')).toEqual(view);
  expect([await stored('thumbs'), await stored('views')].map((files) => files.length)).toEqual([1, 1]);
  expect(Math.max(...(await sizeOf((await at.own.archive.imageVariant(image, 'thumb')).bytes)))).toBe(320);
  expect(await stored('views')).toHaveLength(2);
  // What does not open is dropped by the check of the book, and made anew.
  for (const name of await stored('views')) await writeFile(name, 'damaged');
  expect(await at.own.archive.verifyPages()).toMatchObject({ checked: 2, damaged: [], missing: [] });
  expect(await stored('views')).toHaveLength(0);
  await expect(at.own.archive.imageVariant('0'.repeat(64), 'view')).rejects.toMatchObject({ code: 'page.missing' });
});

test('a large page that is only at the province comes when it is opened, and gets its pictures here', async () => {
  const jpeg = await largeScan();
  const [{ pageId } = { pageId: '' }] = ofKind(await take(await file('lớn.jpg', jpeg)), 'page');
  const { image } = at.own.archive.page(pageId);
  await at.own.close();
  for (const folder of ['pages', 'thumbs', 'views']) await rm(join(at.own.dir, folder), { recursive: true });
  const asked: string[] = [];
  at.own = await openArchive(at.own.dir, at.own.book.user.id, at.recognizer.start, {
    fetchPageImage: async (hash) => {
      asked.push(hash);
      await at.own.archive.keepPageImage(hash, jpeg);
    },
  });
  // A list of thumbnails brings nothing over the line.
  await expect(at.own.archive.imageVariant(image, 'thumb')).rejects.toMatchObject({ code: 'page.missing' });
  expect(asked).toEqual([]);
  const view = await at.own.archive.imageVariant(image, 'view');
  expect([view.mime, Math.max(...(await sizeOf(view.bytes)))]).toEqual(['image/jpeg', 1400]);
  expect([await stored('pages'), await stored('thumbs'), await stored('views')].map((files) => files.length)).toEqual([1, 1, 1]);
  expect(asked).toEqual([image]);
});

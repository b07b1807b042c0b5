import { cp, mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { AppError, isErrorCode } from '../../src-shared/errors/app-error';
import { codeLists } from '../../src-shared/rules/code-lists/index';
import {
  blankScan,
  collect,
  expectEveryImage,
  filesBelow,
  filesHolding,
  newArchive,
  noisyScan,
  ofKind,
  openArchive,
  pdfOf,
} from '../support/archive-book';
import { archivePerTest } from '../support/archive-per-test';
import { writeTiff } from '../support/tiff';

const at = archivePerTest();
const { file } = at;
const take = (...paths: string[]) => collect(at.own.archive.importFiles(paths));
const last = <T>(list: readonly T[]): T | undefined => list.at(-1);

describe('good files', () => {
  test('JPEG, PNG, multi-page TIFF and PDF become documents whose pages are kept byte for byte', async () => {
    const jpeg = await blankScan(1);
    const png = await sharp(await blankScan(2))
      .png()
      .toBuffer();
    const gray = (value: number) => ({ width: 300, height: 400, data: new Uint8Array(300 * 400).fill(value), dpi: 100 });
    const inPdf = await Promise.all([3, 4, 5].map(blankScan));
    const events = await take(
      await file('a.jpg', jpeg),
      await file('b.png', png),
      await file('c.tif', writeTiff([gray(250), gray(240)])),
      await file('d.pdf', pdfOf(inPdf)),
    );

    expect(last(events)).toEqual({ kind: 'done', files: 4, pages: 7, duplicates: 0, refused: 0 });
    const pages = ofKind(events, 'page');
    expect(pages.map(({ file: name, index, of }) => `${name} ${index}/${of}`)).toEqual([
      'a.jpg 0/1',
      'b.png 0/1',
      'c.tif 0/2',
      'c.tif 1/2',
      'd.pdf 0/3',
      'd.pdf 1/3',
      'd.pdf 2/3',
    ]);
    expect(new Set(pages.map(({ documentId }) => documentId)).size).toBe(4);

    const images = await Promise.all(pages.map(({ pageId }) => at.own.archive.readPageImage(at.own.archive.page(pageId).image)));
    expect(images[0]).toEqual(jpeg);
    expect(images[1]).toEqual(png);
    expect(images.slice(4)).toEqual(inPdf);

    const pdf = at.own.book.records.get('archiveDocument', pages[4]!.documentId);
    expect(pdf?.values).toMatchObject({ sourceName: 'd.pdf', secrecy: 'THUONG', verification: 'CHO_XEM', pageCount: 3 });
    expect(at.own.archive.pagesOfDocument(pages[4]!.documentId)).toMatchObject(
      [1, 2, 3].map((order) => ({ order, state: 'CHO_DOC', sourceName: 'd.pdf', width: 420, height: 594, error: null })),
    );
    expect(at.own.archive.queueState()).toMatchObject({ waiting: 7, reading: 0, done: 0, failed: 0 });
  });

  test('nothing of a page lies in plain text in the book, neither image nor text nor name', async () => {
    const marker = 'QUETBIMAT-7341';
    const jpeg = Buffer.concat([await noisyScan(200), Buffer.from(marker)]);
    await take(await file(`${marker}.jpg`, jpeg));
    at.own.archive.correct(at.own.archive.pagesOfDocument(firstDocument())[0]!.id, `Trang có chữ ${marker}`);
    expect(await filesBelow(at.own.dir)).not.toHaveLength(0);
    // Needles of a length that encrypted bytes do not hold by chance: three bytes turn up once in sixteen million places.
    for (const needle of [Buffer.from(marker), Buffer.from(marker.toLowerCase()), jpeg.subarray(0, 16), Buffer.from('WEBPVP8')])
      expect(await filesHolding(at.own.dir, needle)).toEqual([]);
    expect(await filesHolding(at.folder, Buffer.from(marker))).toEqual([join(at.folder, `${marker}.jpg`)]);
  });

  test('into a file in order, and appended to a document', async () => {
    const fileId = newFile('THUONG');
    const [a, b, c] = [
      await file('a.jpg', await blankScan(1)),
      await file('b.pdf', pdfOf([await blankScan(2), await blankScan(3)])),
      await file('c.jpg', await blankScan(4)),
    ];
    const pages = ofKind(await collect(at.own.archive.importFiles([a, b], { fileId })), 'page');
    await collect(at.own.archive.importFiles([c], { documentId: pages[1]!.documentId }));
    expect(at.own.archive.pagesOfFile(fileId).map(({ order, sourceName }) => `${order} ${sourceName}`)).toEqual([
      '1 a.jpg',
      '1 b.pdf',
      '2 b.pdf',
      '3 c.jpg',
    ]);
    expect(at.own.book.records.get('archiveDocument', pages[1]!.documentId)?.values).toMatchObject({
      file: fileId,
      order: 2,
      pageCount: 3,
    });
    expect(at.own.archive.fileProgress([fileId])).toEqual([
      { fileId, documents: 2, pages: 4, verified: 0, toCheck: 0, reading: 4, failed: 0 },
    ]);
    at.own.archive.correct(pages[0]!.pageId, 'Trang trắng');
    expect(at.own.archive.fileProgress([fileId])).toMatchObject([{ verified: 1, reading: 3 }]);
    expect(at.own.archive.tree()).toMatchObject([
      {
        kind: 'fonds',
        files: 1,
        progress: { pages: 4, verified: 1, reading: 3 },
        children: [
          { kind: 'term', term: '2015-2020', children: [{ kind: 'box', box: '3', label: '3', files: 1, progress: { pages: 4 } }] },
        ],
      },
    ]);
  });
});

describe('duplicates', () => {
  test('the same image in another file is said and linked, not stored twice', async () => {
    const scan = await blankScan(1);
    const [first] = ofKind(await take(await file('a.jpg', scan)), 'page');
    const events = await take(await file('copy.jpg', scan), await file('in-a.pdf', pdfOf([scan, await blankScan(2)])));
    expect(ofKind(events, 'duplicate')).toEqual(
      ['copy.jpg', 'in-a.pdf'].map((name) => ({
        kind: 'duplicate',
        file: name,
        index: 0,
        pageId: first!.pageId,
        documentId: first!.documentId,
        title: 'a.jpg, trang 1',
      })),
    );
    expect(last(events)).toMatchObject({ files: 2, pages: 1, duplicates: 2 });
    expect(await expectEveryImage(at.own)).toBe(2);
    expect(at.own.book.records.count({ type: 'archiveDocument' })).toBe(2);
  });

  test('the same file again, under another name, says each page', async () => {
    const pdf = pdfOf(await Promise.all([1, 2, 3].map(blankScan)));
    await take(await file('a.pdf', pdf));
    expect(last(await take(await file('b.pdf', pdf)))).toEqual({ kind: 'done', files: 1, pages: 0, duplicates: 3, refused: 0 });
    expect(at.own.book.records.count({ type: 'page' })).toBe(3);
  });

  test('two equal pages of one file are two pages with one image', async () => {
    const scan = await blankScan(1);
    const path = await file('a.pdf', pdfOf([scan, await blankScan(2), scan]));
    expect(last(await take(path))).toMatchObject({ pages: 3, duplicates: 0 });
    expect(await filesBelow(join(at.own.dir, 'pages'))).toHaveLength(2);
    expect(last(await take(path))).toMatchObject({ pages: 0, duplicates: 3 });
  });

  test('an import that was stopped goes on where it ended', async () => {
    const path = await file('a.pdf', pdfOf(await Promise.all([1, 2, 3, 4].map(blankScan))));
    for await (const event of at.own.archive.importFiles([path])) if (event.kind === 'page' && event.index === 1) break;
    expect(at.own.book.records.get('archiveDocument', firstDocument())?.values.pageCount).toBe(2);
    const events = await take(path);
    expect(last(events)).toMatchObject({ pages: 2, duplicates: 2 });
    expect(new Set(ofKind(events, 'page').map(({ documentId }) => documentId))).toEqual(new Set([firstDocument()]));
    expect(at.own.archive.pagesOfDocument(firstDocument()).map(({ order }) => order)).toEqual([1, 2, 3, 4]);
    expect(at.own.book.records.get('archiveDocument', firstDocument())?.values.pageCount).toBe(4);
  });

  test('a signal stops it after the page in work', async () => {
    const path = await file('a.pdf', pdfOf(await Promise.all([1, 2, 3, 4].map(blankScan))));
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const event of at.own.archive.importFiles([path, path], {}, stop.signal)) {
      seen.push(event.kind);
      if (event.kind === 'page') stop.abort();
    }
    expect(seen).toEqual(['fileStarted', 'page', 'fileDone', 'done']);
  });

  test('scanning a page again mends its damaged image', async () => {
    const path = await file('a.jpg', await blankScan(1));
    await take(path);
    const [image] = await filesBelow(join(at.own.dir, 'pages'));
    await truncate(image!, 20);
    await expect(expectEveryImage(at.own)).rejects.toMatchObject({ code: 'page.damaged' });
    expect(last(await take(path))).toMatchObject({ pages: 0, duplicates: 1 });
    expect(await expectEveryImage(at.own)).toBe(1);
  });
});

describe('bad files', () => {
  test('each is named with its reason, the others go on, nothing is left of them', async () => {
    const jpeg = await noisyScan(300);
    await mkdir(join(at.folder, 'một thư mục'));
    const paths = [
      await file('trống.jpg', ''),
      await file('đứt.jpg', jpeg.subarray(0, jpeg.length / 2)),
      await file('khóa.pdf', pdfOf([await blankScan(1)], { encrypt: true })),
      await file('ghi chú.pdf', 'Đây không phải PDF'),
      join(at.folder, 'một thư mục'),
      join(at.folder, 'không có.jpg'),
      await file('bom.png', bombPng()),
      await file('đúng tên sai.docx', await blankScan(2)),
    ];
    const events = await take(...paths);
    expect(ofKind(events, 'refused').map(({ file: name, code, details }) => [name, code, details.file])).toEqual(
      [
        ['trống.jpg', 'scan.empty'],
        ['đứt.jpg', 'scan.corrupt'],
        ['khóa.pdf', 'scan.encrypted'],
        ['ghi chú.pdf', 'scan.unsupported'],
        ['một thư mục', 'scan.notAFile'],
        ['không có.jpg', 'scan.notFound'],
        ['bom.png', 'scan.tooLarge'],
      ].map(([name, code]) => [name, code, name]),
    );
    // A JPEG is taken whatever its name says.
    expect(ofKind(events, 'page').map(({ file: name }) => name)).toEqual(['đúng tên sai.docx']);
    for (const { code } of ofKind(events, 'refused')) expect(isErrorCode(code)).toBe(true);
    expect(at.own.book.records.count({ type: 'archiveDocument' })).toBe(1);
    expect(await filesBelow(join(at.own.dir, 'pages'))).toHaveLength(1);
  });

  test('a damaged page within a PDF is named; the pages around it are kept in their places', async () => {
    const scans = await Promise.all([noisyScan(200), noisyScan(200), noisyScan(200)]);
    const whole = pdfOf(scans);
    const middle = whole.indexOf(scans[1]!);
    const path = await file(
      'giữa hỏng.pdf',
      Buffer.concat([whole.subarray(0, middle), Buffer.alloc(scans[1]!.length), whole.subarray(middle + scans[1]!.length)]),
    );
    const events = await take(path);
    expect(ofKind(events, 'refused')).toMatchObject([
      { file: 'giữa hỏng.pdf', code: 'scan.corrupt', details: { page: 2, place: ' (trang 2/3)' } },
    ]);
    expect(at.own.archive.pagesOfDocument(firstDocument()).map(({ order }) => order)).toEqual([1, 3]);
  });

  test('a thick file comes in page by page', async () => {
    const scans = await Promise.all(Array.from({ length: 90 }, (_, n) => blankScan(n)));
    const path = await file('cả hộp.pdf', pdfOf(scans));
    const before = process.memoryUsage().rss;
    expect(last(await take(path))).toMatchObject({ pages: 90, refused: 0 });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('secrecy', () => {
  test('a connected machine takes no page of a MẬT file or document, whatever else is wrong', async () => {
    const path = await file('a.jpg', await blankScan(1));
    const fileId = newFile('MAT');
    const [document] = at.own.book.records.save([
      { type: 'archiveDocument', values: { sourceName: 'mật', secrecy: 'TOI_MAT', verification: 'CHO_XEM' } },
    ]);
    await expect(collect(at.own.archive.importFiles([path], { fileId }))).rejects.toMatchObject({
      code: 'scan.secrecy',
      details: { level: 'MAT' },
    });
    await expect(collect(at.own.archive.importFiles([path], { documentId: document!.id }))).rejects.toBeInstanceOf(AppError);
    expect(await filesBelow(join(at.own.dir, 'pages'))).toEqual([]);
    expect(at.own.book.records.count({ type: 'page' })).toBe(0);
  });

  test('a target that does not exist is refused', async () => {
    await expect(collect(at.own.archive.importFiles([], { fileId: '01900000-0000-7000-8000-000000000000' }))).rejects.toMatchObject({
      code: 'record.notFound',
    });
  });

  test('a standalone machine takes MẬT once an approval covers the file; TUYỆT MẬT is scanned nowhere', async () => {
    await at.own.close();
    at.own = await newArchive(at.recognizer.start, { dir: join(at.folder, 'standalone'), profile: 'standalone' });
    const path = await file('a.jpg', await blankScan(1));
    const fileId = newFile('MAT');
    await expect(collect(at.own.archive.importFiles([path], { fileId }))).rejects.toMatchObject({ code: 'scan.noApproval' });
    at.own.book.records.save([
      {
        type: 'secrecyApproval',
        values: {
          number: '07-CV/ĐU',
          approver: 'Lê Văn Bình',
          approverPost: 'Bí thư',
          approvedOn: '2026-01-05',
          level: 'MAT',
          file: fileId,
        },
      },
    ]);
    const [page] = ofKind(await collect(at.own.archive.importFiles([path], { fileId })), 'page');
    expect(at.own.book.records.get('archiveDocument', page!.documentId)?.values.secrecy).toBe('MAT');
    await expect(collect(at.own.archive.importFiles([path], { fileId: newFile('TOI_MAT') }))).rejects.toMatchObject({
      code: 'scan.noApproval',
    });
    await expect(collect(at.own.archive.importFiles([path], { fileId: newFile('TUYET_MAT') }))).rejects.toMatchObject({
      code: 'scan.topSecret',
    });
  });
});

test('stray files of a crash are cleared away before the next import', async () => {
  await take(await file('a.jpg', await blankScan(1)));
  await at.own.close();
  const [kept] = await filesBelow(join(at.own.dir, 'pages'));
  const stray = join(at.own.dir, 'pages', 'ab', `${'ab'.repeat(32)}.ktp`);
  await mkdir(join(at.own.dir, 'pages', 'ab'), { recursive: true });
  await cp(kept!, stray);
  await writeFile(`${kept}.1234.part`, 'half');
  at.own = await openArchive(at.own.dir, at.own.book.user.id, at.recognizer.start);
  await take(await file('b.jpg', await blankScan(2)));
  expect(await filesBelow(join(at.own.dir, 'pages'))).toHaveLength(2);
  expect(await expectEveryImage(at.own)).toBe(2);
});

const firstDocument = (): string =>
  at.own.book.records.list({ type: 'archiveDocument', sort: [{ field: '$createdAt', direction: 'asc' }] }).rows[0]!.id;

function newFile(secrecy: string): string {
  const [fonds] = at.own.book.records.save([{ type: 'archiveFonds', values: { code: 'P01', name: 'Phông Đảng ủy xã Bình Yên' } }]);
  const [saved] = at.own.book.records.save([
    {
      type: 'archiveFile',
      values: {
        code: 'HS-01',
        title: 'Tập báo cáo kiểm tra',
        fonds: fonds!.id,
        term: '2015-2020',
        box: '3',
        retention: firstCode('retention'),
        accessMode: firstCode('accessMode'),
        secrecy,
        state: firstCode('archiveFileState'),
      },
    },
  ]);
  return saved!.id;
}

const firstCode = (list: 'retention' | 'accessMode' | 'archiveFileState'): string => codeLists[list].items[0]!.code;

/** A PNG that states 100,000 x 100,000 pixels. */
function bombPng(): Buffer {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==', 'base64');
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A stack with separator sheets goes into its files by itself; pages are turned, split, moved, replaced and that is taken back; what looks secret stops. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { writeSeparators } from '../../src-main/service/archive/separators/separator-sheets';
import { createWatchedFolder } from '../../src-main/service/archive/watch/watched-folder';
import { separatorText } from '../../src-shared/archive/separator-text';
import { blankScan, collect, expectEveryImage, ofKind, pdfOf } from '../support/archive-book';
import { archivePerTest } from '../support/archive-per-test';
import { body, header, type TypedLine, typedPage } from '../support/typed-page';

const at = archivePerTest();

/** A separator sheet as a scanner gives it at 200 dpi: a code of 35 mm on A4, a little skew, gray and noisy. */
async function separatorScan(text: string): Promise<Buffer> {
  const code = await QRCode.toBuffer(text, { errorCorrectionLevel: 'H', width: 276, margin: 4 });
  const turned = await sharp(code).rotate(2, { background: '#f4f2ec' }).toBuffer();
  return sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f4f2ec' } })
    .composite([{ input: turned, left: 180, top: 240 }])
    .blur(0.8)
    .jpeg({ quality: 70 })
    .toBuffer();
}

const newFile = (number: string, secrecy = 'THUONG', more: Record<string, unknown> = {}): string => {
  const [fonds] = at.own.book.records.save([{ type: 'archiveFonds', values: { code: `P${number}`, name: `Phông ${number}` } }]);
  const values = {
    code: `HS-${number}`,
    title: `Hồ sơ ${number}`,
    fonds: fonds!.id,
    retention: '01',
    accessMode: '02',
    state: 'CHUA_QUET',
    secrecy,
  };
  return at.own.book.records.save([{ type: 'archiveFile', values: { ...values, ...more } }])[0]!.id;
};
const documentsOf = (file: string) =>
  at.own.book.records
    .list({ type: 'archiveDocument', filters: [{ field: 'file', op: 'eq', value: file }] })
    .rows.map(({ id }) => ({ id, pages: at.own.archive.pagesOfDocument(id).map(({ sourceName, order }) => `${order} ${sourceName}`) }));

describe('a stack with separator sheets', () => {
  test('goes into its files, the sheets are no pages, and the same folder once more adds nothing', async () => {
    const [first, second, secret] = [newFile('01'), newFile('02'), newFile('03', 'MAT')];
    const stack = join(at.folder, 'cả chồng');
    await mkdir(join(stack, 'tiếp'), { recursive: true });
    const put = async (name: string, bytes: Uint8Array) => writeFile(join(stack, name), bytes);
    await put('01.jpg', await separatorScan(separatorText({ kind: 'file', id: first })));
    await put('02.jpg', await blankScan(1));
    await put('03.jpg', await blankScan(2));
    await put('04.jpg', await separatorScan(separatorText({ kind: 'new' })));
    await put('05.jpg', await blankScan(3));
    await put('06.jpg', await separatorScan(separatorText({ kind: 'file', id: secret })));
    await put('07.jpg', await blankScan(4));
    await put(join('tiếp', '08.jpg'), await separatorScan(separatorText({ kind: 'file', id: second })));
    await put(join('tiếp', '09.jpg'), await blankScan(5));
    await put(join('tiếp', 'ghi chú.txt'), Buffer.from('không phải ảnh'));

    const events = await collect(at.own.archive.importFiles([stack], { route: true }));
    expect(ofKind(events, 'separator').map(({ title }) => title)).toEqual(['HS-01 · Hồ sơ 01', 'HS-01 · Hồ sơ 01', 'HS-02 · Hồ sơ 02']);
    // The sheet of a secret file and what follows it come in nowhere.
    expect(ofKind(events, 'refused').map(({ file, code }) => [file, code])).toEqual([
      ['06.jpg', 'scan.secrecy'],
      ['07.jpg', 'scan.secrecy'],
    ]);
    expect(documentsOf(first).map(({ pages }) => pages)).toEqual([['1 02.jpg', '2 03.jpg'], ['1 05.jpg']]);
    expect(documentsOf(second).map(({ pages }) => pages)).toEqual([['1 09.jpg']]);
    expect(documentsOf(secret)).toEqual([]);
    expect(at.own.book.records.count({ type: 'page' })).toBe(4);

    const again = await collect(at.own.archive.importFiles([stack], { route: true }));
    expect(ofKind(again, 'page')).toEqual([]);
    expect(at.own.book.records.count({ type: 'archiveDocument' })).toBe(3);
  });

  test('images of a scanner are asked for one after the other, each when the one before is on the disk', async () => {
    const file = newFile('01');
    const scans = [await separatorScan(separatorText({ kind: 'file', id: file })), await blankScan(1), await blankScan(2)];
    const kept: number[] = [];
    async function* feeder() {
      for (const [index, bytes] of scans.entries()) {
        kept.push(at.own.book.records.count({ type: 'page' }));
        yield { name: `Quét ${index + 1}.jpg`, bytes, dpi: 200 };
      }
    }
    await collect(at.own.archive.importScans(feeder(), { route: true }));
    expect(kept).toEqual([0, 0, 1]);
    expect(documentsOf(file).map(({ pages }) => pages)).toEqual([['1 Quét 2.jpg', '2 Quét 3.jpg']]);
    expect(await expectEveryImage(at.own)).toBe(2);
  });
});

test('a file that waits for guidance takes no page', async () => {
  const fileId = newFile('01', 'THUONG', { secrecyState: 'CHO_HUONG_DAN' });
  await writeFile(join(at.folder, 'a.jpg'), await blankScan(1));
  await expect(collect(at.own.archive.importFiles([join(at.folder, 'a.jpg')], { fileId }))).rejects.toMatchObject({
    code: 'scan.undecided',
  });
});

describe('changes of pages', () => {
  const imported = async (...numbers: number[]) => {
    const fileId = newFile('01');
    const paths = await Promise.all(
      numbers.map(async (number) => {
        const path = join(at.folder, `${number}.jpg`);
        await writeFile(path, await blankScan(number));
        return path;
      }),
    );
    const [first] = ofKind(await collect(at.own.archive.importFiles(paths.slice(0, 1), { fileId })), 'page');
    const documentId = first!.documentId;
    const events = await collect(at.own.archive.importFiles(paths.slice(1), { documentId }));
    return { documentId, fileId, ids: [first!.pageId, ...ofKind(events, 'page').map(({ pageId }) => pageId)] };
  };
  const shown = (documentId: string) => at.own.archive.pagesOfDocument(documentId).map(({ id, order }) => [id, order]);
  const values = (id: string) => at.own.book.records.get('page', id)!.values;

  test('turning makes a new image beside the original one, and is taken back', async () => {
    const { ids } = await imported(1);
    const before = values(ids[0]!);
    const { id } = await at.own.archive.changes.turn([ids[0]!], 90);
    const after = values(ids[0]!);
    expect([after['width'], after['height']]).toEqual([before['height'], before['width']]);
    expect(after['originalImage']).toBe(before['image']);
    await expect(at.own.archive.readPageImage(String(before['image']))).resolves.toBeInstanceOf(Buffer);
    at.own.archive.changes.undo(id);
    expect(values(ids[0]!)['image']).toBe(before['image']);
    expect(() => at.own.archive.changes.undo(id)).toThrow(expect.objectContaining({ code: 'record.notFound' }));
  });

  test('a double page becomes two, the pages behind it move on, and all that is taken back', async () => {
    const { ids, documentId } = await imported(1, 2);
    const { id } = await at.own.archive.changes.split(ids[0]!, 0.5);
    const now = at.own.archive.pagesOfDocument(documentId);
    expect(now.map(({ order, width }) => [order, width])).toEqual([
      [1, 210],
      [2, 210],
      [3, 420],
    ]);
    expect(now[2]?.id).toBe(ids[1]);
    at.own.archive.changes.undo(id);
    expect(shown(documentId)).toEqual([
      [ids[0], 1],
      [ids[1], 2],
    ]);
  });

  test('pages are reordered, moved to another document, replaced and inserted', async () => {
    const { ids, documentId, fileId } = await imported(1, 2, 3);
    at.own.archive.changes.move([ids[2]!], documentId, ids[0]);
    expect(shown(documentId)).toEqual([
      [ids[2], 1],
      [ids[0], 2],
      [ids[1], 3],
    ]);
    const [other] = at.own.book.records.save([
      { type: 'archiveDocument', values: { file: fileId, secrecy: 'THUONG', verification: 'CHO_XEM' } },
    ]);
    const { id } = at.own.archive.changes.move([ids[0]!], other!.id);
    expect(shown(documentId)).toEqual([
      [ids[2], 1],
      [ids[1], 2],
    ]);
    expect(at.own.book.records.get('archiveDocument', documentId)?.values['pageCount']).toBe(2);
    at.own.archive.changes.undo(id);
    expect(shown(documentId)).toEqual([
      [ids[2], 1],
      [ids[0], 2],
      [ids[1], 3],
    ]);

    await writeFile(join(at.folder, 'mới.jpg'), await blankScan(9));
    await collect(at.own.archive.importFiles([join(at.folder, 'mới.jpg')], { documentId, replacePageId: ids[0]! }));
    const after = at.own.archive.pagesOfDocument(documentId);
    expect(after.map(({ sourceName, order }) => [sourceName, order])).toEqual([
      ['3.jpg', 1],
      ['mới.jpg', 2],
      ['2.jpg', 3],
    ]);
    expect(at.own.book.records.get('page', ids[0]!)?.removedReason).toBe('Đã quét lại');
  });
});

describe('a stack that came as one document', () => {
  const title = (left: readonly string[], heading: string): TypedLine[] => [
    ...header(left, ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 05 tháng 02 năm 2026']),
    { text: heading, x: 112, y: 60, centred: true },
    ...body(
      Array.from({ length: 12 }, () => 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam và quy chế làm việc của Ban'),
      70,
    ),
  ];
  const papers: TypedLine[][] = [
    title(['ĐẢNG ỦY XÃ AN PHÚ', 'ỦY BAN KIỂM TRA', 'Số 05-QĐ/UBKTĐU'], 'QUYẾT ĐỊNH'),
    [{ text: '2', x: 112, y: 12, centred: true }, ...body(['và các tổ chức đảng trực thuộc chịu trách nhiệm thi hành'], 30)],
    title(['ĐẢNG ỦY XÃ AN PHÚ', 'ỦY BAN KIỂM TRA', 'Số 06-BC/UBKTĐU'], 'BÁO CÁO'),
  ];

  test('is parted where documents begin, their fields are found, and that is taken back as one', async () => {
    const fileId = newFile('01');
    const path = await at.file('chồng.pdf', pdfOf(await Promise.all([1, 2, 3].map(blankScan))));
    const later = await at.file('sau.jpg', await blankScan(4));
    const ids = ofKind(await collect(at.own.archive.importFiles([path, later], { fileId })), 'page');
    const [documentId = '', after = ''] = new Set(ids.map((page) => page.documentId));
    for (const [index, lines] of papers.entries()) {
      const { width, height, words } = typedPage(lines, `page-${index}`);
      const { pageId = '' } = ids[index] ?? {};
      at.own.book.records.save([{ type: 'page', id: pageId, values: { width, height, state: 'DA_DOC', rawText: 'có chữ' } }]);
      at.own.book.search.putPageWords(
        pageId,
        words.map((word) => ({ ...word, confidence: Math.round(word.confidence) })),
      );
    }
    const starts = at.own.archive.documentStarts(documentId);
    expect(starts.map(({ index, reason, type }) => [index, reason, type])).toEqual([
      [0, 'title', 'QD'],
      [2, 'title', 'BC'],
    ]);

    const parted = at.own.archive.splitDocument(
      documentId,
      starts.map(({ pageId }) => pageId),
    );
    expect(documentsOf(fileId).map(({ id, pages }) => [id, pages.length])).toEqual([
      [documentId, 2],
      [parted.documentIds[1], 1],
      [after, 1],
    ]);
    const values = (id: string) => at.own.book.records.get('archiveDocument', id)?.values;
    expect(parted.documentIds.map((id) => [values(id)?.['pageCount'], values(id)?.['symbol'], values(id)?.['order']])).toEqual([
      [2, '05-QĐ/UBKTĐU', 1],
      [1, '06-BC/UBKTĐU', 2],
    ]);
    expect(values(after)?.['order']).toBe(3);

    at.own.archive.changes.undo(parted.changeId ?? '');
    expect(documentsOf(fileId).map(({ id, pages }) => [id, pages.length])).toEqual([
      [documentId, 3],
      [after, 1],
    ]);
    expect(values(documentId)?.['pageCount']).toBe(3);
  });
});

describe('a page that says MẬT', () => {
  const stamped = async () => {
    const fileId = newFile('01');
    await writeFile(join(at.folder, 'a.jpg'), await blankScan(1));
    const [page] = ofKind(await collect(at.own.archive.importFiles([join(at.folder, 'a.jpg')], { fileId })), 'page');
    const words = [{ text: 'MẬT', x: 60, y: 80, w: 60, h: 20, confidence: 95, line: 0 }];
    at.own.archive.alarms.look({ id: page!.pageId, width: 420, height: 594, rotation: 0, words });
    return page!;
  };

  test('stops its document until a person says that it is a false alarm', async () => {
    const { documentId, pageId } = await stamped();
    expect(at.own.archive.alarms.waiting()).toMatchObject([{ documentId, seen: 'MAT', pageId }]);
    await expect(collect(at.own.archive.importFiles([], { documentId }))).rejects.toMatchObject({ code: 'scan.suspected' });
    await at.own.archive.alarms.answer(documentId, { kind: 'falseAlarm', reason: 'Chữ trên dấu của đơn vị khác' });
    expect(at.own.archive.alarms.waiting()).toEqual([]);
    expect(at.own.book.audit.list({ recordId: documentId }).map(({ action }) => action)).toContain('secrecyFalseAlarm');
    expect(at.own.archive.pagesOfDocument(documentId)).toHaveLength(1);
  });

  test('leaves a connected machine when the level is raised: image and text are gone, the record stays with the reason', async () => {
    const { documentId, pageId } = await stamped();
    const image = String(at.own.book.records.get('page', pageId)?.values['image']);
    expect(await at.own.archive.alarms.answer(documentId, { kind: 'raise', level: 'MAT', basis: 'Có dấu MẬT' })).toEqual({ takenOff: 1 });
    expect(at.own.archive.hasPageImage(image)).toBe(false);
    expect(at.own.book.records.get('archiveDocument', documentId)?.values['secrecy']).toBe('MAT');
    expect(at.own.book.records.get('page', pageId)).toMatchObject({ removedReason: expect.stringContaining('Rút khỏi máy') as string });
    expect((await at.own.archive.verifyPages()).missing).toEqual([]);
  });
});

describe('a watched folder', () => {
  test('takes what stands still, once, moves it aside, and leaves what it cannot read', async () => {
    const dir = join(at.folder, 'máy quét');
    await mkdir(dir);
    const fileId = newFile('01');
    const watch = createWatchedFolder(at.own.book, at.own.archive, false);
    watch.set({ dir, after: 'move', fileId, route: false });
    const whole = await blankScan(1);
    await writeFile(join(dir, 'a.jpg'), whole.subarray(0, 200));
    expect(await watch.look()).toBe(0); // seen for the first time
    await writeFile(join(dir, 'a.jpg'), whole);
    expect(await watch.look()).toBe(0); // still growing
    expect(await watch.look()).toBe(1);
    expect(await readdir(dir)).toEqual(['da-nhap']);
    expect(await readdir(join(dir, 'da-nhap'))).toEqual(['a.jpg']);

    await writeFile(join(dir, 'a.jpg'), await blankScan(2));
    await writeFile(join(dir, 'hỏng.jpg'), Buffer.from([0xff, 0xd8, 0xff, 1, 2]));
    await watch.look();
    expect(await watch.look()).toBe(1);
    expect((await readdir(join(dir, 'da-nhap'))).sort()).toEqual(['a (2).jpg', 'a.jpg']);
    expect(watch.state().recent.map(({ outcome }) => outcome)).toContain('scan.corrupt');
    const again = createWatchedFolder(at.own.book, at.own.archive, false);
    await again.look();
    expect(await again.look()).toBe(0);
    expect(documentsOf(fileId)).toHaveLength(2);
    await Promise.all([watch.close(), again.close()]);
  });
});

test('printed separator sheets say where they lead, and secret files by their number alone', async () => {
  const ids = [newFile('01'), newFile('02', 'MAT')];
  const path = join(at.folder, 'tờ phân cách.html');
  expect(await writeSeparators(at.own.book, path, ids)).toBe(3);
  const html = await readFile(path, 'utf8');
  expect(html).toContain('HS-01 · Hồ sơ 01');
  expect(html).toContain('<h1>HS-02</h1>');
  // The printed code itself is read, at 200 dpi.
  const svg = html.match(/<svg[\s\S]*?<\/svg>/g)![1]!;
  const code = await sharp(Buffer.from(svg), { density: 200 }).png().toBuffer();
  const sheet = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fff' } })
    .composite([{ input: code, left: 600, top: 300 }])
    .jpeg()
    .toBuffer();
  await writeFile(join(at.folder, 'tờ.jpg'), sheet);
  expect(ofKind(await collect(at.own.archive.importFiles([join(at.folder, 'tờ.jpg')], { route: true })), 'separator')).toHaveLength(1);
});

/**
 * A clerk's session whole, on real parts: the list of a box from Excel, its separator sheets printed and scanned with the papers as one stack,
 * pages read, documents checked, packages handed over, another committee takes them in, and the counts agree.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeSeparators } from '../../src-main/service/archive/separators/separator-sheets';
import { createVerify } from '../../src-main/service/archive/verify/verify-service';
import { createSheetImport } from '../../src-main/service/sheet-import/sheet-import';
import type { PackageImportEvent } from '../../src-shared/contract/window/out';
import { blankScan, collect, expectEveryImage, newArchive, ofKind, removeFolder, temporaryFolder } from '../support/archive-book';
import { ended, outOf } from '../support/out-archive';
import { scansOf } from '../support/printed-separators';
import { keptRecognizer } from '../support/recognizer';
import { stripOf } from '../support/sample-scans';

const folder = await temporaryFolder();
const recognizer = keptRecognizer();
afterAll(async () => {
  await recognizer.end();
  await removeFolder(folder);
});

test('a box of paper becomes checked files that another committee holds with the same counts', { timeout: 180_000 }, async () => {
  const giver = await newArchive(recognizer.start, { dir: join(folder, 'giver') });
  const other = await newArchive(recognizer.start, { dir: join(folder, 'other') });
  try {
    // The inventory: a box, two files, typed long ago in TCVN3.
    giver.book.records.save([
      { type: 'archiveFonds', values: { code: 'TT', name: 'Phông Đảng bộ xã Tân Thượng', archiveCode: 'LT01', lists: '01' } },
    ]);
    const list = join(folder, 'hop-14.csv');
    await writeFile(
      list,
      Buffer.from(
        [
          'Hép sè,Hå s¬ sè,Tiªu ®Ò hå s¬,Thêi gian,THBQ,Sè tê,Ph«ng',
          '14,01,Thi hµnh kû luËt ®¶ng viªn n¨m 2011,05/01/2011 - 30/12/2011,VÜnh viÔn,3,TT',
          '14,02,B¸o c¸o kiÓm tra vµ gi¸m s¸t n¨m 2011,05/01/2011 - 30/12/2011,20 n¨m,2,TT',
        ].join('\n'),
        'latin1',
      ),
    );
    const sheets = createSheetImport(giver.book, giver.archive.readSheet);
    const plan = await sheets.open(list, 'archiveFile', {
      fixed: { secrecy: 'THUONG', term: '2010-2015', language: '01', trustLevel: '02', accessMode: '02', state: 'CHUA_QUET' },
    });
    expect(plan.counts).toMatchObject({ ready: 2, faulty: 0 });
    sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: false });
    const files = giver.book.records.list({ type: 'archiveFile', sort: [{ field: 'fileNumber', direction: 'asc' }] }).rows;
    expect(files.map(({ values }) => [values.box, values.title])).toEqual([
      ['14', 'Thi hành kỷ luật đảng viên năm 2011'],
      ['14', 'Báo cáo kiểm tra và giám sát năm 2011'],
    ]);

    // One stack: sheet of the first file, two documents, sheet of the second, one document of two pages.
    const printed = join(folder, 'to-phan-cach.html');
    expect(
      await writeSeparators(
        giver.book,
        printed,
        files.map(({ id }) => id),
      ),
    ).toBe(3);
    const [newDocument, first, second] = await scansOf(printed);
    const stack = [first, await stripOf('03'), newDocument, await blankScan(1), second, await blankScan(2), await blankScan(3)];
    await mkdir(join(folder, 'chồng'));
    for (const [at, bytes] of stack.entries()) await writeFile(join(folder, 'chồng', `${at + 1}.jpg`), bytes ?? '');
    const events = await collect(giver.archive.importFiles([join(folder, 'chồng')], { route: true }));
    expect(ofKind(events, 'separator')).toHaveLength(3);
    expect(ofKind(events, 'refused')).toEqual([]);
    await giver.archive.drain();

    // Every document is handed out once, compared and confirmed.
    const verify = createVerify(giver.book, { extraction: giver.archive.extraction, pagesOfDocument: giver.archive.pagesOfDocument });
    for (let [id] = verify.next({ box: '14' }, 1, []).documents; id !== undefined; [id] = verify.next({ box: '14' }, 1, []).documents) {
      const { fields, revision, documentId } = verify.sheet(id);
      const values = Object.fromEntries(fields.map(({ name, value, found }) => [name, found ?? value]));
      verify.confirm({ documentId, values: complete(values), illegible: [], expectedRevision: revision });
    }
    expect(verify.boxes().boxes).toMatchObject([{ box: '14', files: 2, documents: 3, checked: 3, waiting: 0 }]);
    expect(giver.book.records.list({ type: 'archiveDocument' }).rows.map(({ values }) => values.symbol)).toContain('128-QĐ/ĐU');

    // Out, and in at another committee.
    const handed = join(folder, 'bàn giao');
    const done = await ended(
      outOf(giver).run({ kind: 'sip', target: { box: '14' }, path: handed, receiver: other.book.committee.partyCommittee }),
    );
    expect(done).toMatchObject({ files: 2, documents: 3, pages: 4, exceptions: [] });
    const taken: PackageImportEvent[] = [];
    for await (const event of outOf(other).importPackages(handed)) taken.push(event);
    expect(taken.at(-1)).toMatchObject({ kind: 'done', packages: 2, refused: 0, absent: [] });
    const counts = ({ book }: typeof giver) =>
      (['archiveFonds', 'archiveFile', 'archiveDocument', 'page'] as const).map((type) => book.records.count({ type }));
    expect(counts(other)).toEqual([1, 2, 3, 4]);
    expect(counts(other)).toEqual(counts(giver));
    expect(await expectEveryImage(other)).toBe(4);
    expect(other.book.records.list({ type: 'archiveDocument' }).rows.every(({ values }) => values.verification === 'DA_XEM')).toBe(true);
  } finally {
    await giver.close();
    await other.close();
  }
});

/** What a package asks for and a paper may not say is typed by the clerk. */
const complete = (values: Record<string, string>): Record<string, string> => ({
  ...values,
  type: values.type || 'KHAC',
  issuedOn: values.issuedOn || '2011-06-30',
  issuer: values.issuer || 'Đảng ủy xã Tân Thượng',
  subject: values.subject || 'về công tác kiểm tra',
});

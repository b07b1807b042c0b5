import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPackages } from '#service/archive/out/package/import-packages';
import type { ExportKind, ExportRequest, PackageImportEvent } from '#shared/contract/window/out';
import { createArchive } from '#service/archive/archive-service';
import { testBook } from '../support/book';
import { filesBelow, removeFolder, temporaryFolder, type TestArchive } from '../support/archive-book';
import { ended, filedArchive, type FiledArchive, outOf } from '../support/out-archive';
import { keptRecognizer } from '../support/recognizer';
import { sample } from '../support/sample-scans';

// A file goes to another committee as a package and comes back: real books, real packages on the disk.

const recognizer = keptRecognizer();
let giver: FiledArchive;
let folder: string;
const open: TestArchive[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  giver = await filedArchive(recognizer.start, join(folder, 'giver'));
  open.push(giver);
});
afterAll(async () => {
  for (const one of open) await one.close();
  await recognizer.end();
  await removeFolder(folder);
});

const pack = (kind: ExportKind, name: string, more: Partial<ExportRequest> = {}) =>
  ended(
    giver.out.run({ kind, target: { fileIds: [giver.ids.file] }, path: join(folder, name), receiver: 'Đảng ủy phường Hòa Bình', ...more }),
  );

/** Its book has random keys and no vault: nothing has to be derived. */
function receiver(name: string, profile: 'connected' | 'standalone' = 'connected'): TestArchive {
  const dir = join(folder, name);
  mkdirSync(dir);
  const book = testBook(dir, profile);
  const archive = createArchive(book, recognizer.start);
  const made = { dir, book, archive, close: () => archive.close() };
  open.push(made);
  return made;
}

async function takeIn(archive: TestArchive, path: string): Promise<PackageImportEvent[]> {
  const events: PackageImportEvent[] = [];
  for await (const event of outOf(archive).importPackages(path)) if (event.kind !== 'step') events.push(event);
  return events;
}

const counts = ({ book }: TestArchive) =>
  ['archiveFonds', 'archiveFile', 'archiveDocument', 'page'].map((type) => book.records.count({ type: type as 'page' }));

describe.each(['sip', 'aip'] as const)('a package of the kind %s', (kind) => {
  it.each([true, false])('goes to another committee whole (as ZIP: %s), once however often it is read', async (zip) => {
    const name = `${kind}-${zip}`;
    const done = await pack(kind, name, { zip });
    expect(done).toMatchObject({ files: 1, documents: 2, pages: 2, exceptions: [] });
    expect(done.written).toEqual(expect.arrayContaining(['ban-giao.json', 'bien-ban-giao-nhan.xlsx']));
    // Schemas, hashes, references, counts.
    const [check] = await checkPackages(join(folder, name));
    expect(check).toMatchObject({ kind: kind.toUpperCase(), documents: 2, faults: [] });

    const other = receiver(`receiver-${name}`);
    const [taken, end] = await takeIn(other, join(folder, name));
    expect(taken).toMatchObject({ kind: 'taken', from: giver.book.committee.name, documents: 2, pages: 2, already: 0 });
    expect(end).toMatchObject({ kind: 'done', packages: 1, refused: 0, absent: [] });
    expect(counts(other)).toEqual(counts(giver));

    const file = other.book.records.list({ type: 'archiveFile' }).rows[0];
    expect(file?.values).toMatchObject({
      code: 'HS-2011-03',
      oldCode: 'HS-2011-03',
      formerUnit: giver.book.committee.name,
      secrecy: 'THUONG',
    });
    expect(other.book.records.list({ type: 'archiveFonds' }).rows[0]?.values).toMatchObject({
      code: 'P07',
      closed: true,
      formerUnit: giver.book.committee.name,
    });
    const [decision] = other.book.records.list({ type: 'archiveDocument' }).rows;
    expect(decision?.values).toMatchObject({ symbol: '128-QĐ/ĐU', signer: 'Nguyễn Hồng Hòa', verification: 'DA_XEM', file: file?.id });
    const [page] = other.archive.pagesOfDocument(decision?.id ?? '');
    const [given] = giver.archive.pagesOfDocument(giver.ids.decision);
    // The very bytes of the scanner, the text and the places of its words.
    expect(page?.image).toBe(given?.image);
    expect((await other.archive.readPageImage(page?.image ?? '')).equals(await giver.archive.readPageImage(given?.image ?? ''))).toBe(true);
    expect(other.archive.page(page?.id ?? '')).toMatchObject({ rawText: 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam' });
    expect(other.book.search.pageWords(page?.id ?? '')).toEqual(giver.book.search.pageWords(given?.id ?? ''));

    const [again] = await takeIn(other, join(folder, name));
    expect(again).toMatchObject({ documents: 2, pages: 2, already: 5 });
    expect(counts(other)).toEqual(counts(giver));
  });
});

describe('a package that is not as it was', () => {
  const packages = () => join(folder, 'hurt');
  const inside = async (ending: string) => (await filesBelow(packages())).find((path) => path.endsWith(ending)) ?? '';
  beforeAll(() => pack('aip', 'hurt', { zip: false }));

  it.each([
    ['a changed PDF', '.pdf', 'mã SHA-256'],
    ['a changed description', 'EAD.xml', 'EAD.xml'],
    ['a changed list of records', '.ndjson', 'kiem-tra-so.ndjson'],
  ])('is refused for %s with its place, and nothing of it is kept', async (_, ending, named) => {
    const path = await inside(ending);
    const sound = readFileSync(path);
    const hurt = Buffer.from(sound);
    const at = Math.floor(hurt.length / 2);
    hurt[at] = (hurt[at] ?? 0) ^ 1;
    writeFileSync(path, hurt);
    try {
      const other = receiver(`hurt-${ending}`);
      const [refused, end] = await takeIn(other, packages());
      expect(refused).toMatchObject({ kind: 'refused', code: 'package.damaged' });
      expect(JSON.stringify(refused)).toContain(named);
      expect(end).toMatchObject({ packages: 0, refused: 1 });
      expect(counts(other)).toEqual([0, 0, 0, 0]);
    } finally {
      writeFileSync(path, sound);
    }
  });

  it('is told of a file that is gone and of one that nobody named', async () => {
    const path = await inside('.pdf');
    const sound = readFileSync(path);
    rmSync(path);
    writeFileSync(join(path, '..', 'thêm.txt'), 'x');
    const [check] = await checkPackages(packages());
    expect(check?.faults.map(({ problem }) => problem)).toEqual(
      expect.arrayContaining([
        'nằm trong gói nhưng METS không nhắc tới',
        'representations/rep1/METS.xml nhắc tới nhưng không có trong gói',
      ]),
    );
    rmSync(join(path, '..', 'thêm.txt'));
    writeFileSync(path, sound);
  });

  it('is told of a package that the handover list names and that did not come', async () => {
    const [name] = readdirSync(packages()).filter((one) => one.startsWith('urn_'));
    const lost = join(folder, 'lost');
    mkdirSync(lost);
    writeFileSync(join(lost, 'ban-giao.json'), readFileSync(join(packages(), 'ban-giao.json')));
    await pack('sip', 'lost');
    expect((await checkPackages(lost)).find((one) => one.name === name)?.faults).toHaveLength(1);
  });

  it('of nothing is no package', async () => {
    mkdirSync(join(folder, 'empty'));
    await expect(checkPackages(join(folder, 'empty'))).rejects.toMatchObject({ code: 'package.notOne' });
  });
});

describe('what a package must not lack', () => {
  it('is listed before and refused with the first of it; incomplete files may be left out by name', async () => {
    giver.book.records.save([
      { type: 'archiveDocument', id: giver.ids.report, values: { issuer: null, issuedOn: null } },
      { type: 'archiveFile', id: giver.ids.file, values: { language: null } },
    ]);
    try {
      const { missing } = giver.out.plan({ fileIds: [giver.ids.file] });
      expect(missing.sip.map(({ id, element }) => [id, element])).toEqual([
        [giver.ids.file, 'language'],
        [giver.ids.decision, 'language'],
        [giver.ids.report, 'issuedDate'],
        [giver.ids.report, 'organName'],
        [giver.ids.report, 'language'],
      ]);
      await expect(pack('sip', 'incomplete')).rejects.toMatchObject({ code: 'out.incomplete', details: { count: 5 } });
      await expect(pack('sip', 'incomplete', { leaveOut: true })).rejects.toMatchObject({ code: 'out.incomplete' });
    } finally {
      giver.book.records.save([
        { type: 'archiveDocument', id: giver.ids.report, values: { issuer: 'Ủy ban Kiểm tra', issuedOn: '2011-11-20' } },
        { type: 'archiveFile', id: giver.ids.file, values: { language: '01' } },
      ]);
    }
  });

  it('is not invented: a document without pages goes as a description, and is named', async () => {
    const values = {
      file: giver.ids.file,
      order: 3,
      secrecy: 'THUONG',
      verification: 'CHO_XEM',
      type: 'TB',
      issuedOn: '2011',
      issuer: 'Đảng ủy',
      subject: 'chưa quét',
    };
    const [made] = giver.book.records.save([{ type: 'archiveDocument', values }]);
    const done = await pack('aip', 'no-pages');
    giver.book.records.remove('archiveDocument', made?.id ?? '', 'thử xong');
    expect(done).toMatchObject({ documents: 3, pages: 2, exceptions: [{ id: made?.id, why: 'noPages' }] });
    expect(await checkPackages(join(folder, 'no-pages'))).toMatchObject([{ documents: 3, faults: [] }]);
  });
});

describe('secrecy', () => {
  it('keeps a secret package out of a connected machine, and asks a standalone one for an approval', async () => {
    const source = receiver('secret', 'standalone');
    const [fonds] = source.book.records.save([
      { type: 'archiveFonds', values: { code: 'P9', name: 'Phông mật', archiveCode: 'LT', lists: '1' } },
    ]);
    const [file] = source.book.records.save([
      {
        type: 'archiveFile',
        values: {
          code: 'M1',
          title: 'Hồ sơ mật',
          fonds: fonds?.id,
          startDate: '2020-01-01',
          endDate: '2020-02-01',
          retention: '01',
          accessMode: '03',
          secrecy: 'MAT',
          state: 'CHUA_QUET',
          language: '01',
          sheets: 1,
        },
      },
    ]);
    await ended(
      outOf(source).run({ kind: 'sip', target: { fileIds: [file?.id ?? ''] }, path: join(folder, 'mat'), reason: 'nộp lưu trữ' }),
    );
    const connected = receiver('secret-connected');
    expect((await takeIn(connected, join(folder, 'mat')))[0]).toMatchObject({ kind: 'refused', code: 'scan.secrecy' });
    expect(counts(connected)).toEqual([0, 0, 0, 0]);
    const alone = receiver('secret-alone', 'standalone');
    expect((await takeIn(alone, join(folder, 'mat')))[0]).toMatchObject({ kind: 'refused', code: 'scan.noApproval' });
    expect(counts(alone)).toEqual([0, 0, 0, 0]);
  });
});

describe('documents that lie in no file', () => {
  const loose: string[] = [];
  beforeAll(async () => {
    for (const [number, issuer] of [
      ['07', giver.book.committee.partyCommittee],
      ['12', 'Tỉnh ủy Hư Cấu'],
      ['11', 'Tỉnh ủy Hư Cấu'],
    ] as const) {
      for await (const event of giver.archive.importFiles([sample(number).path])) if (event.kind === 'page') loose.push(event.documentId);
      const values = {
        type: 'CV',
        issuedOn: '2021-05-04',
        issuer,
        subject: `văn bản ${number}`,
        retention: '06',
        accessMode: '02',
        language: '01',
      };
      giver.book.records.save([{ type: 'archiveDocument', id: loose.at(-1) ?? '', values }]);
    }
  });
  const packLoose = (kind: 'sip' | 'aip', name: string, more: Partial<ExportRequest> = {}) =>
    pack(kind, name, { target: { documentIds: loose }, ...more });

  it.each(['sip', 'aip'] as const)(
    'go as a package of those sent and one of those received (%s), and come in without file',
    async (kind) => {
      const name = `loose-${kind}`;
      expect(await packLoose(kind, name)).toMatchObject({ files: 0, documents: 3, pages: 3, exceptions: [] });
      const checked = await checkPackages(join(folder, name));
      expect(checked.map(({ documents, faults }) => [documents, faults]).toSorted()).toEqual([
        [1, []],
        [2, []],
      ]);
      const other = receiver(`receiver-${name}`);
      const events = await takeIn(other, join(folder, name));
      expect(events.at(-1)).toMatchObject({
        kind: 'done',
        packages: 2,
        files: 0,
        documents: 3,
        pages: 3,
        already: 0,
        refused: 0,
        absent: [],
      });
      expect(counts(other)).toEqual([0, 0, 3, 3]);
      const without = other.book.records.list({ type: 'archiveDocument', filters: [{ field: 'file', op: 'empty' }] }).rows;
      expect(without.map(({ values }) => values.subject).toSorted()).toEqual(['văn bản 07', 'văn bản 11', 'văn bản 12']);
      expect((await takeIn(other, join(folder, name))).at(-1)).toMatchObject({ already: 6 });
    },
  );

  it('stay and are named where something mandatory is empty, and the others go', async () => {
    const id = loose.at(-1) ?? '';
    giver.book.records.save([{ type: 'archiveDocument', id, values: { subject: null } }]);
    await expect(packLoose('sip', 'loose-lacking')).rejects.toMatchObject({ code: 'out.incomplete' });
    const done = await packLoose('sip', 'loose-lacking', { leaveOut: true });
    giver.book.records.save([{ type: 'archiveDocument', id, values: { subject: 'văn bản 11' } }]);
    expect(done).toMatchObject({ documents: 2, exceptions: [{ id, why: 'incomplete', detail: 'Trích yếu' }] });
  });

  it('come in without file from another program, too', async () => {
    await packLoose('sip', 'loose-foreign', { zip: false });
    asOfAnother(join(folder, 'loose-foreign'));
    const other = receiver('receiver-loose-foreign');
    expect((await takeIn(other, join(folder, 'loose-foreign'))).at(-1)).toMatchObject({ files: 0, documents: 3, pages: 3, refused: 0 });
    expect(counts(other)).toEqual([0, 0, 3, 3]);
  });
});

/** What only this program writes is taken away from the packages in a folder, as if another had packed. */
function asOfAnother(packed: string): void {
  for (const name of readdirSync(packed).filter((one) => one.startsWith('uuid-'))) {
    rmSync(join(packed, name, 'documentation'), { recursive: true });
    const mets = join(packed, name, 'METS.xml');
    writeFileSync(
      mets,
      readFileSync(mets, 'utf8')
        .replace(/<fileGrp [^>]*USE="Documentation">[\s\S]*?<\/fileGrp>/, '')
        .replace(/<div [^>]*LABEL="Documentation">[\s\S]*?<\/div>/, ''),
    );
  }
}

describe('a package of another program', () => {
  it('comes in by the elements of the circular, its pages through the recognizer', async () => {
    await pack('sip', 'foreign', { zip: false });
    asOfAnother(join(folder, 'foreign'));
    const other = receiver('receiver-foreign');
    const [taken] = await takeIn(other, join(folder, 'foreign'));
    expect(taken).toMatchObject({ kind: 'taken', documents: 2, pages: 2, already: 0 });
    const rows = other.book.records.list({ type: 'archiveDocument' }).rows;
    expect(rows.map(({ values }) => [values.type, values.symbol, values.issuedOn, values.subject])).toEqual([
      ['QD', '128-QĐ/ĐU', '2011-10-06', 'thi hành kỷ luật'],
      ['BC', '15-BC/UBKT', '2011-11-20', 'kết quả kiểm tra'],
    ]);
    expect((await takeIn(other, join(folder, 'foreign')))[0]).toMatchObject({ pages: 2, already: 5 });
  });
});

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchiveOut } from '#service/archive/out/create-archive-out';
import type { ExportEvent, ExportKind, ExportRequest } from '#shared/contract/window/out';
import { newArchive, removeFolder, temporaryFolder, type TestArchive } from '../support/archive-book';
import { havePoppler, havePreflight, lacking, pdfaProblems, textOf } from '../support/pdf-checks';
import { buildRecognizer } from '../support/recognizer';
import { sample } from '../support/sample-scans';

// A file of the archive leaves it: the real book, the real recognizer, files on the disk.

let archive: TestArchive;
let folder: string;
const out = mkdtempSync(join(tmpdir(), 'kts xuất-'));
const ids = { fonds: '', file: '', decision: '', list: '' };

const save = (type: 'archiveFonds' | 'archiveFile', values: Record<string, unknown>): string =>
  archive.book.records.save([{ type, values }])[0]?.id ?? '';

async function bring(path: string, values: Record<string, unknown>): Promise<string> {
  let id = '';
  for await (const event of archive.archive.importFiles([path], { fileId: ids.file })) if (event.kind === 'page') id = event.documentId;
  archive.book.records.save([{ type: 'archiveDocument', id, values }]);
  return id;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  archive = await newArchive(await buildRecognizer(), { dir: folder });
  ids.fonds = save('archiveFonds', { code: 'P07', name: 'Phông Đảng ủy xã Tân Thượng', archiveCode: 'LT01' });
  ids.file = save('archiveFile', {
    code: 'HS-2011-03',
    title: 'Hồ sơ thi hành kỷ luật năm 2011',
    fonds: ids.fonds,
    startDate: '2011-01-05',
    endDate: '2011-12-30',
    retention: '06',
    accessMode: '02',
    secrecy: 'THUONG',
    state: 'CHO_KIEM_TRA',
    box: '3',
    sheets: 4,
  });
  ids.decision = await bring(sample('03').path, {
    type: 'QD',
    symbol: '128-QĐ/ĐU',
    issuedOn: '2011-10-06',
    issuer: 'Đảng ủy xã Tân Thượng',
    subject: 'thi hành kỷ luật',
    signer: 'Nguyễn Hồng Hòa',
  });
  ids.list = await bring(sample('09').path, { type: 'BC', number: '15', subject: 'kết quả kiểm tra' });
  for (const [documentId, text] of [
    [ids.decision, 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam'],
    [ids.list, 'Ủy ban Kiểm tra báo cáo'],
  ] as const) {
    const [page] = archive.archive.pagesOfDocument(documentId);
    const words = text
      .split(' ')
      .map((word, index) => ({ text: word, x: 200 + index * 180, y: 300, w: 150, h: 40, confidence: 90, line: 0 }));
    archive.book.search.putPageWords(page?.id ?? '', words);
    archive.book.records.save([{ type: 'page', id: page?.id ?? '', values: { rawText: text, state: 'DA_DOC' } }]);
  }
});
afterAll(async () => {
  await archive.close();
  await removeFolder(folder);
  rmSync(out, { recursive: true, force: true });
});

async function run(kind: ExportKind, name: string, more: Partial<ExportRequest> = {}): Promise<Extract<ExportEvent, { kind: 'done' }>> {
  const exporter = createArchiveOut({ book: archive.book, archive: archive.archive });
  for await (const event of exporter.run({ kind, target: { fileIds: [ids.file] }, path: join(out, name), ...more }))
    if (event.kind === 'done') return event;
  throw new Error('no end');
}

describe('PDF of a file', () => {
  it('holds all its pages with their text, the scan untouched, and is not written over', async () => {
    const done = await run('pdf', 'hồ sơ.pdf');
    expect(done).toMatchObject({ files: 1, documents: 2, pages: 2, exceptions: [] });
    const pdf = readFileSync(join(out, 'hồ sơ.pdf'));
    expect(pdf.length).toBe(done.bytes);
    expect(pdf.includes(readFileSync(sample('03').path))).toBe(true);
    await expect(run('pdf', 'hồ sơ.pdf')).rejects.toMatchObject({ code: 'out.exists' });
    expect(readdirSync(out)).toEqual(['hồ sơ.pdf']);
    if (havePoppler) expect(textOf(pdf, ['-raw'])).toMatch(/Căn cứ Điều lệ Đảng Cộng sản Việt Nam[\s\S]*Ủy ban Kiểm tra báo cáo/);
  });

  it('says what a person corrected, in the places of what was read', async () => {
    const [page] = archive.archive.pagesOfDocument(ids.list);
    archive.archive.correct(page?.id ?? '', 'Ủy ban Kiểm tra Đảng ủy báo cáo');
    expect(await run('pdf', 'sửa.pdf', { target: { documentIds: [ids.list] }, part: 1 })).toMatchObject({ files: 1, pages: 1 });
    const pdf = readFileSync(join(out, 'sửa.pdf'));
    if (havePoppler) expect(textOf(pdf, ['-raw']).trim()).toBe('Ủy ban Kiểm tra Đảng ủy báo cáo');
  });

  it.skipIf(!havePreflight)(
    `makes reading copies of at most 60 KB a page that are PDF/A as well${lacking('PDFBox', havePreflight)}`,
    async () => {
      const done = await run('pdf', 'đọc.pdf', { copy: 'reading', part: 1 });
      expect(done.bytes / done.pages).toBeLessThan(60 * 1024);
      expect(pdfaProblems(readFileSync(join(out, 'đọc.pdf')))).toEqual([]);
    },
  );

  it('names a page whose image is gone instead of leaving it out silently', async () => {
    const [page] = archive.archive.pagesOfDocument(ids.list);
    const path = join(archive.book.dir, 'pages', page?.image.slice(0, 2) ?? '', `${page?.image}.ktp`);
    const kept = readFileSync(path);
    rmSync(path);
    const done = await run('pdf', 'thiếu.pdf');
    await archive.archive.keepPageImage(page?.image ?? '', readFileSync(sample('09').path));
    expect(kept.length).toBeGreaterThan(0);
    expect(done).toMatchObject({ pages: 1, exceptions: [{ id: ids.list, why: 'imageMissing', detail: 'trang 1' }] });
  });
});

describe('the gate', () => {
  it('keeps secret papers on a connected machine and names them; nothing leaves when nothing may', async () => {
    archive.book.records.save([{ type: 'archiveDocument', id: ids.list, values: { secrecy: 'MAT' } }]);
    const done = await run('pdf', 'mật.pdf');
    expect(done).toMatchObject({ documents: 1, exceptions: [{ id: ids.list, why: 'withheld' }] });
    await expect(run('pdf', 'mật 2.pdf', { target: { documentIds: [ids.list] } })).rejects.toMatchObject({ code: 'out.secrecy' });
    archive.book.records.save([{ type: 'archiveDocument', id: ids.list, values: { secrecy: 'THUONG' } }]);
    expect(readdirSync(out)).not.toContain('mật 2.pdf');
  });
});

describe('lists', () => {
  const rowsOf = async (name: string): Promise<string[][]> => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(out, name));
    const rows: string[][] = [];
    workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))));
    return rows;
  };

  it.each([
    ['documentListParty', 24, '128'],
    ['documentListState', 7, '128-QĐ/ĐU'],
  ] as const)('writes %s with %i columns', async (kind, columns, cell) => {
    await run(kind, `${kind}.xlsx`);
    const rows = await rowsOf(`${kind}.xlsx`);
    const header = rows.find((row) => row[0] === 'Số TT');
    expect(header).toHaveLength(columns);
    expect(rows.some((row) => row.includes(cell))).toBe(true);
  });

  it.each([
    ['fileList', 'HS-2011-03'],
    ['fileCards', 'Phông'],
    ['covers', 'Hồ sơ thi hành kỷ luật năm 2011'],
    ['expired', 'HS-2011-03'],
  ] as const)('writes %s', async (kind, cell) => {
    await run(kind, `${kind}.xlsx`);
    expect((await rowsOf(`${kind}.xlsx`)).flat().some((text) => text.includes(cell))).toBe(true);
  });
});

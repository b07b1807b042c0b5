/** Forms 01CB and 02CB: written empty, filled as a branch would, read by the real recognizer, tried dry, imported, collected. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { branchItems } from '../../src-shared/branch-forms/branch-form';
import { createSheetImport, type SheetImportService } from '../../src-main/service/sheet-import/sheet-import';
import { writeXlsx } from '../../src-main/service/sheets/write-xlsx';
import { blankForms } from '../../src-main/service/work/branches/blank-form';
import { collectedSheet } from '../../src-main/service/work/branches/collected-sheet';
import { newArchive, type TestArchive } from '../support/archive-book';
import { keptRecognizer } from '../support/recognizer';

const today = '2026-04-03';
const asked = { form: '01CB', year: 2026, period: 'T3', today } as const;
const recognizer = keptRecognizer();
let folder: string;
let own: TestArchive;
let sheets: SheetImportService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kts mẫu chi bộ-'));
});
afterAll(async () => {
  await recognizer.end();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  own = await newArchive(recognizer.start);
  sheets = createSheetImport(own.book, own.archive.readSheet);
  const branch = (name: string) => ({ type: 'organisation' as const, values: { name, kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } });
  own.book.records.save([branch('Chi bộ ấp Một'), branch('Chi bộ ấp Hai'), branch('Chi bộ Trường học')]);
});
afterEach(() => own.close());

/** The blank form of these branches, with values typed beside the marks. */
async function filled(
  name: string,
  branches: readonly string[],
  typed: readonly Readonly<Record<string, string | number>>[],
): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(await writeXlsx(blankForms(own.book, { ...asked, branches }))) as never);
  workbook.worksheets.forEach((page, index) => {
    page.eachRow((row) => {
      const value = typed[index]?.[String(row.getCell(1).value ?? '')];
      if (value !== undefined) row.getCell(3).value = value;
    });
  });
  const path = join(folder, name);
  await writeFile(path, Buffer.from(await workbook.xlsx.writeBuffer()));
  return path;
}

test('filled forms of several branches and files become one dry run with its faults, then reports, then sums', async () => {
  const two = await filled(
    'hai chi bộ.xlsx',
    ['Chi bộ ấp Một', 'Chi bộ ấp Hai'],
    [
      { '1.5': '02/04/2026', '2.1': 20, '2.2': 18, '2.3': 2, '4.1': 3, '4.2': 2, '4.3': 1, '8.1': 'Tổng kết tốt' },
      { '1.5': '03/04/2026', '2.1': 15, '2.2': 12, '2.3': 2, '4.1': 1, '6.2': 'hai' },
    ],
  );
  const third = await filled('trường.xlsx', ['Chi bộ Trường học'], [{ '2.1': 30, '4.1': 4 }]);
  const plan = await sheets.open(two, 'branchReport', { more: [third], fixed: { receivedOn: today } });
  expect(plan.counts).toMatchObject({ rows: 3, ready: 2, faulty: 1, existing: 0 });
  expect(plan.columns.filter(({ target }) => target === null)).toEqual([]);
  expect(plan.problems.map(({ row, target, problem, text }) => [row, target, problem, text])).toEqual([
    [3, '$denunciations', 'notANumber', 'hai'],
  ]);

  // Mended in place, tried again, imported; the same files once more are known.
  const choice = { ...sheets.proposal(plan.id), edits: [{ row: 3, target: '$denunciations', text: '2' }] };
  expect(sheets.plan(plan.id, choice).counts).toMatchObject({ ready: 3, faulty: 0 });
  const done = sheets.run(plan.id, { choice, leaveFaulty: false });
  expect(done.created).toBe(3);
  const [first] = own.book.records.list({ type: 'branchReport', sort: [{ field: '$createdAt', direction: 'asc' }] }).rows;
  expect(first?.values).toMatchObject({ form: '01CB', year: 2026, period: 'T3', receivedOn: '2026-04-02', state: 'DA_NOP' });
  expect(first?.values['texts']).toMatchObject([{ key: 'assessment', text: 'Tổng kết tốt' }]);
  expect((await sheets.open(third, 'branchReport', { fixed: { receivedOn: today } })).counts).toMatchObject({ existing: 1, ready: 0 });

  // Sums are sums; what does not add up is said beside the branch and stays as delivered.
  const collected = collectedSheet(own.book, asked);
  const column =
    2 +
    branchItems('01CB')
      .filter(({ kind }) => kind === 'figure')
      .findIndex(({ key }) => key === 'members');
  expect(collected.rows.at(-1)?.cells[column]).toBe(65);
  expect(collected.rows.map(({ cells }) => [cells[1], cells.at(-1)])).toEqual([
    ['Chi bộ ấp Hai', 'Tổng số đảng viên 15 khác chính thức 12 cộng dự bị 2.'],
    ['Chi bộ ấp Một', null],
    ['Chi bộ Trường học', null],
    ['Cộng', null],
  ]);
  expect(sheets.undo(done.importId).removed).toBe(3);
});

test('a list with a row a branch goes by its headings, whatever their order', async () => {
  const workbook = new exceljs.Workbook();
  const page = workbook.addWorksheet('T4');
  page.addRows([
    ['Tên chi bộ', 'Tổng số đảng viên', 'Số đảng viên được kiểm tra', 'Ghi chú'],
    ['Chi bộ ấp Một', 21, 2, 'nộp qua Zalo'],
    ['Chi bộ không có', 9, 0, ''],
  ]);
  const path = join(folder, 'danh sách.xlsx');
  await writeFile(path, Buffer.from(await workbook.xlsx.writeBuffer()));
  const plan = await sheets.open(path, 'branchReport', { fixed: { form: '01CB', year: 2026, period: 'Tháng 4', receivedOn: today } });
  expect(plan.columns.map(({ target }) => target)).toEqual(['organisation', '$members', '$inspected', 'remark']);
  expect(plan.problems.map(({ row, target, problem }) => [row, target, problem])).toEqual([[3, 'organisation', 'notFound']]);
  sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: true });
  expect(own.book.records.list({ type: 'branchReport' }).rows.map(({ values }) => values['period'])).toEqual(['T4']);
});

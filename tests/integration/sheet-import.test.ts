/** Lists of offices into the book: read by the real recognizer, tried dry, mended, imported, taken back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { createSheetImport, type SheetImportService } from '../../src-main/service/sheet-import/sheet-import';
import type { SheetPlan } from '../../src-shared/contract/window/sheet-import';
import { newArchive, type TestArchive } from '../support/archive-book';
import { keptRecognizer } from '../support/recognizer';

const recognizer = keptRecognizer();
let folder: string;
let own: TestArchive;
let sheets: SheetImportService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kts danh sách-'));
});
afterAll(async () => {
  await recognizer.end();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  own = await newArchive(recognizer.start);
  sheets = createSheetImport(own.book, own.archive.readSheet);
  own.book.records.save([{ type: 'archiveFonds', values: { code: 'TT', name: 'Phông Đảng bộ xã Tân Thượng' } }]);
});
afterEach(() => own.close());

type Format = 'xlsx' | 'biff8' | 'ods';
async function listOf(name: string, rows: unknown[][], format: Format = 'xlsx', merges: string[] = []): Promise<string> {
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  if (merges.length > 0) sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range));
  const book = xlsx.utils.book_new(sheet, 'Mục lục');
  const path = join(folder, name);
  await writeFile(path, xlsx.write(book, { bookType: format, type: 'buffer' }) as Buffer);
  return path;
}

const inventory = [
  ['ĐẢNG ỦY XÃ TÂN THƯỢNG'],
  ['MỤC LỤC HỒ SƠ'],
  [],
  ['Hộp số', 'Hồ sơ số', 'Tiêu đề hồ sơ', 'Thời gian', 'THBQ', 'Số tờ', 'Phông', 'Ghi chú'],
  [1, 2, 3, 4, 5, 6, 7, 8],
  ['Nhiệm kỳ 2010 - 2015'],
  [14, '01', 'Chương trình kiểm tra, giám sát toàn khóa', '2010 – 2015', 'Vĩnh viễn', 58, 'TT', ''],
  [14, '02', 'Kiểm tra chấp hành tại các chi bộ', '26/02/2011 - 30/12/2011', '20 năm', '41 tờ', 'phong dang bo xa tan thuong', 'rách bìa'],
  [14, '03', 'Thi hành kỷ luật đảng viên', '31/02/2011', 'VV', 64, 'TT', ''],
  [14, '04', 'Giải quyết tố cáo', '2012', 'mười năm', 12, 'Phông lạ', ''],
  ['', '', 'Tổng cộng', '', '', 175, '', ''],
];

describe('an inventory of files', () => {
  test('the headings are found, columns proposed, faults told by row and column, mended in place, imported and taken back', async () => {
    const plan = await sheets.open(await listOf('mục lục.xlsx', inventory), 'archiveFile', { fixed: { secrecy: 'THUONG' } });
    expect(plan.headerRow).toBe(4);
    expect(plan.columns.map(({ target }) => target)).toEqual([
      'box',
      'fileNumber',
      'title',
      '$period',
      'retention',
      'sheets',
      'fonds',
      'remark',
    ]);
    expect(plan.counts).toEqual({ rows: 4, ready: 2, passedOver: 2, existing: 0, faulty: 2 });
    expect(plan.problems.map(({ row, target, problem }) => [row, target, problem])).toEqual([
      [9, 'startDate', 'notADate'],
      [10, 'retention', 'notInList'],
      [10, 'fonds', 'notFound'],
    ]);
    expect(() => sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: false })).toThrow(
      expect.objectContaining({ code: 'sheet.faulty' }),
    );
    expect(own.book.records.count({ type: 'archiveFile' })).toBe(0);

    const choice = {
      ...sheets.proposal(plan.id),
      edits: [
        { row: 9, target: 'startDate', text: '28/02/2011' },
        { row: 10, target: 'retention', text: '10 năm' },
        { row: 10, target: 'fonds', text: 'TT' },
      ],
    };
    expect(sheets.plan(plan.id, choice).counts).toMatchObject({ ready: 4, faulty: 0 });
    const done = sheets.run(plan.id, { choice, leaveFaulty: false, rememberAs: 'Mục lục xã' });
    expect(done).toMatchObject({ created: 4, existing: 0, faulty: 0 });
    const { rows } = own.book.records.list({ type: 'archiveFile', sort: [{ field: 'fileNumber', direction: 'asc' }] });
    expect(
      rows.map(({ values }) => [values['code'], values['startDate'], values['endDate'], values['retention'], values['sheets']]),
    ).toEqual([
      ['TT.2010.14.01', '2010', '2015', '01', 58],
      ['TT.2011.14.02', '2011-02-26', '2011-12-30', '05', 41],
      ['TT.2011.14.03', '2011-02-28', undefined, '01', 64],
      ['TT.2012.14.04', '2012', undefined, '06', 12],
    ]);
    expect(rows[0]?.values).toMatchObject({ secrecyState: 'DA_XAC_DINH', state: 'CHUA_QUET', box: '14' });

    // The same list again: nothing is made twice, and the mapping is known by its name.
    const again = await sheets.open(join(folder, 'mục lục.xlsx'), 'archiveFile', { fixed: { secrecy: 'THUONG' } });
    expect(again.mapping).toBe('Mục lục xã');
    expect(again.counts).toMatchObject({ ready: 0, existing: 2 });

    expect(sheets.recent()).toMatchObject([{ name: 'mục lục.xlsx', rows: 4, undoneAt: null }]);
    expect(sheets.undo(done.importId)).toEqual({ removed: 4 });
    expect(own.book.records.count({ type: 'archiveFile' })).toBe(0);
    expect(() => sheets.undo(done.importId)).toThrow(expect.objectContaining({ code: 'record.notFound' }));
  });

  test('files of which the list does not say whether they are secret wait for guidance', async () => {
    const plan = await sheets.open(await listOf('không ghi độ mật.xlsx', inventory.slice(0, 8)), 'archiveFile');
    sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: true });
    const { rows } = own.book.records.list({ type: 'archiveFile' });
    expect(rows.map(({ values }) => values['secrecyState'])).toEqual(['CHO_HUONG_DAN', 'CHO_HUONG_DAN']);
  });

  test('an import that is in use is not taken back, and none of it is', async () => {
    const plan = await sheets.open(await listOf('dùng rồi.xlsx', inventory.slice(0, 8)), 'archiveFile', { fixed: { secrecy: 'THUONG' } });
    const { importId } = sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: true });
    const file = own.book.records.list({ type: 'archiveFile' }).rows[0]!.id;
    own.book.records.save([{ type: 'archiveDocument', values: { file, secrecy: 'THUONG', verification: 'CHO_XEM' } }]);
    expect(() => sheets.undo(importId)).toThrow(expect.objectContaining({ code: 'record.inUse' }));
    expect(own.book.records.count({ type: 'archiveFile' })).toBe(2);
  });
});

describe('kinds of file', () => {
  const rows = [
    ['Họ và tên', 'Ngày sinh', 'Nữ/Nam', 'Số thẻ đảng', 'Ngày vào Đảng', 'Chi bộ'],
    ['Nguyễn Văn Bình', '12/3/1970', 'Nam', '0012', 36_526, 'Chi bộ Thôn Đông'],
  ];
  const addCell = () =>
    own.book.records.save([{ type: 'organisation', values: { name: 'Chi bộ thôn Đông', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } }]);
  const member = async (plan: SheetPlan) => {
    expect(plan.problems).toEqual([]);
    sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: false });
    return own.book.records.list({ type: 'partyMember' }).rows[0]!.values;
  };

  test.each(['xlsx', 'biff8', 'ods'] as const)('%s: members with days as numbers, and cells named without case', async (format) => {
    addCell();
    const values = await member(await sheets.open(await listOf(`đảng viên.${format}`, rows, format), 'partyMember'));
    expect(values).toMatchObject({
      fullName: 'Nguyễn Văn Bình',
      birthDate: '1970-03-12',
      admittedOn: '2000-01-01',
      kind: 'CHINH_THUC',
      cardNumber: '0012',
    });
  });

  test('csv keeps leading zeros; organisations of one list name each other', async () => {
    const path = join(folder, 'tổ chức.csv');
    await writeFile(
      path,
      '\ufeffTên tổ chức,Mã,Trực thuộc,Bí thư\nĐảng bộ xã Tân Hòa,001,,Lê Văn An\nChi bộ Thôn Tây,002,Đảng bộ xã Tân Hòa,\n',
    );
    const plan = await sheets.open(path, 'organisation');
    expect(plan.problems).toEqual([]);
    sheets.run(plan.id, { choice: sheets.proposal(plan.id), leaveFaulty: false });
    const { rows: made } = own.book.records.list({ type: 'organisation', sort: [{ field: 'code', direction: 'asc' }] });
    expect(made.map(({ values }) => [values['code'], values['kind']])).toEqual([
      ['001', 'DANG_BO_CO_SO'],
      ['002', 'CHI_BO_TRUC_THUOC'],
    ]);
    expect(made[1]?.values['parent']).toBe(made[0]?.id);
  });

  test('headings over two rows, merged, are read together', async () => {
    const path = await listOf(
      'hai dòng.xlsx',
      [
        ['STT', 'Thời gian', null, 'Tiêu đề hồ sơ', 'Hồ sơ số'],
        [null, 'Bắt đầu', 'Kết thúc', null, null],
        [1, '01/02/2012', '03/04/2012', 'Báo cáo năm', '7'],
      ],
      'xlsx',
      ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2'],
    );
    const plan = await sheets.open(path, 'archiveFile');
    expect(plan.columns.map(({ target }) => target)).toEqual([null, 'startDate', 'endDate', 'title', 'fileNumber']);
  });

  test('what is no list is refused in words', async () => {
    const path = join(folder, 'ảnh.xlsx');
    await writeFile(path, Buffer.from([0xff, 0xd8, 0xff, 0, 0, 0, 1, 2]));
    await expect(sheets.open(path, 'archiveFile')).rejects.toMatchObject({ code: 'scan.unsupported' });
    await expect(sheets.open(join(folder, 'không có.xlsx'), 'archiveFile')).rejects.toMatchObject({ code: 'scan.notFound' });
  });
});

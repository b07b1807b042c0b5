import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';
import { writeXlsx } from '#service/sheets/write-xlsx';
import { placeHeader, type Sheet } from '#shared/sheets/sheet';

const sheet: Sheet = {
  name: 'B05: dấu hiệu vi phạm / đảng viên, tên rất dài',
  head: { upper: 'Đảng ủy xã Tân Hòa', issuer: 'Ủy ban Kiểm tra', placeAndDate: 'Tân Hòa, ngày 05 tháng 7 năm 2026' },
  title: 'KIỂM TRA ĐẢNG VIÊN',
  subtitle: ['6 tháng đầu năm 2026'],
  columns: [{ width: 5 }, { width: 30 }, { width: 8, kind: 'number' }, { width: 12, kind: 'money' }, { width: 12, kind: 'day' }],
  header: [
    [
      { text: 'TT', down: 2 },
      { text: 'Đối tượng', down: 2 },
      { text: 'Kết quả', across: 3 },
    ],
    [{ text: 'Số', upright: true }, { text: 'Tiền' }, { text: 'Ngày' }],
  ],
  marks: ['A', 'B', '1', '2', '3'],
  rows: [{ cells: ['I', 'Cấp ủy viên', 7, 1_500_000, '2026-03-05'], weight: 'group' }, { cells: [1, '=1+1', 0, null, null] }],
  notes: ['Số liệu tính đến 30/6/2026'],
  signatures: { right: { lines: ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM'], name: 'Lê Văn Thử' } },
  paper: { landscape: true },
  blankZero: true,
};

test('a sheet becomes an Excel file that another reader reads the same', async () => {
  const book = xlsx.read(await writeXlsx([sheet, sheet]), { cellDates: false });
  expect(book.SheetNames).toEqual(['B05  dấu hiệu vi phạm   đảng vi', 'B05  dấu hiệu vi phạm   đảng  2']);
  const page = book.Sheets[book.SheetNames[0] ?? ''] as xlsx.WorkSheet;
  const rows = xlsx.utils.sheet_to_json<unknown[]>(page, { header: 1, blankrows: true, defval: null });
  const at = rows.findIndex((row) => row[0] === 'A');
  expect(rows[at]).toEqual(['A', 'B', '1', '2', '3']);
  // The date is a number of Excel (days since 1899-12-30), and what looks like a formula stays a text.
  expect(rows[at + 1]).toEqual(['I', 'Cấp ủy viên', 7, 1_500_000, 46_086]);
  expect(rows[at + 2]).toEqual([1, '=1+1', null, null, null]);
  expect(rows.flat()).toEqual(
    expect.arrayContaining(['ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG ỦY XÃ TÂN HÒA', '*', 'KIỂM TRA ĐẢNG VIÊN', 'CHỦ NHIỆM', 'Lê Văn Thử']),
  );
  expect(page['!merges']).toEqual(expect.arrayContaining([expect.objectContaining({ s: { r: at - 2, c: 2 }, e: { r: at - 2, c: 4 } })]));
});

test('a header that leaves a gap or overlaps is refused', () => {
  expect(() => placeHeader([[{ text: 'a' }], [{ text: 'b' }, { text: 'c' }]], 2)).toThrow(RangeError);
  expect(() => placeHeader([[{ text: 'a', across: 3 }]], 2)).toThrow(RangeError);
  expect(() => placeHeader([[{ text: 'a', down: 2 }, { text: 'b' }], [{ text: 'c', across: 2 }]], 2)).toThrow(RangeError);
  expect(placeHeader(sheet.header, 5).map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 3],
    [1, 4],
  ]);
});

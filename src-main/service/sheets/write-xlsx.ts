/** Sheets as an Excel file in the layout of the committee: Times New Roman, A4, repeated header rows, page numbers. */
import type { Borders, PaperSize, Workbook, Worksheet } from 'exceljs';
import { placeHeader, type Sheet, type SheetColumn, type SheetRow, type SheetValue } from '#shared/sheets/sheet';
import { font, linesOf, spread, widthOf } from './page-text';
import { writeHead, writeSignatures } from './write-frame';

/** @throws RangeError for a sheet whose header does not cover its columns, or a list of no sheets */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const { default: exceljs } = await import('exceljs');
  const workbook: Workbook = new exceljs.Workbook();
  const names = new Set<string>();
  for (const sheet of sheets) writeSheet(workbook, sheet, freeName(sheet.name, names));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Excel takes 31 characters without these signs, and no name twice, whatever the case. */
function freeName(wanted: string, taken: Set<string>): string {
  const clean = wanted.replace(/[\\/?*[\]:]/g, ' ').trim() || 'Biểu';
  for (let turn = 1; ; turn += 1) {
    const tail = turn === 1 ? '' : ` ${turn}`;
    const name = `${clean.slice(0, 31 - tail.length)}${tail}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const thin = { style: 'thin', color: { argb: 'FF000000' } } as const;
const box: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
function writeSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  const { landscape = false, size = 'A4' } = sheet.paper ?? {};
  const page = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: (size === 'A3' ? 8 : 9) as PaperSize,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      // Millimetres 20, 20, 30, 15 of 05-HD/VPTW in inches; a wide sheet needs the room of the binding edge.
      margins: { top: 0.79, bottom: 0.79, left: landscape ? 0.59 : 1.18, right: 0.59, header: 0.39, footer: 0.39 },
    },
    headerFooter: { oddHeader: '&C&"Times New Roman,Regular"&14&P', differentFirst: true },
  });
  sheet.columns.forEach(({ width }, index) => {
    page.getColumn(index + 1).width = width;
  });
  let row = sheet.head ? writeHead(page, sheet.head, sheet.columns) : 1;
  row = writeTitle(page, sheet, row);
  const first = row;
  row = writeHeader(page, sheet, row);
  page.pageSetup.printTitlesRow = `${first}:${row - 1}`;
  page.views = [{ state: 'frozen', ySplit: row - 1 }];
  for (const line of sheet.rows) {
    writeRow(page, sheet, line, row);
    row += 1;
  }
  row = writeNotes(page, sheet, row);
  if (sheet.signatures) writeSignatures(page, sheet.signatures, sheet.columns.length, row + 1);
}

function writeTitle(page: Worksheet, sheet: Sheet, from: number): number {
  const last = sheet.columns.length;
  let row = from;
  if (sheet.title !== undefined) {
    const cell = spread(page, row, 1, last);
    cell.value = sheet.title;
    cell.font = font(15, { bold: true });
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    page.getRow(row).height = linesOf(sheet.title, widthOf(sheet.columns) * 0.75) * 21;
    row += 1;
  }
  for (const line of sheet.subtitle ?? []) {
    const cell = spread(page, row, 1, last);
    cell.value = line;
    cell.font = font(13, { italic: true });
    cell.alignment = { horizontal: 'center', wrapText: true };
    page.getRow(row).height = linesOf(line, widthOf(sheet.columns) * 0.85) * 18;
    row += 1;
  }
  return row === from ? row : row + 1;
}

function writeHeader(page: Worksheet, sheet: Sheet, from: number): number {
  for (const { cell: head, row, column, across, down } of placeHeader(sheet.header, sheet.columns.length)) {
    if (across > 1 || down > 1) page.mergeCells(from + row, column + 1, from + row + down - 1, column + across);
    const cell = page.getCell(from + row, column + 1);
    cell.value = head.text;
    cell.font = font(11, { bold: true });
    cell.alignment = {
      horizontal: 'center',
      vertical: head.upright ? 'bottom' : 'middle',
      wrapText: true,
      ...(head.upright ? { textRotation: 90 } : {}),
    };
    for (let r = row; r < row + down; r += 1) for (let c = column; c < column + across; c += 1) page.getCell(from + r, c + 1).border = box;
  }
  let row = from + sheet.header.length;
  if (sheet.header.some((cells) => cells.some(({ upright }) => upright))) page.getRow(row - 1).height = 150;
  if (sheet.marks) {
    sheet.marks.forEach((mark, index) => {
      const cell = page.getCell(row, index + 1);
      cell.value = mark;
      cell.font = font(10, { italic: true });
      cell.alignment = { horizontal: 'center' };
      cell.border = box;
    });
    row += 1;
  }
  return row;
}

function writeRow(page: Worksheet, sheet: Sheet, { cells, weight }: SheetRow, row: number): void {
  let lines = 1;
  sheet.columns.forEach((column, index) => {
    const value = cells[index] ?? null;
    const cell = page.getCell(row, index + 1);
    cell.value = valueOf(value, column, sheet.blankZero ?? false);
    cell.font = font(12, { bold: weight !== undefined });
    cell.border = box;
    cell.alignment = {
      horizontal: column.align ?? ((column.kind ?? 'text') === 'text' ? 'left' : 'center'),
      vertical: 'middle',
      wrapText: true,
    };
    if (column.kind === 'money') cell.numFmt = '#,##0';
    if (column.kind === 'day') cell.numFmt = 'dd/mm/yyyy';
    if (weight === 'total') cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F0ED' } };
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, column.width));
  });
  page.getRow(row).height = Math.max(18, lines * 16);
}

function valueOf(value: SheetValue, column: SheetColumn, blankZero: boolean): string | number | Date | null {
  if (value === null || (blankZero && value === 0)) return null;
  // Excel counts days without a zone; exceljs writes the day of UTC.
  if (column.kind === 'day' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  return value;
}

function writeNotes(page: Worksheet, sheet: Sheet, from: number): number {
  let row = from;
  for (const note of sheet.notes ?? []) {
    const cell = spread(page, row, 1, sheet.columns.length);
    cell.value = note;
    cell.font = font(11, { italic: true });
    cell.alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
    page.getRow(row).height = linesOf(note, widthOf(sheet.columns)) * 15;
    row += 1;
  }
  return row;
}

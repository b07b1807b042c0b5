/** Head and foot of a Party paper on a sheet (05-HD/VPTW): issuing body and star left, the Party and the date right; signatures below. */
import type { Worksheet } from 'exceljs';
import type { SheetColumn, SheetHead, Sheet } from '#shared/sheets/sheet';
import { font, spread, widthOf } from './page-text';

/** Returns the first free row below. */
export function writeHead(page: Worksheet, head: SheetHead, columns: readonly SheetColumn[]): number {
  const last = columns.length;
  const middle = middleOf(columns);
  const put = (row: number, side: 'left' | 'right', text: string, look: ReturnType<typeof font>): void => {
    const cell = last === 1 ? page.getCell(row, 1) : side === 'left' ? spread(page, row, 1, middle) : spread(page, row, middle + 1, last);
    // On a sheet of one column both sides share a cell.
    cell.value = last === 1 && typeof cell.value === 'string' ? `${cell.value}   ${text}` : text;
    cell.font = look;
    cell.alignment = { horizontal: 'center', wrapText: true };
  };
  put(1, 'left', head.upper.toUpperCase(), font(13));
  put(1, 'right', 'ĐẢNG CỘNG SẢN VIỆT NAM', font(14, { bold: true, underline: true }));
  put(2, 'left', head.issuer.toUpperCase(), font(13, { bold: true }));
  put(2, 'right', head.placeAndDate, font(13, { italic: true }));
  put(3, 'left', '*', font(13));
  if (head.number === undefined) return 5;
  put(4, 'left', head.number, font(13));
  return 6;
}

/** Number of columns on the left half, at least one. */
function middleOf(columns: readonly SheetColumn[]): number {
  const half = widthOf(columns) / 2;
  let sum = 0;
  let index = 0;
  while (index < columns.length - 1 && sum + (columns[index]?.width ?? 0) <= half) {
    sum += columns[index]?.width ?? 0;
    index += 1;
  }
  return Math.max(1, index);
}

/** Left and right block of those who sign, with the room for the signature. */
export function writeSignatures(page: Worksheet, { left, right }: NonNullable<Sheet['signatures']>, columns: number, from: number): void {
  const middle = Math.max(1, Math.floor(columns / 2));
  const sides = [
    { signature: left, first: 1, last: middle },
    { signature: right, first: Math.min(middle + 1, columns), last: columns },
  ];
  for (const { signature, first, last } of sides) {
    if (!signature) continue;
    signature.lines.forEach((line, index) => {
      const cell = spread(page, from + index, first, last);
      cell.value = line;
      cell.font = font(13, { bold: index === 0 });
      cell.alignment = { horizontal: 'center', wrapText: true };
    });
    const cell = spread(page, from + signature.lines.length + 5, first, last);
    cell.value = signature.name ?? '';
    cell.font = font(13, { bold: true });
    cell.alignment = { horizontal: 'center' };
  }
}

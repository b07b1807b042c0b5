/** Text on a sheet: the font of Party papers, cells over several columns, and the room that a text takes. */
import type { Cell, Worksheet } from 'exceljs';
import type { SheetColumn } from '#shared/sheets/sheet';

export const font = (size: number, more: { bold?: boolean; italic?: boolean; underline?: boolean } = {}) => ({
  name: 'Times New Roman',
  size,
  ...more,
});

/** The cell that spans the columns from..to of a row; numbers from 1. */
export function spread(page: Worksheet, row: number, from: number, to: number): Cell {
  if (to > from) page.mergeCells(row, from, row, to);
  return page.getCell(row, from);
}

export const widthOf = (columns: readonly SheetColumn[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** How many lines a text takes in a cell of this width; spreadsheets do not grow merged rows by themselves. */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.05) / Math.max(1, width))), 0);

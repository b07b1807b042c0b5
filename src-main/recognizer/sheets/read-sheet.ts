/**
 * Lists that offices keep: .xlsx, .xls, .ods, .csv, read to plain cells. A foreign file like any other, so it is parsed here and not in
 * the process that holds the book. Formulas are never computed: the value that the file holds counts.
 */
import { readFile } from 'node:fs/promises';
import type * as xlsxModule from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { SheetCell, SheetTable } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { asRefusal } from '../files/check-file';
import { decodeText } from './decode-text';
import { inUnicode } from './legacy-columns';

const maxBytes = 40 * 1024 * 1024;
export const maxRows = 50_000;
export const maxColumns = 200;

type Xlsx = typeof xlsxModule;

/** `name`: of the sheet; the first one that holds anything when absent. */
export async function readSheet(path: string, name?: string): Promise<SheetTable> {
  const bytes = await asRefusal(readFile(path));
  if (bytes.length === 0) throw new RecognizerError('scan.empty');
  if (bytes.length > maxBytes) throw new RecognizerError('scan.tooLarge', { what: 'bytes', value: bytes.length, limit: maxBytes });
  const xlsx = await import('@e965/xlsx');
  const book = parse(xlsx, bytes);
  const sheets = book.SheetNames;
  const filled = sheets.find((each) => book.Sheets[each]?.['!ref'] !== undefined);
  const chosen = name !== undefined && sheets.includes(name) ? name : (filled ?? sheets[0]);
  const sheet = chosen === undefined ? undefined : book.Sheets[chosen];
  if (chosen === undefined || sheet === undefined) throw new RecognizerError('scan.empty');
  const rows = inUnicode(cellsOf(xlsx, sheet));
  return { sheets, sheet: chosen, rows };
}

/** Text files have no signature: what is neither a ZIP nor an OLE container is taken for CSV, and must then be text. */
function parse(xlsx: Xlsx, bytes: Buffer): WorkBook {
  const container = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  try {
    if (container) return xlsx.read(bytes, { type: 'buffer', cellFormula: false, cellHTML: false, cellNF: true, sheetRows: maxRows + 1 });
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (!wide && bytes.subarray(0, 4096).includes(0)) throw new RecognizerError('scan.unsupported');
    // Raw: numbers like 0012 and days stay what was typed.
    return xlsx.read(decodeText(bytes), { type: 'string', raw: true, sheetRows: maxRows + 1 });
  } catch (error) {
    if (error instanceof RecognizerError) throw error;
    throw error instanceof Error && /password|encrypt/i.test(error.message)
      ? new RecognizerError('scan.encrypted')
      : new RecognizerError('scan.corrupt');
  }
}

function cellsOf(xlsx: Xlsx, sheet: WorkSheet): SheetCell[][] {
  const ref = sheet['!ref'];
  if (ref === undefined) return [];
  const range = xlsx.utils.decode_range(ref);
  if (range.e.r >= maxRows) throw new RecognizerError('scan.tooLarge', { what: 'rows', value: range.e.r + 1, limit: maxRows });
  const lastColumn = Math.min(range.e.c, maxColumns - 1);
  const rows: SheetCell[][] = [];
  for (let r = 0; r <= range.e.r; r++) {
    const row: SheetCell[] = [];
    for (let c = 0; c <= lastColumn; c++) row.push(cellOf(xlsx, sheet[xlsx.utils.encode_cell({ r, c })] as CellObject | undefined));
    rows.push(row);
  }
  // A merged heading is that of each cell that it covers.
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c];
    if (value === undefined || value === null || (e.r - s.r + 1) * (e.c - s.c + 1) > maxColumns) continue;
    for (let r = s.r; r <= e.r; r++) {
      for (let c = s.c; c <= Math.min(e.c, lastColumn); c++) {
        const row = rows[r];
        if (row) row[c] = value;
      }
    }
  }
  return rows;
}

function cellOf(xlsx: Xlsx, cell: CellObject | undefined): SheetCell {
  if (cell === undefined || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return null;
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    if (format !== '' && (xlsx.SSF as { is_date(format: string): boolean }).is_date(format)) return dayOf(xlsx, cell.v) ?? cell.v;
    return cell.v;
  }
  return typeof cell.v === 'boolean' || typeof cell.v === 'number' ? cell.v : String(cell.v).normalize('NFC');
}

function dayOf(xlsx: Xlsx, serial: number): string | undefined {
  const parts = (xlsx.SSF as { parse_date_code(serial: number): { y: number; m: number; d: number } | null }).parse_date_code(serial);
  return parts === null ? undefined : [String(parts.y).padStart(4, '0'), two(parts.m), two(parts.d)].join('-');
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Lists typed before Unicode: cells in the letters of TCVN3 (.VnTime) or VNI fonts are converted. Columns are told one by one, because a
 * list may have been continued later; what is too short to tell goes the way of most of the table.
 */
import type { SheetCell } from '#shared/recognizer/messages';
import { decodeVietnamese, type Encoding, fromTcvn3, fromVni } from '#shared/text/legacy-encoding';

/** So much text tells an encoding. */
const enough = 4000;

export function inUnicode(rows: SheetCell[][]): SheetCell[][] {
  const most = encodingOf(rows.flat());
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const encodings = Array.from({ length: width }, (_, column) => encodingOf(rows.map((row) => row[column] ?? null)) ?? most);
  if (encodings.every((encoding) => encoding === undefined || encoding === 'unicode')) return rows;
  return rows.map((row) => row.map((cell, column) => (typeof cell === 'string' ? converted(cell, encodings[column]) : cell)));
}

function encodingOf(cells: readonly SheetCell[]): Encoding | undefined {
  let text = '';
  for (const cell of cells) {
    if (typeof cell === 'string' && cell.length > 1) text += `${cell} `;
    if (text.length > enough) break;
  }
  return decodeVietnamese(text)?.encoding;
}

const converted = (text: string, encoding: Encoding | undefined): string =>
  encoding === 'tcvn3' ? fromTcvn3(text) : encoding === 'vni' ? fromVni(text) : text;

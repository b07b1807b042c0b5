/** Sheets as a Word file: for papers that are signed and corrected by hand, such as minutes of a handover. One section, a sheet after the other. */
import type { Sheet, SheetColumn, SheetRow, SheetValue, Signature } from '#shared/sheets/sheet';
import { allBorders, centred, emptyLines, noBorders, pageBreak, paragraph, run, table, textWidth, wordFile } from '../papers/word-parts';

/** Half points: tables of eight columns fit on a sheet lying down. */
const cellSize = 22;

export function writeDocx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const landscape = sheets.some(({ paper }) => paper?.landscape === true);
  const width = textWidth(landscape);
  return wordFile(sheets.map((sheet) => partOf(sheet, width)).join(pageBreak), { landscape });
}

function partOf({ head, title, subtitle = [], columns, header, rows, notes = [], signatures }: Sheet, width: number): string {
  const half = Math.floor(width / 2);
  const widths = sharesOf(columns, width);
  return [
    head &&
      table(
        noBorders,
        [half, width - half],
        [
          [
            centred(head.upper) + centred(head.issuer, { bold: true }) + centred('*') + (head.number ? centred(head.number) : ''),
            centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, underline: true }) + centred(head.placeAndDate, { italic: true }, 120),
          ],
        ],
      ),
    title && centred(title, { bold: true, size: 32 }, 240),
    ...subtitle.map((text) => centred(text, { italic: true })),
    ...notes.map((text) => paragraph(run(text), { align: 'both', before: 80 })),
    paragraph(''),
    table(allBorders, widths, [
      ...header.map((cells) => cells.map(({ text }) => centred(text, { bold: true, size: cellSize }))),
      ...rows.map((row) => cellsOf(row, columns)),
    ]),
    signatures && paragraph('') + table(noBorders, [half, width - half], [[signed(signatures.left), signed(signatures.right)]]),
    paragraph(''),
  ]
    .filter(Boolean)
    .join('');
}

const cellsOf = ({ cells, weight }: SheetRow, columns: readonly SheetColumn[]): string[] =>
  columns.map(({ kind }, index) => {
    const align = (kind ?? 'text') === 'text' && typeof cells[index] !== 'number' ? 'left' : 'center';
    return paragraph(run(textOf(cells[index] ?? null), { size: cellSize, bold: weight !== undefined }), { align });
  });

const textOf = (value: SheetValue): string => (value === null ? '' : typeof value === 'number' ? value.toLocaleString('vi-VN') : value);

/** As wide as the columns of the spreadsheet are to each other; the last takes what rounding leaves. */
function sharesOf(columns: readonly SheetColumn[], width: number): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.map((column) => Math.floor((column.width / all) * width));
  const rest = width - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === shares.length - 1 ? share + rest : share));
}

const signed = (signature: Signature | undefined): string =>
  signature === undefined
    ? paragraph('')
    : [
        ...signature.lines.map((text, index) => centred(text, { bold: index === 0 })),
        emptyLines(5),
        centred(signature.name ?? '', { bold: true }),
      ].join('');

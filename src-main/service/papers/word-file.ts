/**
 * A Word file of a paper template in the format of 05-HD/VPTW: A4, margins 20, 20, 30 and 15 mm, Times New Roman 14, lines of exactly 18 pt,
 * page number in the middle of the top from page 2 on, head of two columns with the star, signature right and recipients left.
 */
import type { PaperLine, PaperTemplate } from '#shared/papers/template';
import { allBorders, centred, emptyLines, type Look, noBorders, paragraph, run, table, textWidth, wordFile } from './word-parts';

const width = textWidth();

function head(template: PaperTemplate): string {
  const letter = template.title === '';
  const right = [
    centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, underline: true, size: 30 }),
    centred('{dia_danh}, {ngay}', { italic: true }, 120),
  ].join('');
  if (template.kind === 'personal') return table(noBorders, [3000, width - 3000], [[paragraph(''), right]]);
  const left = [
    centred('{cap_tren}'),
    centred('{co_quan}', { bold: true }),
    centred('*'),
    centred('Số {so_ky_hieu}'),
    ...(letter ? [centred('{trich_yeu}', { italic: true, size: 24 })] : []),
    '{#do_mat}',
    centred('{.}', { bold: true }, 60),
    '{/do_mat}',
  ];
  const shown = left.map((part) => (part.startsWith('{') ? paragraph(run(part)) : part)).join('');
  return table(noBorders, [4500, width - 4500], [[shown, right]]);
}

const titleOf = ({ title }: PaperTemplate): string =>
  title === ''
    ? ''
    : [
        centred(title, { bold: true, size: 32 }, 360),
        paragraph(run('{#trich_yeu}')),
        centred('{.}', { bold: true }),
        paragraph(run('{/trich_yeu}')),
        centred('-----'),
      ].join('');

function line({ text, look }: PaperLine): string {
  // A paragraph that only opens or closes a list goes away when it is filled.
  if (/^\{[#/][a-z_]+\}$/.test(text)) return paragraph(run(text));
  switch (look) {
    case 'heading':
      return paragraph(run(text, { bold: true }), { align: 'both', before: 120, firstLine: 567, exact: true, keep: true });
    case 'centre':
      return paragraph(run(text, { bold: true }), { align: 'center', before: 180 });
    case 'plain':
      return paragraph(run(text), { align: 'both', before: 120 });
    case 'article': {
      const [, lead = '', rest = ''] = /^(Điều \d+\.)(.*)$/.exec(text) ?? [];
      return paragraph(lead ? run(lead, { bold: true }) + run(rest) : run(text), {
        align: 'both',
        before: 120,
        firstLine: 567,
        exact: true,
      });
    }
    case undefined:
      return paragraph(run(text), { align: 'both', before: 120, firstLine: 567, exact: true });
  }
}

const signed = (lines: readonly string[], name: string): string =>
  [...lines.map((text, index) => centred(text, { bold: index === 0 })), emptyLines(5), centred(name, { bold: true })].join('');

function foot({ kind, signer, recipients }: PaperTemplate): string {
  if (kind === 'ballot') return '';
  if (kind === 'minutes')
    return (
      paragraph('') +
      table(noBorders, [4677, width - 4677], [[signed(['NGƯỜI GHI BIÊN BẢN'], '{nguoi_ghi}'), signed(['CHỦ TRÌ'], '{nguoi_chu_tri}')]])
    );
  if (kind === 'handover')
    return paragraph('') + table(noBorders, [4677, width - 4677], [[signed(['BÊN GIAO'], ' '), signed(['BÊN NHẬN'], ' ')]]);
  if (kind === 'personal') return paragraph('') + table(noBorders, [4677, width - 4677], [[paragraph(''), signed(signer ?? [], ' ')]]);
  const left = recipients
    ? [paragraph(run('Nơi nhận:', { underline: true })), ...recipients.map((text) => paragraph(run(`- ${text}`, { size: 24 })))].join('')
    : paragraph('');
  const team = signer?.[0]?.includes('ĐOÀN') ?? false;
  return paragraph('') + table(noBorders, [4500, width - 4500], [[left, signed(signer ?? [], team ? '{truong_doan}' : '{nguoi_ky}')]]);
}

/** The table of contents of a file: number, symbol and day, what it is, sheets, remark. */
const contents = (): string => {
  const cell = (text: string, look?: Look) => paragraph(run(text, { size: 26, ...look }), { align: 'center' });
  return table(
    allBorders,
    [700, 2200, 4255, 900, 1300],
    [
      ['STT', 'Số, ký hiệu; ngày', 'Tên tài liệu', 'Tờ số', 'Ghi chú'].map((text) => cell(text, { bold: true })),
      ['{#tai_lieu}{stt}', '{so_ngay}', '{ten}', '{to_so}', '{ghi_chu}{/tai_lieu}'].map((text) => cell(text)),
    ],
  );
};

/** The template as a Word file with its tags, to be changed in Word. */
export const templateFile = (template: PaperTemplate): Promise<Uint8Array> =>
  wordFile(
    head(template) + titleOf(template) + (template.kind === 'index' ? contents() : template.lines.map(line).join('')) + foot(template),
  );

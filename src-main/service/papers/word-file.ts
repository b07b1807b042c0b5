/**
 * A Word file of a paper template in the format of 05-HD/VPTW: A4, margins 20, 20, 30 and 15 mm, Times New Roman 14, lines of exactly 18 pt,
 * page number in the middle of the top from page 2 on, head of two columns with the star, signature right and recipients left.
 */
import type { PaperLine, PaperTemplate } from '#shared/papers/template';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Half points; default 28. */
  readonly size?: number;
}

const run = (text: string, { bold, italic, underline, size = 28 }: Look = {}): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${underline ? '<w:u w:val="single"/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

interface Shape {
  readonly align?: 'center' | 'both' | 'left';
  /** Twentieths of a point. */
  readonly before?: number;
  readonly firstLine?: number;
  /** Lines of exactly 18 pt; heads and tables grow with their text. */
  readonly exact?: boolean;
  readonly keep?: boolean;
}

const paragraph = (content: string, { align = 'left', before = 0, firstLine = 0, exact = false, keep = false }: Shape = {}): string =>
  `<w:p><w:pPr>${keep ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="0"${exact ? ' w:line="360" w:lineRule="exact"' : ''}/>${firstLine > 0 ? `<w:ind w:firstLine="${firstLine}"/>` : ''}<w:jc w:val="${align}"/></w:pPr>${content}</w:p>`;

const noBorders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="nil"/>`).join('');
const allBorders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const table = (borders: string, widths: readonly number[], rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows
    .map(
      (cells) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((cell, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

const centred = (text: string, look?: Look, before = 0): string => paragraph(run(text, look), { align: 'center', before });

/** Width of the text in twentieths of a point: 210 - 30 - 15 mm. */
const width = 9355;

function head(template: PaperTemplate): string {
  const letter = template.title === '';
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
  const right = [
    centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, underline: true, size: 30 }),
    centred('{dia_danh}, {ngay}', { italic: true }, 120),
  ].join('');
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

const emptyLines = (count: number): string => Array.from({ length: count }, () => paragraph('')).join('');

const signed = (lines: readonly string[], name: string): string =>
  [...lines.map((text, index) => centred(text, { bold: index === 0 })), emptyLines(5), centred(name, { bold: true })].join('');

function foot({ kind, signer, recipients }: PaperTemplate): string {
  if (kind === 'ballot') return '';
  if (kind === 'minutes')
    return (
      paragraph('') +
      table(noBorders, [4677, width - 4677], [[signed(['NGƯỜI GHI BIÊN BẢN'], '{nguoi_ghi}'), signed(['CHỦ TRÌ'], '{nguoi_chu_tri}')]])
    );
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

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const files = (template: PaperTemplate): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`,
  'word/styles.xml': `${xml}<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
  'word/header1.xml': `${xml}<w:hdr ${word}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
  'word/document.xml': `${xml}<w:document ${word}><w:body>${head(template)}${titleOf(template)}${template.kind === 'index' ? contents() : template.lines.map(line).join('')}${foot(template)}${paragraph('')}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`,
});

/** The template as a Word file with its tags, to be changed in Word. */
export async function templateFile(template: PaperTemplate): Promise<Uint8Array> {
  const { default: PizZip } = await import('pizzip');
  const zip = new PizZip();
  for (const [name, content] of Object.entries(files(template))) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

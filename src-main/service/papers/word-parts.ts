/** What Word files of this program are made of: paragraphs and tables in Times New Roman 14, and the ZIP around them. */
import { escaped } from '#shared/text/markup';

export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Half points; default 28. */
  readonly size?: number;
}

export const run = (text: string, { bold, italic, underline, size = 28 }: Look = {}): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${underline ? '<w:u w:val="single"/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

interface Shape {
  readonly align?: 'center' | 'both' | 'left';
  /** Twentieths of a point. */
  readonly before?: number;
  readonly firstLine?: number;
  /** Lines of exactly 18 pt; heads and tables grow with their text. */
  readonly exact?: boolean;
  readonly keep?: boolean;
}

export const paragraph = (
  content: string,
  { align = 'left', before = 0, firstLine = 0, exact = false, keep = false }: Shape = {},
): string =>
  `<w:p><w:pPr>${keep ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="0"${exact ? ' w:line="360" w:lineRule="exact"' : ''}/>${firstLine > 0 ? `<w:ind w:firstLine="${firstLine}"/>` : ''}<w:jc w:val="${align}"/></w:pPr>${content}</w:p>`;

export const noBorders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="nil"/>`).join('');
export const allBorders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

export const table = (borders: string, widths: readonly number[], rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows
    .map(
      (cells) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((cell, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

export const centred = (text: string, look?: Look, before = 0): string => paragraph(run(text, look), { align: 'center', before });

export const emptyLines = (count: number): string => Array.from({ length: count }, () => paragraph('')).join('');

export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** Width of the text in twentieths of a point: 210 (297) - 30 - 15 mm. */
export const textWidth = (landscape = false): number => (landscape ? 14_287 : 9355);

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const files = (body: string, landscape: boolean): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`,
  'word/styles.xml': `${xml}<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
  'word/header1.xml': `${xml}<w:hdr ${word}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
  'word/document.xml': `${xml}<w:document ${word}><w:body>${body}${paragraph('')}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz ${landscape ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"'}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`,
});

/** @param body paragraphs and tables */
export async function wordFile(body: string, { landscape = false }: { readonly landscape?: boolean } = {}): Promise<Uint8Array> {
  const { default: PizZip } = await import('pizzip');
  const zip = new PizZip();
  for (const [name, content] of Object.entries(files(body, landscape))) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/**
 * Writes small PDFs by hand, so that tests know every byte of what the recognizer has to read. PDF 1.4, one content stream a page, classic
 * cross-reference table.
 */
import { deflateSync } from 'node:zlib';

export type PdfPage =
  /** A scan: one JPEG that fills the page. */
  | {
      readonly kind: 'jpeg';
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly dpi: number;
      readonly gray?: boolean;
      readonly rotate?: 0 | 90 | 180 | 270;
    }
  /** A scan without loss: 8 bit gray or 1 bit black and white, deflated. */
  | {
      readonly kind: 'gray';
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly dpi: number;
      readonly bits: 1 | 8;
    }
  /** Drawn text in Helvetica; sizes in points. */
  | { readonly kind: 'text'; readonly text: string; readonly width: number; readonly height: number };

export const writePdf = (pages: readonly PdfPage[], options: { readonly encrypt?: boolean } = {}): Buffer => {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
  const stream = (dictionary: string, data: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1'),
      data,
      Buffer.from('\nendstream', 'latin1'),
    ]);

  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const kids = pages.map((page) => {
    const points = page.kind === 'text' ? 1 : 72 / page.dpi;
    const width = (page.width * points).toFixed(3);
    const height = (page.height * points).toFixed(3);
    const content =
      page.kind === 'text'
        ? `BT /F 24 Tf 72 ${(page.height - 100).toFixed(0)} Td (${page.text}) Tj ET`
        : `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
    const resource =
      page.kind === 'text'
        ? `/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>`
        : `/XObject << /I ${add(image(page, stream))} 0 R >>`;
    const contents = add(stream('', Buffer.from(content, 'latin1')));
    const rotate = page.kind === 'jpeg' && page.rotate ? ` /Rotate ${page.rotate}` : '';
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}]${rotate} /Resources << ${resource} >> /Contents ${contents} 0 R >>`,
    );
  });
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`, 'latin1');
  return assemble(objects, options.encrypt ? encryption : '');
};

/** Standard handler, revision 2; the hashes fit no password, as for someone who does not know it. */
const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`;

const image = (page: Exclude<PdfPage, { kind: 'text' }>, stream: (dictionary: string, data: Uint8Array) => Buffer): Buffer => {
  const size = `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height}`;
  if (page.kind === 'jpeg')
    return stream(`${size} /ColorSpace /${page.gray ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode`, page.bytes);
  return stream(`${size} /ColorSpace /DeviceGray /BitsPerComponent ${page.bits} /Filter /FlateDecode`, deflateSync(page.bytes));
};

const assemble = (objects: readonly Buffer[], trailer: string): Buffer => {
  const header = Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const parts = [header];
  let at = header.length;
  const offsets = objects.map((body, index) => {
    const offset = at;
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')]);
    parts.push(part);
    at += part.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
};

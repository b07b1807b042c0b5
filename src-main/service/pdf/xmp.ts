/** What a PDF says of itself, twice over and equal: in its XMP packet, which PDF/A demands, and in the older information dictionary. */
import { escaped } from '#shared/text/markup';
import { textString } from './pdf-output';

export interface PdfFacts {
  readonly title: string;
  /** Who made the papers, e.g. the committee. */
  readonly author?: string | undefined;
  readonly subject?: string | undefined;
  /** Program and version. */
  readonly producer: string;
  readonly createdAt: Date;
}

/** 1: PDF/A-1b (ISO 19005-1), as TCVN 14159-1 names it. 2: PDF/A-2b. */
export type PdfaPart = 1 | 2;

const seconds = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

export function xmpPacket(facts: PdfFacts, part: PdfaPart): Buffer {
  const { title, author, subject, producer, createdAt } = facts;
  const one = (tag: string, text: string | undefined, kind: 'Alt' | 'Seq') =>
    text === undefined
      ? ''
      : `<dc:${tag}><rdf:${kind}><rdf:li${kind === 'Alt' ? ' xml:lang="x-default"' : ''}>${escaped(text)}</rdf:li></rdf:${kind}></dc:${tag}>`;
  return Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
${one('title', title, 'Alt')}${one('creator', author, 'Seq')}${one('description', subject, 'Alt')}
<pdf:Producer>${escaped(producer)}</pdf:Producer><xmp:CreateDate>${seconds(createdAt)}</xmp:CreateDate><xmp:ModifyDate>${seconds(createdAt)}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
${' '.repeat(1024)}
<?xpacket end="w"?>`);
}

/** Body of the information dictionary. */
export function information({ title, author, subject, producer, createdAt }: PdfFacts): string {
  const day = `D:${seconds(createdAt).replace(/[-:TZ]/g, '')}Z`;
  const optional = (key: string, text: string | undefined) => (text === undefined ? '' : `/${key}${textString(text)}`);
  return `<</Title${textString(title)}${optional('Author', author)}${optional('Subject', subject)}/Producer${textString(producer)}/CreationDate(${day})/ModDate(${day})>>`;
}

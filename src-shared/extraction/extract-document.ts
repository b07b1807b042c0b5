/**
 * From the words of a document's pages to its fields.
 *
 *   page 1: header (header.ts) -> number, date line, issuer, heading, subject
 *   last pages: signature, recipients (signature.ts)
 *   all: marks of secrecy and urgency
 *   then the fields are checked against each other, which moves their confidence
 *
 * The layouts of all generations are known by what they have in common: the name of the Party or State, two columns, a heading in capitals.
 */
import { type DateRead, readDateAtEnd, readDateLine, type Years, yearsNamed } from './date-line';
import { withFamilyName } from './family-name';
import { findHeader, type Header } from './header';
import { readIssuer } from './issuer';
import { around, boxesOf, joined, layPage, type LaidPage, type Piece, sureness } from './lines';
import { readSecrecy, readUrgency } from './marks';
import { type ExtractedField, type ExtractedFieldName, extractedFieldNames, type Extraction, type ReadPage } from './model';
import { agreeWithHeading, readSymbol, type SymbolRead } from './number';
import { nameOf, readRecipients, readSignature, recipientList } from './signature';
import { agreeWithNames } from './place';
import { bare } from './similar';
import { abbreviationOf } from './vocabulary';
import { cleanSubject, printedSubject, readLetterSubject, readSubject } from './subject';

interface Draft {
  readonly field: ExtractedFieldName;
  readonly value: string;
  readonly raw: string;
  /** How well its form fits, 0 to 1; the confidence of its words comes on top. */
  readonly form: number;
  readonly page: LaidPage;
  readonly pieces: readonly Piece[];
}

/** `pages`: those that were read, in order; `pageCount`: of the whole document. */
export function extractDocument(pages: readonly ReadPage[], pageCount: number): Extraction {
  const laid = pages.map(layPage);
  const [first] = laid;
  if (first === undefined) return { layout: 'unknown', fields: [] };
  const header = findHeader(first);
  const ofState = header.layout === 'state';
  const symbolRead = readSymbol(header.left, ofState) ?? (header.layout === 'personal' ? undefined : readSymbol(header.right, ofState));
  const symbol = symbolRead && agreeWithHeading(symbolRead, header.heading && abbreviationOf(header.heading.code));
  const years = yearsNamed(laid);
  const date =
    readDateLine(header.right, years) ??
    readDateLine(header.left, years) ??
    (header.layout === 'party' || header.layout === 'state' ? undefined : dateAtEnd(laid, years));
  const drafts = [
    ...numberFields(first, symbol),
    ...dateFields(first, laid, header, date),
    ...bodyFields(first, header, symbol),
    ...endFields(laid),
    ...markFields(laid),
  ];
  const fields = drafts.map((draft) => finished(draft, agreement(draft, { header, symbol, date })));
  fields.push({
    field: 'pageCount',
    value: String(pageCount),
    raw: String(pageCount),
    confidence: 1,
    pageId: first.id,
    box: null,
    boxes: [],
  });
  return {
    layout: header.layout,
    fields: fields.sort((a, b) => extractedFieldNames.indexOf(a.field) - extractedFieldNames.indexOf(b.field)),
  };
}

const dateAtEnd = (pages: readonly LaidPage[], years: Years): DateRead | undefined => {
  for (const page of [...pages].reverse()) {
    const found = readDateAtEnd(page, years);
    if (found) return found;
  }
  return undefined;
};

function numberFields(page: LaidPage, symbol: SymbolRead | undefined): Draft[] {
  if (!symbol) return [];
  const pieces = [symbol.piece];
  return [
    { field: 'symbol', value: symbol.symbol, raw: symbol.piece.text, form: symbol.form, page, pieces },
    { field: 'number', value: symbol.number, raw: symbol.number, form: symbol.form, page, pieces },
  ];
}

function dateFields(first: LaidPage, pages: readonly LaidPage[], header: Header, date: DateRead | undefined): Draft[] {
  if (!date) return [];
  const page = pages.find(({ pieces }) => pieces.some((piece) => piece.words[0] === date.piece.words[0])) ?? first;
  const { day, guessed, place, placePiece, piece } = date;
  const drafts: Draft[] = [];
  if (day !== undefined)
    drafts.push({
      field: 'issuedOn',
      value: day,
      raw: piece.text,
      form: guessed ? 0.6 : day.length === 10 ? 1 : 0.75,
      page,
      pieces: [piece],
    });
  if (place !== undefined && placePiece) {
    const value = agreeWithNames(place, placePiece, pages, header.left);
    drafts.push({ field: 'place', value, raw: place, form: value === place ? 1 : 0.85, page, pieces: [placePiece] });
  }
  return drafts;
}

function bodyFields(page: LaidPage, header: Header, symbol: SymbolRead | undefined): Draft[] {
  const drafts: Draft[] = [];
  const issuer = readIssuer(header.left, symbol?.piece);
  if (issuer) drafts.push({ field: 'issuer', value: issuer.name, raw: issuer.lines.join(' / '), form: 0.95, page, pieces: issuer.pieces });
  const { heading } = header;
  if (heading) {
    drafts.push({ field: 'type', value: heading.code, raw: headingText(heading), form: heading.likeness, page, pieces: [heading.piece] });
    const subject = readSubject(page, header);
    if (subject.length > 0)
      drafts.push({
        field: 'subject',
        value: cleanSubject(joined(subject)),
        raw: printedSubject(joined(subject)),
        form: 0.95,
        page,
        pieces: subject,
      });
    return drafts;
  }
  if (symbol && (symbol.type === 'CV' || symbol.type === undefined) && header.layout !== 'personal') {
    drafts.push({ field: 'type', value: 'CV', raw: '', form: symbol.type === 'CV' ? 0.95 : 0.85, page, pieces: [symbol.piece] });
    const subject = readLetterSubject(header, symbol.piece);
    if (subject.length > 0)
      drafts.push({
        field: 'subject',
        value: cleanSubject(joined(subject)),
        raw: printedSubject(joined(subject)),
        form: 0.9,
        page,
        pieces: subject,
      });
  }
  return drafts;
}

/** The line as printed, its beginning spelt like the heading that it is. */
function headingText({ piece, heading }: NonNullable<Header['heading']>): string {
  const rest = piece.words.slice(heading.split(' ').length).map(({ text }) => text);
  return [heading, ...rest].join(' ').replace(/[^\p{L}\p{N})]+$/u, '');
}

function endFields(pages: readonly LaidPage[]): Draft[] {
  const drafts: Draft[] = [];
  const signature = readSignature(pages);
  if (signature) {
    const { page, authority, post, postName, signer } = signature;
    if (authority.length > 0)
      drafts.push({
        field: 'authority',
        value: joined(authority, ', '),
        raw: joined(authority, ', '),
        form: 0.95,
        page,
        pieces: authority,
      });
    if (post && postName !== undefined)
      drafts.push({ field: 'signerPost', value: postName, raw: post.text, form: 0.95, page, pieces: [post] });
    if (signer)
      drafts.push({
        field: 'signer',
        value: withFamilyName(nameOf(signer.text)),
        raw: signer.text,
        form: authority.length > 0 || post ? 1 : 0.7,
        page,
        pieces: [signer],
      });
  }
  const recipients = readRecipients(pages);
  const list = recipients ? recipientList(recipients.pieces) : [];
  if (recipients && list.length > 0)
    drafts.push({
      field: 'recipients',
      value: list.join('\n'),
      raw: joined(recipients.pieces, '\n'),
      form: 0.9,
      page: recipients.page,
      pieces: recipients.pieces,
    });
  return drafts;
}

function markFields(pages: readonly LaidPage[]): Draft[] {
  const marks = [
    ['secrecy', readSecrecy(pages)],
    ['urgency', readUrgency(pages)],
  ] as const;
  return marks.flatMap(([field, mark]) =>
    mark ? [{ field, value: mark.code, raw: mark.piece.text, form: 0.95, page: mark.page, pieces: [mark.piece] }] : [],
  );
}

interface Context {
  readonly header: Header;
  readonly symbol: SymbolRead | undefined;
  readonly date: DateRead | undefined;
}

/** How the rest of the document speaks for a value: above 1 for, below 1 against. */
function agreement({ field, value }: Draft, { header, symbol, date }: Context): number {
  switch (field) {
    case 'type':
      return symbol?.type === undefined || header.heading === undefined || fits(symbol.type, header.heading.heading) ? 1 : 0.8;
    case 'place':
      return header.left.some(({ text }) => bare(text).includes(bare(value))) ? 1.03 : 0.9;
    case 'issuedOn':
      return date?.place === undefined ? 0.9 : 1;
    default:
      return 1;
  }
}

/** QĐ for QUYẾT ĐỊNH and QUY ĐỊNH, CTr for CHƯƠNG TRÌNH: the letters of the abbreviation stand in the heading in this order. */
function fits(abbreviation: string, heading: string): boolean {
  let at = 0;
  for (const letter of bare(abbreviation)) {
    at = bare(heading).indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function finished({ field, value, raw, form, page, pieces }: Draft, agrees: number): ExtractedField {
  const boxes = boxesOf(pieces);
  const confidence = Math.max(0, Math.min(1, form * sureness(pieces) * agrees));
  return { field, value, raw, confidence: Math.round(confidence * 100) / 100, pageId: page.id, box: around(boxes), boxes };
}

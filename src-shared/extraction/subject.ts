/** Trích yếu: the lines in the middle below the type; on a letter (công văn) the lines below its number, "về việc …", "V/v …". */
import { centre, type LaidPage, middle, type Piece } from './lines';
import { fold } from '../text/fold';
import type { Header } from './header';
import { isUpperCase } from './vocabulary';

const ENDS = /^\W*(kinh (gui|trinh)|[ivx]+\s*[.-]|\d{1,2}\s*[.)]|-{3,}|_{3,}|phan (thu|[ivx])|- |ngay \d)/;
/** Only where a capital begins them: a subject goes on, or begins, with "thực hiện …" and "theo …". */
const ENDS_AS_SENTENCE = /^\W*(can cu|thuc hien|theo |xet |hom nay|hoi |vao hoi|ho va ten|toi ten|chung toi|dieu \d)/;
const LETTER_SUBJECT = /^\W*(v\s*\/\s*v|ve viec)/;
const MOST_LINES = 6;

export function readSubject(page: LaidPage, { heading, below }: Header): Piece[] {
  if (!heading) return [];
  const lines: Piece[] = [];
  const axis = centre(heading.piece);
  let last = heading.piece;
  const rows = below.filter((piece) => !isGrain(page, piece));
  for (const [i, piece] of rows.entries()) {
    if (middle(piece) <= middle(heading.piece)) continue;
    if (isRule(piece)) {
      if (lines.length > 0) break;
      continue;
    }
    const gap = piece.y0 - last.y1;
    const text = fold(piece.text.normalize('NFC'));
    const centred = Math.abs(centre(piece) - axis) < page.width * 0.035;
    // Below a heading only a subject begins with a small letter; a full line of it looks like one of the body.
    const opens = lines.length === 0 && /^\(?(?:\p{Ll}|V\s*\/\s*v|Về việc)/u.test(piece.text);
    const ends = ENDS.test(text) || (ENDS_AS_SENTENCE.test(text) && !/^[^\p{L}]*\p{Ll}/u.test(piece.text));
    if (!(centred || opens) || ends || gap > page.wordHeight * (lines.length === 0 ? 3.2 : 1.9) || lines.length >= MOST_LINES) break;
    if (!opens && isOfBody(page, piece, lines.at(-1), rows.slice(i + 1, i + 3))) break;
    lines.push(piece);
    last = piece;
  }
  return lines;
}

/**
 * Paragraphs reach the right edge, with an indent or from the left edge, and their lines begin below one another; a subject does so only while
 * its lines above are as long. A line as far from the left edge as from the right one is centred. One that ended like a sentence is no subject.
 */
function isOfBody(page: LaidPage, piece: Piece, above: Piece | undefined, next: readonly Piece[]): boolean {
  const rim = page.width * 0.012;
  if (next[0] && goesOnCentred(page, piece, next[0])) return false;
  if (above === undefined && next[0] && standsAlone(page, piece, next[0])) return false;
  const [fromLeft, fromRight] = [piece.x0 - page.left, page.right - piece.x1];
  const inset = Math.min(fromLeft, fromRight) > page.width * 0.006 && Math.abs(fromLeft - fromRight) < rim;
  const longAbove = above !== undefined && above.x1 >= page.right - 3 * rim && above.x0 <= page.left + 3 * rim;
  if (fromRight < rim && !inset && (fromLeft > page.width * 0.03 || !longAbove)) return true;
  const aligned = next.length > 0 && next.every(({ x0 }) => Math.abs(x0 - piece.x0) < rim * 0.8);
  const apart = above !== undefined && piece.y0 - above.y1 > page.wordHeight;
  if (above !== undefined && aligned && (apart || (!longAbove && !inset && fromLeft < rim))) return true;
  return /[.;]$/.test(piece.text) && piece.words.length > 5 && /^\p{Lu}/u.test(piece.text);
}

/** A full line whose end stands in the middle below it, far from both edges, is centred itself: paragraphs begin their next line at the left. */
const goesOnCentred = (page: LaidPage, piece: Piece, next: Piece): boolean =>
  next.y0 - piece.y1 < page.wordHeight * 1.3 &&
  next.x0 - page.left > page.width * 0.1 &&
  page.right - next.x1 > page.width * 0.1 &&
  Math.abs(centre(next) - centre(piece)) < page.width * 0.02 &&
  !isUpperCase(next.text);

/** A full line of a paragraph either goes on in the next line or ends its sentence. */
const standsAlone = (page: LaidPage, { x0, y1, text }: Piece, next: Piece): boolean =>
  x0 - page.left < page.width * 0.03 && next.y0 - y1 > page.wordHeight * 1.3 && /[\p{L}\p{N})]$/u.test(text);

/** Below the number, in the left column; or in the middle, where the letter has a wide one. */
export function readLetterSubject({ left, below }: Header, number: Piece | undefined): Piece[] {
  const under = left.filter((piece) => number === undefined || piece.y0 > number.y0);
  const from = under.findIndex((piece) => LETTER_SUBJECT.test(fold(piece.text)));
  if (from >= 0) return under.slice(from).filter((piece) => !isRule(piece));
  const first = below.find((piece) => !isRule(piece));
  return first && LETTER_SUBJECT.test(fold(first.text)) ? [first] : [];
}

/** A line drawn, or read from dirt: hardly any letter. */
export const isRule = ({ text }: Piece): boolean => (text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2;

/** Dirt no wider than a letter or two; a stroke in the middle of the sheet is drawn. */
const isGrain = (page: LaidPage, piece: Piece): boolean =>
  isRule(piece) && piece.x1 - piece.x0 < page.wordHeight && !/[-–—_=*]/.test(piece.text);

/** V/v as it is misread at the beginning of a subject: VA, VÀ, Wx, Ww. */
const ABOUT = /^(\W{0,2}?)(?:V(?:\p{Lu}|[^\p{L}\s]\S?)|W\p{L}?)(?=\s+\p{Ll})/u;

/** As printed, without the dirt around it and with its V/v. */
export const printedSubject = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'“”‘’`´.,*~_-]+(?=[\p{L}(])|(?<=[\p{L}\p{N})])["'“”‘’`´.*~_-]+$/gu, '')
    .replace(ABOUT, '$1V/v');

/** As it is entered in a list: without the brackets around it and the mark at its end. */
export function cleanSubject(text: string): string {
  const plain = printedSubject(text);
  const inner = /^\((.*)\)$/.exec(plain)?.[1] ?? plain;
  return inner.replace(/[\s.;:,*_-]+$/u, '').trim();
}

/** Trích yếu: the lines in the middle below the type; on a letter (công văn) the lines below its number, "về việc …", "V/v …". */
import { centre, type LaidPage, middle, type Piece } from './lines';
import { fold } from '../text/fold';
import type { Header } from './header';

const ENDS =
  /^\W*(kinh (gui|trinh)|can cu|thuc hien|theo |xet |hom nay|hoi |vao hoi|ho va ten|toi ten|chung toi|dieu \d|[ivx]+\s*[.-]|\d+\s*[.)]|-{3,}|_{3,}|phan (thu|[ivx])|- |ngay \d)/;
const LETTER_SUBJECT = /^\W*(v\s*\/\s*v|ve viec)/;
const MOST_LINES = 6;

export function readSubject(page: LaidPage, { heading, below }: Header): Piece[] {
  if (!heading) return [];
  const lines: Piece[] = [];
  const axis = centre(heading.piece);
  let last = heading.piece;
  for (const piece of below) {
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
    if (!(centred || opens) || ENDS.test(text) || gap > page.wordHeight * (lines.length === 0 ? 3.2 : 1.9) || lines.length >= MOST_LINES)
      break;
    if (!opens && isOfBody(page, piece, lines.at(-1))) break;
    lines.push(piece);
    last = piece;
  }
  return lines;
}

/**
 * Paragraphs reach the right edge, with an indent or from the left edge; a subject does so only while its lines above are as long. One that
 * ended like a sentence is no subject either.
 */
function isOfBody(page: LaidPage, piece: Piece, above: Piece | undefined): boolean {
  const rim = page.width * 0.012;
  if (piece.x1 > page.right - rim) {
    if (piece.x0 - page.left > page.width * 0.03) return true;
    if (above === undefined || above.x1 < page.right - 3 * rim || above.x0 > page.left + 3 * rim) return true;
  }
  return /[.;]$/.test(piece.text) && piece.words.length > 5 && /^\p{Lu}/u.test(piece.text);
}

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

/** As it is entered in a list: without the brackets around it and the mark at its end. */
export function cleanSubject(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const inner = /^\((.*)\)$/.exec(plain)?.[1] ?? plain;
  return inner.replace(/[\s.;:,*_-]+$/u, '').trim();
}

/** Địa danh, ngày tháng năm: "An Phú, ngày 05 tháng 02 năm 2026"; day and month may be left open. */
import { fold } from '../text/fold';
import { centre, type LaidPage, partOf, type Piece } from './lines';
import { asDigits } from './number';

export interface DateRead {
  /** YYYY-MM-DD, shorter where the paper leaves the rest open. */
  readonly day: string;
  readonly place: string | undefined;
  readonly piece: Piece;
  readonly placePiece: Piece | undefined;
}

const DATE =
  /^(.{0,60}?)[\s,.;:]*[^a-z\d]?n[gq]a[yvj]\s*([\doli|]{0,3})[\s.,…_-]*th[ao]ng\s*([\doli|]{0,3})[\s.,…_-]*n[ao][mn]\s*((?:19|20)[\doli|]{2})/;

export function readDateLine(pieces: readonly Piece[]): DateRead | undefined {
  for (const piece of pieces) {
    const read = parse(piece);
    if (read) return read;
  }
  return undefined;
}

/** On papers without a header the place and day stand above the signature, right of the middle. */
export const readDateAtEnd = (page: LaidPage): DateRead | undefined =>
  readDateLine(
    page.pieces
      .filter((piece) => piece.words.length <= 14 && centre(piece) > page.width * 0.5 && piece.x0 > page.left + page.width * 0.2)
      .reverse(),
  );

function parse(piece: Piece): DateRead | undefined {
  const text = piece.text.normalize('NFC');
  const folded = fold(text);
  const found = folded.length === text.length ? DATE.exec(folded) : null;
  if (!found) return undefined;
  const [, before = '', day = '', month = '', year = ''] = found;
  const place = placeIn(text.slice(0, before.length));
  // "vào hồi 8 giờ, ngày 12 tháng 6 năm 2012" is a sentence, not a date line.
  if (place === undefined && before.trim() !== '') return undefined;
  const date = dayOf(asDigits(year), asDigits(month), asDigits(day));
  if (date === undefined) return undefined;
  const words = place === undefined ? 0 : text.slice(0, before.length).trim().split(/\s+/).length;
  return { day: date, place, piece: partOf(piece, 0), placePiece: words > 0 ? partOf(piece, 0, words) : undefined };
}

function placeIn(text: string): string | undefined {
  const place = text.replace(/^[^\p{L}]+|[^\p{L}\p{N}.)]+$/gu, '').replace(/[.]+$/, '');
  const words = place.split(/\s+/);
  if (place.length < 2 || words.length > 7 || /^\p{Ll}/u.test(place) || /\d{3,}/.test(place)) return undefined;
  return /(giờ|hồi|hôm nay|lúc|sáng|chiều)/iu.test(place) ? undefined : place;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const y = Number(year);
  const m = twoDigits(month, 12);
  const d = twoDigits(day, 31);
  if (!Number.isInteger(y) || y < 1930 || y > 2100) return undefined;
  if (m < 1 || m > 12) return year;
  const ym = `${year}-${String(m).padStart(2, '0')}`;
  if (d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return ym;
  return `${ym}-${String(d).padStart(2, '0')}`;
}

/** Of three digits one is dirt: the two that can be a day or month are taken when no other two can. */
function twoDigits(digits: string, most: number): number {
  if (digits.length < 3) return digits === '' ? 0 : Number(digits);
  const possible = [digits.slice(1), digits.slice(0, 2), digits.charAt(0) + digits.charAt(2)]
    .map(Number)
    .filter((number) => number >= 1 && number <= most);
  return new Set(possible).size === 1 ? (possible[0] ?? 0) : 0;
}

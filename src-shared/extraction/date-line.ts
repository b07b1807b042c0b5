/** Địa danh, ngày tháng năm: "An Phú, ngày 05 tháng 02 năm 2026"; day and month may be left open. */
import { fold } from '../text/fold';
import { centre, type LaidPage, middle, partOf, type Piece, together } from './lines';
import { asDigits } from './number';

export interface DateRead {
  /** YYYY-MM-DD, shorter where the paper leaves the rest open; undefined when the year is not legible. */
  readonly day: string | undefined;
  readonly place: string | undefined;
  readonly piece: Piece;
  readonly placePiece: Piece | undefined;
  /** A digit had to be guessed. */
  readonly guessed: boolean;
}

export type Years = ReadonlyMap<number, number>;

export function yearsNamed(pages: readonly LaidPage[]): Years {
  const years = new Map<number, number>();
  for (const { text } of pages.flatMap(({ pieces }) => pieces))
    for (const [year] of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) years.set(Number(year), (years.get(Number(year)) ?? 0) + 1);
  return years;
}

const DATE =
  /^(.{0,60}?)[\s,.;:]*[^a-z\d]?n[gq]a[yvj][\s.,:]*([\doli|]{0,3})[\s.,…_-]*th[aou]ng[\s.,:]*([\doli|]{0,3})[\s.,…_-]*n[ao][mn][\s.,:]*((?:19|20)[\doli|]{2,3})(?!\d)/;

/** `years`: how often the paper names each year; one that was read with a digit too many is then told from those it may be. */
export function readDateLine(pieces: readonly Piece[], years: Years = new Map()): DateRead | undefined {
  const rows = inRows(pieces);
  for (const [i, row] of rows.entries()) {
    const below = rows[i + 1];
    // A narrow column breaks the line.
    const read = parse(row, years) ?? (below && /\bngay\b/.test(fold(row.text)) ? parse(together([row, below]), years) : undefined);
    if (read) return read;
  }
  return undefined;
}

/** On papers without a header the place and day stand above the signature, right of the middle. */
export const readDateAtEnd = (page: LaidPage, years?: Years): DateRead | undefined =>
  readDateLine(
    page.pieces
      .filter((piece) => piece.words.length <= 14 && centre(piece) > page.width * 0.5 && piece.x0 > page.left + page.width * 0.2)
      .reverse(),
    years,
  );

/** Wide spaces part a line into pieces. */
function inRows(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.find(([first]) => first && Math.abs(middle(first) - middle(piece)) < first.height * 0.5);
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => together(row.sort((a, b) => a.x0 - b.x0)));
}

/** Two ones are read as one letter with two dots. */
const DOUBLE_ONE = /(?<=\s)[Ïï](?=\s)/gu;

function parse(piece: Piece, years: Years): DateRead | undefined {
  const printed = piece.text.normalize('NFC');
  const text = printed.replace(DOUBLE_ONE, '11');
  const folded = fold(text);
  const found = folded.length === text.length ? DATE.exec(folded) : null;
  if (!found) return undefined;
  const [, before = '', day = '', month = '', year = ''] = found;
  const place = placeIn(text.slice(0, before.length));
  // "vào hồi 8 giờ, ngày 12 tháng 6 năm 2012" is a sentence, not a date line.
  if (place === undefined && before.trim() !== '') return undefined;
  const date = dayOf(year, month, day, years) ?? { day: undefined, guessed: true };
  if (date.day === undefined && place === undefined) return undefined;
  const words = place === undefined ? 0 : text.slice(0, before.length).trim().split(/\s+/).length;
  const guessed = date.guessed || text !== printed;
  return { ...date, guessed, place, piece, placePiece: words > 0 ? partOf(piece, 0, words) : undefined };
}

function placeIn(text: string): string | undefined {
  const place = text.replace(/^[^\p{L}]+|[^\p{L}\p{N}.)]+$/gu, '').replace(/[.]+$/, '');
  const words = place.split(/\s+/);
  if (place.length < 2 || words.length > 7 || /\d{3,}/.test(place)) return undefined;
  if (/(giờ|hồi|hôm nay|lúc|sáng|chiều)/iu.test(place)) return undefined;
  // The first letter of a name may be misread (bông Phú); words of a sentence have no capital behind it.
  if (/^\p{Ll}/u.test(place) && !(words.length <= 4 && words.slice(1).some((word) => /^\p{Lu}/u.test(word)))) return undefined;
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function dayOf(year: string, month: string, day: string, years: Years): Pick<DateRead, 'day' | 'guessed'> | undefined {
  const y = numberFrom(year, 1930, 2060, 4, years);
  if (y === undefined) return undefined;
  const m = numberFrom(month, 1, 12, 2);
  if (m === undefined) return { day: String(y.value), guessed: y.guessed };
  const ym = `${y.value}-${String(m.value).padStart(2, '0')}`;
  const d = numberFrom(day, 1, new Date(Date.UTC(y.value, m.value, 0)).getUTCDate(), 2);
  if (d === undefined) return { day: ym, guessed: y.guessed || m.guessed };
  return { day: `${ym}-${String(d.value).padStart(2, '0')}`, guessed: y.guessed || m.guessed || d.guessed };
}

/**
 * The number in these digits, when it lies within its limits; else the only one that does after one digit too many is left out, or
 * after a 9 in front is taken for the 0 that it looks like; of several the one that is `named` most often. Letters count as digits only beside a digit.
 */
function numberFrom(
  text: string,
  least: number,
  most: number,
  digits: number,
  named: Years = new Map(),
): { readonly value: number; readonly guessed: boolean } | undefined {
  if (!/\d/.test(text)) return undefined;
  const read = asDigits(text);
  const fits = (number: number) => number >= least && number <= most;
  if (read.length <= digits && fits(Number(read))) return { value: Number(read), guessed: false };
  const guesses = read.length > digits ? [...read].map((_, i) => read.slice(0, i) + read.slice(i + 1)) : [read.replace(/^9/, '0')];
  const possible = new Set(guesses.map(Number).filter(fits));
  const often = Math.max(0, ...[...possible].map((number) => named.get(number) ?? 0));
  const likely = [...possible].filter((number) => (named.get(number) ?? 0) === often);
  const [only] = likely;
  return likely.length === 1 && only !== undefined ? { value: only, guessed: true } : undefined;
}

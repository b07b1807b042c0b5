/**
 * The words of a page as lines of an upright, level sheet.
 *
 * The boxes of words are those of the scan: the page may lie on its side and its lines may fall or rise. Here they are turned by the
 * known quarter and levelled by the slope that the lines of the engine show. A line is cut where a gap is far wider than one between
 * words, so that the two columns of a header, a signature beside the recipients, and cells of a table become pieces of their own.
 */
import { uprightBox, uprightSize } from '../page/upright';
import type { Box, ReadPage, ReadWord } from './model';

export interface Piece {
  /** Left to right. */
  readonly words: readonly LaidWord[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Height of an ordinary word of it. */
  readonly height: number;
}

/** A word with its place on the upright, level page. */
export interface LaidWord {
  readonly word: ReadWord;
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface LaidPage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** From top to bottom, then left to right. */
  readonly pieces: readonly Piece[];
  /** Left and right edge of the running text. */
  readonly left: number;
  readonly right: number;
  /** Height of an ordinary word. */
  readonly wordHeight: number;
}

/** Gaps wider than this many word heights part two pieces. Justified lines stay below it. */
const CUT = 2.2;

export function layPage(page: ReadPage): LaidPage {
  const { width, height } = uprightSize(page, page.rotation);
  const turned = page.words.filter(({ text }) => text.trim() !== '').map((word) => turn(word, page));
  const slope = slopeOf(turned);
  const words = turned.map((word) => ({ ...word, y0: word.y0 - slope * word.x0, y1: word.y1 - slope * word.x0 }));
  const wordHeight = median(words.map(({ y0, y1 }) => y1 - y0)) || 1;
  const pieces = linesOf(words, wordHeight)
    .flatMap((line) => cut(line, wordHeight))
    .sort((a, b) => (Math.abs(middle(a) - middle(b)) > wordHeight * 0.6 ? middle(a) - middle(b) : a.x0 - b.x0));
  const long = pieces.filter(({ words: own }) => own.length >= 3);
  return {
    id: page.id,
    width,
    height,
    pieces,
    left:
      long.length > 0
        ? quantile(
            long.map(({ x0 }) => x0),
            0.05,
          )
        : width * 0.12,
    right:
      long.length > 0
        ? quantile(
            long.map(({ x1 }) => x1),
            0.95,
          )
        : width * 0.92,
    wordHeight,
  };
}

export const middle = ({ y0, y1 }: Pick<Piece, 'y0' | 'y1'>): number => (y0 + y1) / 2;
export const centre = ({ x0, x1 }: Pick<Piece, 'x0' | 'x1'>): number => (x0 + x1) / 2;

/** A part of a piece as a piece. */
export const partOf = (piece: Piece, from: number, to = piece.words.length): Piece => pieceOf(piece.words.slice(from, to));

const hasSign = ({ text }: LaidWord): boolean => /[\p{L}\p{N}]/u.test(text);

/** Without words at its ends that hold neither letter nor digit: grains beside a line. */
export function withoutDirt(piece: Piece): Piece {
  const [from, to] = [piece.words.findIndex(hasSign), piece.words.findLastIndex(hasSign) + 1];
  return from < 0 || (from === 0 && to === piece.words.length) ? piece : partOf(piece, from, to);
}

/** Several pieces as one. */
export const together = (pieces: readonly Piece[]): Piece => pieceOf(pieces.flatMap(({ words }) => words));

/** Boxes on the scan, one for each piece. */
export const boxesOf = (pieces: readonly Piece[]): Box[] => pieces.map(({ words }) => around(words.map(({ word }) => word)));

export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, w: Math.max(...boxes.map((box) => box.x + box.w)) - x, h: Math.max(...boxes.map((box) => box.y + box.h)) - y };
}

/** Mean confidence of the words, 0 to 1, longer words weighing more. */
export function sureness(pieces: readonly Piece[]): number {
  let weight = 0;
  let sum = 0;
  for (const { words } of pieces) {
    for (const { word } of words) {
      weight += word.text.length;
      sum += word.text.length * word.confidence;
    }
  }
  return weight === 0 ? 0 : sum / weight / 100;
}

export const joined = (pieces: readonly Piece[], by = ' '): string => pieces.map(({ text }) => text).join(by);

function turn(word: ReadWord, { rotation, width, height }: ReadPage): LaidWord {
  const box = uprightBox(word, { width, height }, rotation);
  return { word, text: word.text, x0: box.x, x1: box.x + box.w, y0: box.y, y1: box.y + box.h };
}

/** Fall of the lines for one pixel to the right: the median over the engine's lines, between the feet of their first and last words. */
function slopeOf(words: readonly LaidWord[]): number {
  const lines = groupBy(words, ({ word }) => word.line);
  const slopes: number[] = [];
  for (const line of lines.values()) {
    const first = line[0]!;
    const last = line.at(-1)!;
    const run = last.x0 - first.x0;
    if (line.length < 5 || run < 300) continue;
    // Ends of words without letters below the line: feet differ by descenders, so the middle of several words is taken.
    const head = median(line.slice(0, 3).map(({ y0, y1 }) => (y0 + y1) / 2));
    const tail = median(line.slice(-3).map(({ y0, y1 }) => (y0 + y1) / 2));
    slopes.push((tail - head) / (line.at(-2)!.x0 - line[1]!.x0));
  }
  return slopes.length === 0 ? 0 : median(slopes);
}

/** Words that stand side by side: those of an engine's line, and of other lines at the same height. */
function linesOf(words: readonly LaidWord[], wordHeight: number): LaidWord[][] {
  const lines: { words: LaidWord[]; y: number }[] = [];
  for (const part of groupBy(words, ({ word }) => word.line).values()) {
    const tall = part.filter(({ y0, y1 }) => y1 - y0 > wordHeight * 0.5);
    lines.push({ words: [...part], y: median((tall.length > 0 ? tall : part).map((word) => middle(word))) });
  }
  lines.sort((a, b) => a.y - b.y);
  const out: { words: LaidWord[]; y: number }[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last !== undefined && line.y - last.y < wordHeight * 0.45 && !overlap(last.words, line.words)) last.words.push(...line.words);
    else out.push({ ...line });
  }
  return out.map((line) => line.words.sort((a, b) => a.x0 - b.x0));
}

const overlap = (a: readonly LaidWord[], b: readonly LaidWord[]): boolean =>
  a.some((one) =>
    b.some((other) => Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0) > 0.4 * Math.min(one.x1 - one.x0, other.x1 - other.x0)),
  );

function cut(line: readonly LaidWord[], wordHeight: number): Piece[] {
  const parts: LaidWord[][] = [[]];
  let reach = Number.NEGATIVE_INFINITY;
  for (const word of line) {
    if (parts.at(-1)!.length > 0 && word.x0 - reach > wordHeight * CUT) parts.push([]);
    parts.at(-1)!.push(word);
    reach = Math.max(reach, word.x1);
  }
  return parts.filter((part) => part.length > 0).map(pieceOf);
}

function pieceOf(words: readonly LaidWord[]): Piece {
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    x0: Math.min(...words.map(({ x0 }) => x0)),
    x1: Math.max(...words.map(({ x1 }) => x1)),
    y0: Math.min(...words.map(({ y0 }) => y0)),
    y1: Math.max(...words.map(({ y1 }) => y1)),
    height: median(words.map(({ y0, y1 }) => y1 - y0)),
  };
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Which readings a person should look at.
 *
 * Confidence alone misses dropped blocks: the engine is sure of what it read and silent about the rest. So ink that looks like text but
 * lies outside every word box counts as well. Rules of a table are thin and single specks are small: a square of the page counts only if it is
 * inked about as densely as text.
 */
import type { Doubt } from '#shared/recognizer/messages';
import type { Ink } from '../prepare/ink';
import type { EngineReading } from './parse-tsv';

/** Measured: below it, more than one page in two has over 5 % wrong characters. */
export const LOW_CONFIDENCE = 86;

/** Squares of about 5 mm, on a sheet about 40 of them wide. */
const SQUARES_ACROSS = 40;
/** Text inks 15 to 50 % of its square; the rules of a table up to 12 %, a black edge nearly all. */
const TEXT_INK_LEAST = 0.15;
const TEXT_INK_MOST = 0.6;
/** This share of the text-like squares may lie outside the words: signatures, seals, emblems. */
const OUTSIDE_SHARE = 0.12;
/** And never fewer than this many squares, about a short line. */
const OUTSIDE_SQUARES = 8;

/** `ink` is that of the page which the engine saw; its words have the pixels of that page. */
export const findDoubts = (reading: EngineReading, ink: Ink): Doubt[] => {
  const doubts: Doubt[] = [];
  if (reading.words.length > 0 && reading.meanConfidence < LOW_CONFIDENCE) doubts.push('low-confidence');
  const { outside, all } = textSquares(reading, ink);
  if (outside >= OUTSIDE_SQUARES && outside > all * OUTSIDE_SHARE) doubts.push('ink-outside-words');
  return doubts;
};

/** Squares inked like text: how many there are, and in how many the text-like ink lies outside all words. */
export const textSquares = (reading: EngineReading, ink: Ink): { outside: number; all: number } => {
  const covered = coveredByWords(reading, ink);
  const side = Math.max(4, Math.round(Math.min(ink.width, ink.height) / SQUARES_ACROSS));
  const columns = Math.ceil(ink.width / side);
  const squares = columns * Math.ceil(ink.height / side);
  const total = new Uint16Array(squares);
  const loose = new Uint16Array(squares);
  for (let i = 0; i < ink.points.length; i += 2) {
    const x = ink.points[i]!;
    const y = ink.points[i + 1]!;
    const square = Math.floor(y / side) * columns + Math.floor(x / side);
    total[square] = total[square]! + 1;
    if (!covered[y * ink.width + x]) loose[square] = loose[square]! + 1;
  }
  const like = (count: number) => count >= side * side * TEXT_INK_LEAST && count <= side * side * TEXT_INK_MOST;
  return { outside: loose.filter(like).length, all: total.filter(like).length };
};

/** Word boxes with a rim of a third of their height: marks above and below capitals stick out of the engine's boxes. */
const coveredByWords = ({ words }: EngineReading, ink: Ink): Uint8Array => {
  const covered = new Uint8Array(ink.width * ink.height);
  for (const { x, y, w, h } of words) {
    const rim = h / 3;
    const left = Math.max(0, Math.floor((x - rim) / ink.factor));
    const right = Math.min(ink.width, Math.ceil((x + w + rim) / ink.factor));
    const bottom = Math.min(ink.height, Math.ceil((y + h + rim) / ink.factor));
    for (let row = Math.max(0, Math.floor((y - rim) / ink.factor)); row < bottom; row++) {
      if (left < right) covered.fill(1, row * ink.width + left, row * ink.width + right);
    }
  }
  return covered;
};

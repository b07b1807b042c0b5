/**
 * Typewritten pages, which the quick network reads worse than the thorough one: the four of 76 pages on which it had a point more of wrong
 * characters (2.3 to 5.2 % instead of 0.9 to 3.5) were typewritten, of the printed ones it read as many better as worse.
 *
 * All letters of a typewriter are equally wide. The width of a word by its letters lies within 4 % for half of the words of a typewritten page, within 13 %
 * and more of a printed one (the same pages).
 */
import type { EngineReading } from './parse-tsv';

/** Mean confidence from which the quick network reads typewriters as well. */
export const SURELY_TYPED = 93.5;

/** Half of the words lie within this share of the middle width. */
const ALIKE = 0.08;
const SHORTEST_WORD = 3;
const READ_FROM = 60;
/** Fewer words tell nothing. */
const LEAST_WORDS = 30;
/** Between the last letter and the end of its place. */
const BEARING = 0.25;

export const isTypewritten = ({ words }: EngineReading): boolean => {
  const widths = words
    .filter(({ text, confidence }) => text.length >= SHORTEST_WORD && confidence >= READ_FROM)
    .map(({ text, w }) => w / (text.length - BEARING))
    .sort((a, b) => a - b);
  if (widths.length < LEAST_WORDS) return false;
  const at = (share: number): number => widths[Math.floor(share * (widths.length - 1))]!;
  return at(0.75) - at(0.25) < at(0.5) * ALIKE;
};

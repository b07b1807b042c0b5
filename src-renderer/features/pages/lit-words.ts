import type { Word } from '#shared/contract/window/archive';
import { foldWords } from '#shared/text/fold';

/** Below this the reader is not sure of a word, and a person should look at it (percent). */
export const sureFrom = 80;

export const isUncertain = (word: Word): boolean => word.confidence < sureFrom;

/** Which words of a page a search text lights: every word of it, the last also as a beginning; all compared without diacritics. */
export function foundWords(words: readonly Word[], find: string): ReadonlySet<number> {
  const asked = foldWords(find).split(' ').filter(Boolean);
  const last = asked.at(-1);
  const whole = new Set(asked);
  if (last === undefined) return new Set();
  return new Set(
    words.flatMap((word, index) => {
      const parts = foldWords(word.text).split(' ');
      return parts.some((part) => whole.has(part) || part.startsWith(last)) ? [index] : [];
    }),
  );
}

export interface Line {
  readonly line: number;
  readonly words: readonly { readonly word: Word; readonly index: number }[];
}

/** Words in their lines, in the order of reading. */
export function linesOf(words: readonly Word[]): readonly Line[] {
  const lines: { line: number; words: { word: Word; index: number }[] }[] = [];
  words.forEach((word, index) => {
    const line = lines.at(-1);
    if (line?.line === word.line) line.words.push({ word, index });
    else lines.push({ line: word.line, words: [{ word, index }] });
  });
  return lines;
}

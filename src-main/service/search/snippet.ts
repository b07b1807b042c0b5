import { type FoldedQuery, foldWithOffsets, originalRange } from '#shared/text/fold';
import { findMatches, type Match, tokensOf } from './matches';
import type { Snippet } from './search-service';

/** Characters of the original around the best place. */
const length = 200;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly term: number;
}

function rangesOf(original: string, query: FoldedQuery): Range[] {
  const folded = foldWithOffsets(original);
  const tokens = tokensOf(folded.text);
  return findMatches(
    tokens.map(({ word }) => word),
    query,
  ).flatMap(({ first, last, term }: Match) => {
    const [begin, end] = [tokens[first], tokens[last]];
    return begin && end ? [{ ...originalRange(folded, original, begin.from, end.from + end.word.length), term }] : [];
  });
}

/** The whole text, with what was found marked. */
export const marked = (original: string, query: FoldedQuery): Snippet => cutUp(original, 0, original.length, rangesOf(original, query));

/** The part of a long text in which most of the different words stand together; its beginning where none does. */
export function snippetOf(original: string, query: FoldedQuery): Snippet {
  const ranges = rangesOf(original, query);
  const best = bestStart(ranges);
  const first = ranges[best];
  const from = wordStart(original, first ? Math.max(0, first.from - 50) : 0);
  const to = wordEnd(original, Math.min(original.length, from + length));
  const inside = ranges.filter((range) => range.from >= from && range.to <= to);
  const parts = cutUp(original, from, to, inside);
  return [...(from > 0 ? [{ text: '… ', mark: false }] : []), ...parts, ...(to < original.length ? [{ text: ' …', mark: false }] : [])];
}

/** Index of the match from which the window holds the most different terms. */
function bestStart(ranges: readonly Range[]): number {
  let best = 0;
  let most = 0;
  for (let i = 0; i < ranges.length; i += 1) {
    const limit = (ranges[i]?.from ?? 0) + length - 60;
    const terms = new Set<number>();
    for (let j = i; j < ranges.length && (ranges[j]?.to ?? 0) <= limit; j += 1) terms.add(ranges[j]?.term ?? 0);
    if (terms.size > most) {
      most = terms.size;
      best = i;
    }
  }
  return best;
}

function cutUp(original: string, from: number, to: number, ranges: readonly Range[]): Snippet {
  const parts: { text: string; mark: boolean }[] = [];
  let at = from;
  const add = (end: number, mark: boolean): void => {
    if (end > at) parts.push({ text: original.slice(at, end).replace(/\s+/g, ' '), mark });
    at = Math.max(at, end);
  };
  for (const range of ranges) {
    add(range.from, false);
    add(range.to, true);
  }
  add(to, false);
  return parts;
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

function wordStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < 20 && !isSpace(text[i - 1])) i -= 1;
  return i;
}

function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && i - at < 20 && !isSpace(text[i])) i += 1;
  return i;
}

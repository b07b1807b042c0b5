import type { Database } from 'better-sqlite3';
import type { FoldedQuery } from '#shared/text/fold';
import { pair } from './pairs';

/**
 * Queries in the language of FTS5. Words that stand next to each other are asked for as pairs (pairs.ts); a phrase of three and more
 * is asked for as itself too, which FTS5 then only has to look up where all its pairs are. An unfinished last word becomes the words
 * that really occur and begin so: an OR of words is read as it is needed, while FTS5 gathers all places of a prefix first.
 * Folded words need no escape but quotes.
 */
export interface MatchWriter {
  /** All terms must occur. */
  all(query: FoldedQuery): string;
  /** What FTS5 looks up for it, each by itself: words, and pairs of phrases; of an unfinished one what it may become. */
  lookups(query: FoldedQuery): string[];
  /** All terms stand next to each other in their order. */
  adjacent(query: FoldedQuery): string;
}

/** Most words that an unfinished one may become; the shortest ones, which are the likeliest ends of a Vietnamese syllable. */
const mostEndings = 40;

const quoted = (text: string): string => `"${text}"`;

export function createMatchWriter(db: Database): MatchWriter {
  const beginning = db
    .prepare<[string, string, number], string>(
      'SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY length(word), word LIMIT ?',
    )
    .pluck();

  const endings = (word: string): string[] => {
    const found = beginning.all(word, `${word}\u{10ffff}`, mostEndings);
    return found.length > 0 ? found : [word];
  };
  const either = (terms: readonly string[]): string => (terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`);
  const pairsIn = (words: readonly string[], open: boolean): string[] =>
    words.slice(1).map((word, i) => {
      const before = words[i] ?? '';
      const isLast = i === words.length - 2;
      return isLast && open ? either(endings(word).map((end) => quoted(pair(before, end)))) : quoted(pair(before, word));
    });
  const single = (word: string, open: boolean): string => (open ? either(endings(word).map(quoted)) : quoted(word));
  /** What must occur for one term of the query. */
  const parts = (words: readonly string[], open: boolean): string[] =>
    words.length === 1 ? [single(words[0] ?? '', open)] : pairsIn(words, open);
  const exact = (words: readonly string[], open: boolean): string => {
    const found = parts(words, open);
    if (words.length > 2 && !open) found.push(quoted(words.join(' ')));
    return found.join(' AND ');
  };
  const isOpen = ({ terms, prefix }: FoldedQuery, i: number): boolean => prefix && i === terms.length - 1;

  return {
    lookups: (query) => query.terms.flatMap((words, i) => parts(words, isOpen(query, i))),
    all: (query) => query.terms.map((words, i) => exact(words, isOpen(query, i))).join(' AND '),
    adjacent: ({ terms, prefix }) => exact(terms.flat(), prefix),
  };
}

import type { Database } from 'better-sqlite3';
import type { FoldedQuery } from '#shared/text/fold';

/**
 * Queries in the language of FTS5. An unfinished last word becomes the words that really occur and begin so: an OR of words is read
 * as it is needed, while FTS5 gathers all places of a prefix first. Folded words need no escape but quotes.
 */
export interface MatchWriter {
  /** All terms must occur. */
  all(query: FoldedQuery): string;
  /** Each word by itself, also those of phrases; of an unfinished one what it may become. */
  words(query: FoldedQuery): string[];
  /** All terms stand next to each other in their order. */
  adjacent(query: FoldedQuery): string;
}

/** Most words that an unfinished one may become; the shortest ones, which are the likeliest ends of a Vietnamese syllable. */
const mostEndings = 40;

const phrase = (words: readonly string[]): string => `"${words.join(' ')}"`;

export function createMatchWriter(db: Database): MatchWriter {
  const beginning = db
    .prepare<[string, string, number], string>(
      'SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY length(word), word LIMIT ?',
    )
    .pluck();

  const endings = (words: readonly string[]): string[] => {
    const last = words.at(-1) ?? '';
    const found = beginning.all(last, `${last}\u{10ffff}`, mostEndings);
    return (found.length > 0 ? found : [last]).map((word) => phrase([...words.slice(0, -1), word]));
  };
  const either = (phrases: readonly string[]): string => (phrases.length === 1 ? (phrases[0] ?? '') : `(${phrases.join(' OR ')})`);
  const terms = ({ terms: all, prefix }: FoldedQuery): string[] =>
    all.map((words, i) => (prefix && i === all.length - 1 ? either(endings(words)) : phrase(words)));

  return {
    words: (query) => terms({ terms: query.terms.flat().map((word) => [word]), prefix: query.prefix }),
    all: (query) => terms(query).join(' AND '),
    adjacent: ({ terms: all, prefix }) => (prefix ? either(endings(all.flat())) : phrase(all.flat())),
  };
}

/**
 * Which hits come first. Where the words are rare enough, bm25 with the title line weighing eight times. Where they are common
 * (kiểm, tra, đảng stand on nearly every page), bm25 tells little and would walk through every text of the archive: then first
 * what has all words in its title line, then where they stand next to each other, then the rest, each from the newest. So the time of
 * an answer does not grow with the archive.
 */
import type { Database } from 'better-sqlite3';
import type { FoldedQuery } from '#shared/text/fold';
import type { MatchWriter } from './match-expression';

export interface Ranked {
  readonly n: number;
  readonly kind: number;
  readonly year: number | null;
}

/** Conditions on where a record belongs, over search_doc d and the row `s.rowid`. */
export interface Place {
  readonly sql: string;
  readonly params: readonly (number | string)[];
}

export interface RankQuery {
  readonly folded: FoldedQuery;
  readonly place: Place;
  /** The newest matches, at most maxCounted + 1, newest first. */
  readonly matches: readonly Ranked[];
  readonly offset: number;
  readonly limit: number;
}

const weights = 'bm25(8.0, 1.0, 1.0)';
/** Places of words that bm25 may walk through: about 10 ms. */
const affordable = 20_000;
/** Up to here a word or pair is counted to tell whether it is common. */
const commonFrom = 8000;
/** Words, beginnings of words and pairs that are remembered to be common. */
const mostCommon = 20_000;

export function createRanking(db: Database, match: MatchWriter): (query: RankQuery) => Ranked[] {
  const frequency = db
    .prepare<[string, number], number>('SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)')
    .pluck();
  /** A common word stays common: it is counted once. */
  const common = new Set<string>();

  const isAffordable = (folded: FoldedQuery): boolean => {
    let places = 0;
    for (const lookup of match.lookups(folded)) {
      if (common.has(lookup)) return false;
      const count = frequency.get(lookup, commonFrom) ?? 0;
      if (count >= commonFrom) {
        if (common.size < mostCommon) common.add(lookup);
        return false;
      }
      places += count;
    }
    return places <= affordable;
  };

  const select = (
    table: 'search' | 'search_title',
    { place }: RankQuery,
    expression: string,
    more: string,
    params: readonly number[],
  ): Ranked[] =>
    db
      .prepare<unknown[], Ranked>(
        `SELECT s.rowid AS n, d.kind, d.year FROM ${table} s CROSS JOIN search_doc d ON d.n = s.rowid WHERE ${table} MATCH ?${place.sql}${more} LIMIT ? OFFSET ?`,
      )
      .all(expression, ...place.params, ...params);

  const byTiers = (query: RankQuery): Ranked[] => {
    const { folded, matches, offset, limit } = query;
    const wanted = offset + limit;
    const found = new Map<number, Ranked>();
    const add = (rows: readonly Ranked[]): void => rows.forEach((row) => found.has(row.n) || found.set(row.n, row));
    const newest = ' ORDER BY s.rowid DESC';
    add(select('search_title', query, match.all(folded), newest, [wanted, 0]));
    if (found.size < wanted && folded.terms.length > 1)
      add(select('search', query, match.adjacent(folded), ` AND s.rowid >= ?${newest}`, [matches.at(-1)?.n ?? 0, wanted, 0]));
    for (let i = 0; i < matches.length && found.size < wanted; i += 1) add(matches.slice(i, i + 1));
    return [...found.values()].slice(offset, wanted);
  };

  const byScore = (query: RankQuery): Ranked[] =>
    select('search', query, match.all(query.folded), ` AND s.rank MATCH '${weights}' ORDER BY s.rank`, [query.limit, query.offset]);

  return (query) => (query.matches.length === 0 ? [] : isAffordable(query.folded) ? byScore(query) : byTiers(query));
}

import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';
import { foldQuery, type FoldedQuery } from '#shared/text/fold';
import type { Access } from '../access/access';
import type { RecordReading } from '../store/create-record-store';
import type { RecordRow } from '../store/records/row';
import { searchText } from '../store/records/search-text';
import type { UnitOfWork } from '../store/unit-of-work';
import { createFacetCounts } from './facet-counts';
import { createFacetValues } from './facet-values';
import { kindOf } from './index-writer';
import { createMatchWriter } from './match-expression';
import { createPageWords, type PageWords } from './page-words';
import { placeOf } from './place';
import { createRanking, type Place, type Ranked } from './rank';
import { maxCounted, type PageHit, type SearchHit, type SearchResult, type SearchService } from './search-service';
import { createSimilar } from './similar';
import { marked, snippetOf } from './snippet';

export function createSearch(db: Database, unit: UnitOfWork, reading: RecordReading, access: Pick<Access, 'visible'>): SearchService {
  const words = createPageWords(db);
  const match = createMatchWriter(db);
  const rank = createRanking(db, match);
  const facets = createFacetCounts(db, match, createFacetValues(db, unit), access);
  const similar = createSimilar(db);
  const nOf = db.prepare<[string], number>('SELECT n FROM record WHERE id = ?').pluck();

  return {
    search: (query) => {
      const started = performance.now();
      const folded = foldQuery(query.text);
      if (folded.terms.length === 0) throw new AppError('search.badQuery');
      const place = placeOf(query, nOf, access);
      const matches = newest(db, match.all(folded), place);
      const hitsOf = (rows: readonly Ranked[]): SearchHit[] =>
        rows.flatMap(({ n, kind, year }) => {
          const type = recordTypeNames[kind];
          const row = type && reading.row(type, n);
          return row ? [hitOf(row, year, folded, reading, words)] : [];
        });
      const counts = countsOf(matches);
      /** Counted among all matches up to the bound, ranked among those of the kind alone. */
      const best = (kind: RecordTypeName, limit: number): SearchHit[] => {
        const within = placeOf({ ...query, kinds: [kind] }, nOf, access);
        return hitsOf(rank({ folded, place: within, matches: matches.filter((one) => one.kind === kindOf(kind)), offset: 0, limit }));
      };
      const { perKind } = query;
      const groups =
        perKind === undefined ? [] : counts.kinds.map(({ kind, count }) => ({ kind, total: count, hits: best(kind, perKind) }));
      const hits = hitsOf(rank({ folded, place, matches, offset: query.offset ?? 0, limit: Math.min(query.limit ?? 30, 100) }));
      return { hits, groups, ...counts, milliseconds: performance.now() - started };
    },
    facets,
    similar,
    putPageWords: (pageId, found) => unit.run(() => words.put(pageId, found)),
    pageWords: (pageId) => words.get(pageId),
    boxes: (pageId, text) => words.boxes(pageId, foldQuery(text)),
    rebuild: (records) => reading.rebuild.next(records),
  };
}

type Counts = Pick<SearchResult, 'total' | 'more' | 'kinds' | 'years'>;

/** The newest matches; the walk ends at the bound, so that a common word costs no more than a rare one. */
const newest = (db: Database, match: string, place: Place): Ranked[] =>
  db
    .prepare<unknown[], [n: number, kind: number, year: number | null]>(
      `SELECT d.n, d.kind, d.year FROM search s CROSS JOIN search_doc d ON d.n = s.rowid WHERE search MATCH ?${place.sql} ORDER BY s.rowid DESC LIMIT ${maxCounted + 1}`,
    )
    .raw()
    .all(match, ...place.params)
    .map(([n, kind, year]) => ({ n, kind, year }));

function countsOf(matches: readonly Ranked[]): Counts {
  const counted = matches.slice(0, maxCounted);
  const kinds = new Map<RecordTypeName, number>();
  const years = new Map<number, number>();
  for (const { kind, year } of counted) {
    const name = recordTypeNames[kind];
    if (name) kinds.set(name, (kinds.get(name) ?? 0) + 1);
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
  }
  return {
    total: counted.length,
    more: matches.length > maxCounted,
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
    years: [...years].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year),
  };
}

function hitOf(row: RecordRow, year: number | null, query: FoldedQuery, reading: RecordReading, words: PageWords): SearchHit {
  return {
    type: row.type,
    id: row.id,
    title: marked(reading.title(row), query),
    subtitle: reading.subtitle(row),
    snippet: snippetOf(searchText(row.type, row.values, 'body'), query),
    year,
    dueOn: row.dueOn,
    closed: row.closed,
    page: row.type === 'page' ? pageHit(row, query, words) : null,
  };
}

function pageHit({ id, values }: RecordRow, query: FoldedQuery, words: PageWords): PageHit {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const number = (name: string): number => (typeof values[name] === 'number' ? values[name] : 0);
  return {
    documentId: text('document'),
    image: text('image'),
    width: number('width'),
    height: number('height'),
    order: number('order'),
    state: text('state'),
    boxes: words.boxes(id, query),
  };
}

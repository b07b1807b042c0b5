import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';
import { foldQuery, type FoldedQuery } from '#shared/text/fold';
import type { RecordReading } from '../store/create-record-store';
import type { RecordRow } from '../store/records/row';
import { searchText } from '../store/records/search-text';
import type { UnitOfWork } from '../store/unit-of-work';
import { kindOf } from './index-writer';
import { matchExpression } from './match-expression';
import { createPageWords, type PageWords } from './page-words';
import { maxCounted, type PageHit, type SearchHit, type SearchQuery, type SearchResult, type SearchService } from './search-service';
import { marked, snippetOf } from './snippet';

/** Weights of bm25: a word in the title line counts as much as eight in the text. */
const rankedBy = 'bm25(8.0, 1.0)';

export function createSearch(db: Database, unit: UnitOfWork, reading: RecordReading): SearchService {
  const words = createPageWords(db);
  const nOf = db.prepare<[string], number>('SELECT n FROM record WHERE id = ?').pluck();

  return {
    search: (query) => {
      const started = performance.now();
      const folded = foldQuery(query.text);
      if (folded.terms.length === 0) throw new AppError('search.badQuery');
      const place = placeOf(query, nOf);
      const match = matchExpression(folded);
      const counts = count(db, match, place);
      const rows = ranked(db, match, place, counts.more, query.limit ?? 30, query.offset ?? 0);
      const hits = rows.flatMap(({ n, kind, year }) => {
        const type = recordTypeNames[kind];
        const row = type && reading.row(type, n);
        return row ? [hitOf(row, year, folded, reading, words)] : [];
      });
      return { hits, ...counts, milliseconds: performance.now() - started };
    },
    putPageWords: (pageId, found) => unit.run(() => words.put(pageId, found)),
    pageWords: (pageId) => words.get(pageId),
    boxes: (pageId, text) => words.boxes(pageId, foldQuery(text)),
    optimize: () => unit.run(() => db.exec("INSERT INTO search (search) VALUES ('optimize')")),
  };
}

/** Conditions on where a record belongs, over search_doc d. */
interface Place { readonly sql: string; readonly params: readonly number[]; readonly wanted: boolean }

function placeOf(query: SearchQuery, nOf: { get(id: string): number | undefined }): Place {
  const parts: { sql: string; values: readonly number[] }[] = [];
  const among = (column: string, values: readonly number[]): void => {
    if (values.length > 0) parts.push({ sql: `d.${column} IN (${values.map(() => '?').join(', ')})`, values });
  };
  among('kind', (query.kinds ?? []).map(kindOf));
  among('year', query.years ?? []);
  // A file that is not here holds nothing: no n is 0.
  if (query.fileId !== undefined) among('file', [nOf.get(query.fileId) ?? 0]);
  return { sql: parts.map(({ sql }) => ` AND ${sql}`).join(''), params: parts.flatMap(({ values }) => values), wanted: parts.length > 0 };
}

type Counts = Pick<SearchResult, 'total' | 'more' | 'kinds' | 'years'>;

/** Counts by kind and year in one pass over the matches, which ends at the bound: a common word costs no more than a rare one. */
function count(db: Database, match: string, place: Place): Counts {
  const rows = db.prepare<unknown[], [kind: number, year: number | null, count: number]>(
    `SELECT kind, year, count(*) FROM (SELECT d.kind, d.year FROM search s CROSS JOIN search_doc d ON d.n = s.rowid WHERE search MATCH ?${place.sql} LIMIT ${maxCounted + 1}) GROUP BY kind, year`,
  ).raw().all(match, ...place.params);
  const kinds = new Map<RecordTypeName, number>();
  const years = new Map<number, number>();
  let total = 0;
  for (const [kind, year, n] of rows) {
    const name = recordTypeNames[kind];
    if (name) kinds.set(name, (kinds.get(name) ?? 0) + n);
    if (year !== null) years.set(year, (years.get(year) ?? 0) + n);
    total += n;
  }
  return {
    total: Math.min(total, maxCounted),
    more: total > maxCounted,
    kinds: [...kinds].map(([kind, n]) => ({ kind, count: n })).sort((a, b) => b.count - a.count),
    years: [...years].map(([year, n]) => ({ year, count: n })).sort((a, b) => b.year - a.year),
  };
}

interface Ranked { readonly n: number; readonly kind: number; readonly year: number | null }

function ranked(db: Database, match: string, place: Place, _more: boolean, limit: number, offset: number): Ranked[] {
  const sql = place.wanted
    ? `SELECT s.rowid AS n, d.kind, d.year FROM search s CROSS JOIN search_doc d ON d.n = s.rowid WHERE search MATCH ? AND rank MATCH '${rankedBy}'${place.sql} ORDER BY s.rank LIMIT ? OFFSET ?`
    : `SELECT r.n, d.kind, d.year FROM (SELECT rowid AS n, rank FROM search WHERE search MATCH ? AND rank MATCH '${rankedBy}' ORDER BY rank LIMIT ? OFFSET ?) r JOIN search_doc d ON d.n = r.n ORDER BY r.rank`;
  return db.prepare<unknown[], Ranked>(sql).all(match, ...place.params, Math.min(limit, 100), offset);
}

function hitOf(row: RecordRow, year: number | null, query: FoldedQuery, reading: RecordReading, words: PageWords): SearchHit {
  return {
    type: row.type, id: row.id, title: marked(reading.title(row), query), subtitle: reading.subtitle(row), snippet: snippetOf(searchText(row.type, row.values, 'body'), query),
    year, dueOn: row.dueOn, closed: row.closed, page: row.type === 'page' ? pageHit(row, query, words) : null,
  };
}

function pageHit({ id, values }: RecordRow, query: FoldedQuery, words: PageWords): PageHit {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const number = (name: string): number => (typeof values[name] === 'number' ? values[name] : 0);
  return {
    documentId: text('document'), image: text('image'), width: number('width'), height: number('height'), order: number('order'), state: text('state'), boxes: words.boxes(id, query),
  };
}

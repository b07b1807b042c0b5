/**
 * Counts of the facets of what a search finds, or of the whole archive. Documents are counted, each once, however many of its pages are
 * found; a facet in which something is chosen is counted without its own choice, so that its other values can be chosen too.
 */
import type { Database } from 'better-sqlite3';
import { type ChosenFacets, type Facet, facetNames, type FacetName } from '#shared/contract/window/finding';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldQuery } from '#shared/text/fold';
import { columnFacets, type FacetValues } from './facet-values';
import type { MatchWriter } from './match-expression';
import type { Access } from '../access/access';
import { placeOf, type PlaceQuery } from './place';
import { maxCounted } from './search-service';

export interface FacetQuery {
  /** '' counts the whole archive. */
  readonly text: string;
  readonly kinds?: readonly RecordTypeName[];
  readonly years?: readonly number[];
  readonly fileId?: string | undefined;
  readonly facets?: ChosenFacets;
}

export interface FacetResult {
  readonly facets: Facet[];
  readonly years: { year: number; count: number }[];
  readonly documents: number;
  /** Counting stopped at its bound: numbers are of the newest hits. */
  readonly more: boolean;
  readonly milliseconds: number;
}

type Row = [document: number, year: number | null, ...facets: (number | null)[]];
interface Found {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

const listed = 40;
/** Documents in which persons are counted: a document names ten and more. */
const mostWithPeople = 1000;
/** Documents of the whole archive that are counted; about 60 ms. */
const mostDocuments = 100_000;

export function createFacetCounts(
  db: Database,
  match: MatchWriter,
  values: FacetValues,
  access: Pick<Access, 'visible'>,
): (query: FacetQuery) => FacetResult {
  const nOf = db.prepare<[string], number>('SELECT n FROM record WHERE id = ?').pluck();
  const columns = columnFacets.map((name) => `d.${name}`).join(', ');
  const peopleIn = db.prepare<[string], { name: string; count: number }>(`SELECT p.name, c.count FROM (
      SELECT person, count(DISTINCT document) AS count FROM named_in WHERE document IN (SELECT value FROM json_each(?))
      GROUP BY person ORDER BY 2 DESC LIMIT ${listed + 1}) c JOIN named_person p ON p.id = c.person ORDER BY c.count DESC, p.name`);

  /** Each document once, newest first. */
  const find = (text: string, query: PlaceQuery): Found => {
    const folded = foldQuery(text);
    const place = placeOf(query, nOf, access);
    if (folded.terms.length === 0) {
      const rows = db
        .prepare<unknown[], Row>(
          `SELECT d.document, d.year, ${columns} FROM search_doc d WHERE d.document = d.n${place.sql.replaceAll('s.rowid', 'd.n')} ORDER BY d.n DESC LIMIT ${mostDocuments}`,
        )
        .raw()
        .all(...place.params);
      return { rows, more: rows.length === mostDocuments };
    }
    const rows = db
      .prepare<unknown[], Row>(
        `SELECT d.document, d.year, ${columns} FROM search s CROSS JOIN search_doc d ON d.n = s.rowid
          WHERE search MATCH ?${place.sql} ORDER BY s.rowid DESC LIMIT ${maxCounted + 1}`,
      )
      .raw()
      .all(match.all(folded), ...place.params);
    const seen = new Set<number>();
    const first = rows.slice(0, maxCounted).filter(([document]) => document !== null && !seen.has(document) && seen.add(document));
    return { rows: first, more: rows.length > maxCounted };
  };

  const count = (rows: readonly Row[], at: number): [number, number][] => {
    const counts = new Map<number, number>();
    for (const row of rows) {
      const value = row[at];
      if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].toSorted((a, b) => b[1] - a[1]);
  };

  const facetOf = (name: FacetName, rows: readonly Row[]): Facet => {
    if (name === 'person') {
      const found = peopleIn.all(JSON.stringify(rows.slice(0, mostWithPeople).map(([document]) => document)));
      return {
        name,
        values: found.slice(0, listed).map(({ name: value, count: n }) => ({ value, count: n })),
        more: found.length > listed,
      };
    }
    const counted = count(rows, 2 + columnFacets.indexOf(name));
    return {
      name,
      values: counted.slice(0, listed).map(([id, n]) => ({ value: values.valueOf(id), count: n })),
      more: counted.length > listed,
    };
  };

  return ({ text, facets = {}, years = [], ...query }) => {
    const started = performance.now();
    const all = find(text, { ...query, years, facets });
    const without = (name: FacetName): Found =>
      (facets[name] ?? []).length === 0 ? all : find(text, { ...query, years, facets: { ...facets, [name]: [] } });
    const otherYears = years.length === 0 ? all : find(text, { ...query, facets });
    return {
      facets: facetNames.map((name) => facetOf(name, without(name).rows)).filter((facet) => facet.values.length > 0),
      years: count(otherYears.rows, 1)
        .map(([year, n]) => ({ year, count: n }))
        .toSorted((a, b) => b.year - a.year),
      documents: all.rows.length,
      more: all.more,
      milliseconds: performance.now() - started,
    };
  };
}

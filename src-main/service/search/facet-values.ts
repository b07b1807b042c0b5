import type { Database } from 'better-sqlite3';
import { facetNames, type FacetName } from '#shared/contract/window/finding';
import { type IssuerLevel, levelOf } from '#shared/finding/level';
import type { RawValues } from '../store/records/derive';
import type { UnitOfWork } from '../store/unit-of-work';

/** Facets that stand in columns of search_doc as numbers; persons stand in a table of their own. */
export const columnFacets = facetNames.filter((name): name is Exclude<FacetName, 'person'> => name !== 'person');
export type ColumnFacet = (typeof columnFacets)[number];
export type FacetColumns = Readonly<Record<ColumnFacet, number | null>>;

export const noFacets: FacetColumns = { term: null, type: null, issuer: null, level: null, secrecy: null };

const mostLevels = 5000;

/** Numbers of the values of facets; a value keeps its number. */
export interface FacetValues {
  idOf(facet: ColumnFacet, value: unknown): number | null;
  /** Without making one. */
  known(facet: ColumnFacet, value: string): number | undefined;
  valueOf(id: number): string;
  /** What a document is narrowed down by; `term` is that of its file. */
  ofDocument(values: Readonly<RawValues>, term: number | null): FacetColumns;
}

export function createFacetValues(db: Database, unit: UnitOfWork): FacetValues {
  const find = db.prepare<[string, string], number>('SELECT id FROM facet_value WHERE facet = ? AND value = ?').pluck();
  const insert = db.prepare('INSERT INTO facet_value (facet, value) VALUES (?, ?)');
  const read = db.prepare<[number], string>('SELECT value FROM facet_value WHERE id = ?').pluck();
  const ids = new Map(columnFacets.map((facet) => [facet, new Map<string, number>()]));
  const idsOf = (facet: ColumnFacet): Map<string, number> => ids.get(facet) as Map<string, number>;
  const texts = new Map<number, string>();
  unit.onRollback(() => {
    ids.forEach((of) => of.clear());
    texts.clear();
  });
  const known = (facet: ColumnFacet, value: string): number | undefined => {
    const held = idsOf(facet).get(value);
    if (held !== undefined) return held;
    const id = find.get(facet, value);
    if (id !== undefined) idsOf(facet).set(value, id);
    return id;
  };
  const idOf = (facet: ColumnFacet, value: unknown): number | null => {
    if (typeof value !== 'string' || value === '') return null;
    const there = known(facet, value);
    if (there !== undefined) return there;
    const id = Number(insert.run(facet, value).lastInsertRowid);
    idsOf(facet).set(value, id);
    return id;
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  /** Of each issuer and organ in a symbol: a committee knows some hundred. */
  const levels = new Map<string, IssuerLevel>();
  const level = (issuer: string, symbol: string): IssuerLevel => {
    const organ = symbol.slice(symbol.lastIndexOf('/') + 1);
    const key = `${issuer}\n${organ}`;
    const found = levels.get(key) ?? levelOf(issuer, organ);
    if (levels.size >= mostLevels) levels.clear();
    levels.set(key, found);
    return found;
  };
  return {
    idOf,
    known,
    valueOf: (id) => {
      const value = texts.get(id) ?? read.get(id) ?? '';
      texts.set(id, value);
      return value;
    },
    ofDocument: (values, term) => ({
      term,
      type: idOf('type', values['type']),
      issuer: idOf('issuer', values['issuer']),
      level: values['issuer'] || values['symbol'] ? idOf('level', level(text(values['issuer']), text(values['symbol']))) : null,
      secrecy: idOf('secrecy', values['secrecy']),
    }),
  };
}

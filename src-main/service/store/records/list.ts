import type { Database } from 'better-sqlite3';
import { nameSortKey, sortKey, sortKeyStart } from '#shared/text/collate';
import { fold } from '#shared/text/fold';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { createMatchWriter, type MatchWriter } from '../../search/match-expression';
import type { Access } from '../../access/access';
import type { ListQuery, RecordQuery } from '../record-store';
import { type ColumnRef, columnRef, type Conditions, conditionsOf, type SortKey, sortOf } from './list-sql';

/** Rows (n) of a query in their order. Kept until a record of the type changes, so that scrolling through 20,000 rows asks once. */
export interface Lists {
  order(query: ListQuery): readonly number[];
  count(query: RecordQuery): number;
  /** A record of this type changed. */
  changed(type: RecordTypeName): void;
  changedAll(): void;
}

/** Most orders that are kept; one of 20,000 rows takes 160 KB. */
const mostKept = 24;

export function createLists(db: Database, access: Pick<Access, 'visible' | 'version'>): Lists {
  const match = createMatchWriter(db);
  const hidden = (type: RecordTypeName): string => access.visible('t.n', type);
  let seen = access.version();
  const kept = new Map<string, { type: RecordTypeName; order: readonly number[] }>();

  const order = (query: ListQuery): readonly number[] => {
    if (seen !== access.version()) {
      kept.clear();
      seen = access.version();
    }
    const { type, filters = [], text = '', due, removed = false } = query;
    const key = JSON.stringify([type, filters, text, due, removed, sortOf(query)]);
    const known = kept.get(key);
    // Put back at the end: the first of the map is the one that was not used for longest.
    kept.delete(key);
    const made = known ?? { type, order: read(db, query, match, hidden(type)) };
    kept.set(key, made);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
    return made.order;
  };

  return {
    order,
    count: (query) => {
      const conditions = conditionsOf(query, [], match, hidden(query.type));
      if (!conditions) return 0;
      if (conditions.contains.length > 0) return order(query).length;
      return (
        db
          .prepare<unknown[], number>(`SELECT count(*) FROM ${conditions.from} WHERE ${conditions.where}`)
          .pluck()
          .get(...conditions.params) ?? 0
      );
    },
    changed: (type) => {
      for (const [key, { type: of }] of kept) if (of === type) kept.delete(key);
    },
    changedAll: () => kept.clear(),
  };
}

type Cell = string | number | null;

function read(db: Database, query: ListQuery, match: MatchWriter, hidden: string): readonly number[] {
  const sort = sortOf(query);
  const columns = sort.map(({ field }) => columnRef(query.type, field));
  const conditions = conditionsOf(query, columns, match, hidden);
  if (!conditions) return [];
  const bySql = columns.every(({ order }) => order === 'plain');
  if (bySql && conditions.contains.length === 0) {
    return db
      .prepare<unknown[], number>(`SELECT t.n FROM ${conditions.from} WHERE ${conditions.where} ORDER BY ${sqlOrder(sort, columns)}`)
      .pluck()
      .all(...conditions.params);
  }
  return readAndSort(db, conditions, sort, columns, bySql);
}

/** Ties are broken by n in the same direction, so that an index over (removed, column) gives the order as it is. */
function sqlOrder(sort: readonly SortKey[], columns: readonly ColumnRef[]): string {
  const word = (i: number): string => (sort[i]?.direction === 'desc' ? 'DESC' : 'ASC');
  return [...columns.map(({ sql }, i) => `${sql} ${word(i)} NULLS LAST`), `t.n ${word(0)}`].join(', ');
}

function readAndSort(
  db: Database,
  { from, where, params, contains }: Conditions,
  sort: readonly SortKey[],
  columns: readonly ColumnRef[],
  bySql: boolean,
): readonly number[] {
  const select = ['t.n', ...contains.map(({ sql }) => sql), ...(bySql ? [] : columns.map(({ sql }) => sql))];
  const rows = db
    .prepare<unknown[], Cell[]>(
      `SELECT ${select.join(', ')} FROM ${from} WHERE ${where} ORDER BY ${bySql ? sqlOrder(sort, columns) : 't.n'}`,
    )
    .raw()
    .all(...params);
  const needles = contains.map(({ value }) => fold(value));
  const found =
    needles.length === 0 ? rows : rows.filter((row) => needles.every((needle, i) => fold(String(row[i + 1] ?? '')).includes(needle)));
  if (bySql) return found.map((row) => row[0] as number);

  const comparisons = columns.map(({ order }, i) =>
    comparing(
      found.map((row) => row[1 + contains.length + i] ?? null),
      order,
      sort[i]?.direction === 'desc' ? -1 : 1,
    ),
  );
  const places = found.map((_, place) => place);
  places.sort((a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    // They were read in the order of n.
    return a - b;
  });
  return places.map((place) => found[place]?.[0] as number);
}

/** Compares cells by their places; those that are empty come last in either direction. */
function comparing(cells: readonly Cell[], order: ColumnRef['order'], sign: 1 | -1): (a: number, b: number) => number {
  const starts = cells.map((cell) => startOf(cell, order));
  const whole: string[] = [];
  const wholeOf = (place: number): string => (whole[place] ??= sortKey(comparedOf(String(cells[place]))));
  return (a, b) => {
    const [x, y] = [starts[a] ?? null, starts[b] ?? null];
    if (x !== y) return x === null ? 1 : y === null ? -1 : x < y ? -sign : sign;
    if (order !== 'text' || cells[a] === cells[b]) return 0;
    const [v, w] = [wholeOf(a), wholeOf(b)];
    return v === w ? 0 : v < w ? -sign : sign;
  };
}

/** As much of a text as its place in a list depends on. */
const comparedOf = (text: string): string => text.slice(0, 200);

function startOf(value: Cell, order: ColumnRef['order']): Cell {
  if (typeof value !== 'string' || order === 'plain' || order === 'set') return value;
  return order === 'name' ? nameSortKey(value) : sortKeyStart(comparedOf(value));
}

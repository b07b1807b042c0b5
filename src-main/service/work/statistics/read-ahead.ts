import { freemem } from 'node:os';
import { tableName } from '#shared/records/columns';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Stored } from '#shared/statistics/facts/world';
import type { Book } from '../../book/book';
import { type Asked, valuesReader } from './read-values';

/** Values of all records of some types, read while nobody waits, so that the first form of a period need not. */
export interface ReadAhead {
  /** What was asked for, of all records and not of a period alone, as it is now; undefined while it is not all known. */
  of<N extends RecordTypeName>(asked: Asked<N>): readonly Stored<ValuesOfType<N>>[] | undefined;
}

/** About 400 bytes each: 24 MB. A book with more is read by period. */
const mostRecords = 60_000;
/** Free memory of the machine below which nothing is kept. */
const leastFree = 400 * 1024 * 1024;
/** Two or three milliseconds on an office PC, so that a save waits for no more. */
const slice = 300;
const pauseMilliseconds = 25;
/** More changes at once are read anew. */
const mostChanged = 500;

interface Known<N extends RecordTypeName> {
  readonly asked: Asked<N>;
  /** The day by which a period finds its records, as its index gives them; absent where it finds them in the order of the table. */
  readonly by: keyof ValuesOfType<N> | undefined;
  rows: Stored<ValuesOfType<N>>[];
  after: number;
  whole: boolean;
  readonly changed: Set<string>;
}

/** What is to be known, with the day that puts its records in order. */
export const ahead = <N extends RecordTypeName>(asked: Asked<N>, by?: keyof ValuesOfType<N>): Known<N> => ({
  asked,
  by,
  rows: [],
  after: 0,
  whole: false,
  changed: new Set(),
});
type Any = Known<RecordTypeName>;

/** @param wanted made by `ahead`, in the order in which they are read */
export function createReadAhead(book: Book, wanted: readonly unknown[], firstPauseMilliseconds: number): ReadAhead {
  const all = wanted as readonly Any[];
  const tableOf = ({ asked }: Any): string => `"${tableName(recordType(asked.type))}"`;
  const read = new Map(all.map((one) => [one, valuesReader(book, { ...one.asked, scan: true })]));
  const forget = (one: Any): void => {
    Object.assign(one, { rows: [], after: 0, whole: false });
    one.changed.clear();
  };
  let waiting = false;
  const goOn = (milliseconds: number): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (book.db.open && !readOn()) goOn(pauseMilliseconds);
    }, milliseconds).unref();
  };
  /** One slice; true when there is nothing more to read. */
  const readOn = (): boolean => {
    const one = all.find(({ whole }) => !whole);
    if (!one || freemem() < leastFree || all.reduce((sum, { rows }) => sum + rows.length, 0) > mostRecords) {
      if (one) all.forEach(forget);
      return true;
    }
    const table = tableOf(one);
    const rows = read.get(one)?.(`${table}.n > ? ORDER BY ${table}.n LIMIT ${slice}`, one.after) ?? [];
    one.rows.push(...rows);
    one.after = rows.at(-1)?.record.n ?? one.after;
    if (rows.length < slice) {
      inOrder(one);
      one.whole = true;
    }
    return false;
  };
  /** Reads what was changed since, before it is given away; all anew where a changed record is in the store no more. */
  const catchUp = (one: Any): void => {
    if (one.changed.size === 0) return;
    const ids = [...one.changed];
    one.changed.clear();
    const numbers = book.db
      .prepare<string[], number>(`SELECT n FROM record WHERE id IN (${ids.map(() => '?').join(', ')})`)
      .pluck()
      .all(...ids);
    if (numbers.length < ids.length) {
      forget(one);
      goOn(firstPauseMilliseconds);
      return;
    }
    const gone = new Set(numbers);
    one.rows = one.rows.filter(({ record }) => !gone.has(record.n ?? 0));
    one.rows.push(...(read.get(one)?.(`${tableOf(one)}.n IN (${numbers.join(', ')})`) ?? []));
    inOrder(one);
  };
  book.events.on((event) => {
    if (event.kind !== 'records') return;
    for (const one of all) {
      if (!event.types.includes(one.asked.type)) continue;
      for (const id of event.ids) one.changed.add(id);
      if (event.ids.length > 0 && one.changed.size <= mostChanged) continue;
      forget(one);
      goOn(firstPauseMilliseconds);
    }
  });
  goOn(firstPauseMilliseconds);
  return {
    of: (asked) => {
      const one = all.find((each) => each.asked === (asked as unknown));
      if (freemem() < leastFree) all.forEach(forget);
      if (!one?.whole) return undefined;
      catchUp(one);
      return one.whole ? (one.rows as never) : undefined;
    },
  };
}

/** As an index of the day gives them: those without one first, those of one day by their number. */
function inOrder({ rows, by }: Any): void {
  const day: string | undefined = by;
  const dayOf = ({ values }: Any['rows'][number]): string =>
    day === undefined ? '' : ((values as Readonly<Record<string, string | null | undefined>>)[day] ?? '');
  rows.sort((a, b) => {
    const [x, y] = [dayOf(a), dayOf(b)];
    return x < y ? -1 : x > y ? 1 : (a.record.n ?? 0) - (b.record.n ?? 0);
  });
}

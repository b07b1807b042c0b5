import type { Overview } from '#shared/contract/window/work';
import { snakeCase, tableName } from '#shared/records/columns';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import type { Book } from '../../book/book';

const counted: readonly RecordTypeName[] = ['petition', 'case', 'disciplinaryDecision', 'duty'];
/** Months shown at least, the present one included, and at most: a term of five years. */
const fewest = 12;
const most = 60;
/** Months shown where the committee's term is not known. */
const withoutTerm = 17;

/**
 * Records by the month of their own day (received, opened, signed, due) over the committee's term: from the first month of it in which
 * there is something. Beside them the year so far, and the year before up to the same day.
 */
export function monthSeries(book: Book, today: string): Overview['series'] {
  const months = lastMonths(today, monthsOfTerm(book, today));
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const yearBefore = `${Number(today.slice(0, 4)) - 1}`;
  return counted.map((type) => {
    const { table, column, visible } = sourceOf(book, type);
    const rows = book.db
      .prepare<[string, string], { month: string; count: number }>(
        `SELECT substr(${column}, 1, 7) AS month, count(*) AS count FROM ${table} WHERE removed = 0 AND ${column} >= ? AND ${column} < ?${visible} GROUP BY 1`,
      )
      .all(first, `${last}-99`);
    const between = book.db
      .prepare<[string, string], number>(`SELECT count(*) FROM ${table} WHERE removed = 0 AND ${column} >= ? AND ${column} <= ?${visible}`)
      .pluck();
    const counts = new Map(rows.map(({ month, count }) => [month, count]));
    return {
      type,
      total: rows.reduce((sum, row) => sum + row.count, 0),
      thisYear: between.get(`${today.slice(0, 4)}-01-01`, today) ?? 0,
      lastYear: between.get(`${yearBefore}-01-01`, `${yearBefore}${today.slice(4)}`) ?? 0,
      months: months.map((month) => ({ month, count: counts.get(month) ?? 0 })),
    };
  });
}

function sourceOf(book: Book, type: RecordTypeName) {
  const definition = recordType(type);
  return {
    table: `"${tableName(definition)}"`,
    column: `"${snakeCase(definition.yearField ?? '')}"`,
    visible: book.access.visible('n', type),
  };
}

function monthsOfTerm(book: Book, today: string): number {
  const begun = /^\d{4}/.exec(book.committee.term)?.[0];
  if (begun === undefined || begun > today.slice(0, 4)) return withoutTerm;
  const starts = counted.flatMap((type) => {
    const { table, column, visible } = sourceOf(book, type);
    const day = book.db
      .prepare<[string], string | null>(`SELECT min(${column}) FROM ${table} WHERE removed = 0 AND ${column} >= ?${visible}`)
      .pluck()
      .get(`${begun}-01-01`);
    return day ? [day] : [];
  });
  const start = starts.sort()[0] ?? today;
  return Math.min(most, Math.max(fewest, monthNumber(today) - monthNumber(start) + 1));
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function lastMonths(today: string, length: number): string[] {
  const now = monthNumber(today);
  return Array.from({ length }, (_, index) => now - length + 1 + index).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
}

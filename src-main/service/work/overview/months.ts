import type { Overview } from '#shared/contract/window/work';
import { snakeCase, tableName } from '#shared/records/columns';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import type { Book } from '../../book/book';

const counted: readonly RecordTypeName[] = ['petition', 'case', 'disciplinaryDecision', 'duty'];
/** Months shown, the present one included. */
const length = 17;

/** Records by the month of their own day (received, opened, signed, due), for the last 17 months. */
export function monthSeries(book: Book, today: string): Overview['series'] {
  const months = lastMonths(today);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return counted.map((type) => {
    const definition = recordType(type);
    const column = `"${snakeCase(definition.yearField ?? '')}"`;
    const rows = book.db
      .prepare(
        `SELECT substr(${column}, 1, 7) AS month, count(*) AS count FROM "${tableName(definition)}" WHERE removed = 0 AND ${column} >= ? AND ${column} < ?${book.access.visible('n', type)} GROUP BY 1`,
      )
      .all(first, `${last}-99`) as { month: string; count: number }[];
    const counts = new Map(rows.map(({ month, count }) => [month, count]));
    return {
      type,
      total: rows.reduce((sum, row) => sum + row.count, 0),
      months: months.map((month) => ({ month, count: counts.get(month) ?? 0 })),
    };
  });
}

function lastMonths(today: string): string[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length }, (_, index) => now - length + 1 + index).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
}

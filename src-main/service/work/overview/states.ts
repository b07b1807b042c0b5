import type { Overview } from '#shared/contract/window/work';
import { tableName } from '#shared/records/columns';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import type { Book } from '../../book/book';

const counted: readonly RecordTypeName[] = ['petition', 'case', 'duty', 'task'];

/** What is open, by type and state, and how much of it is late; from the indexes over open records and over states. */
export function openByState(book: Book, today: string): Overview['states'] {
  return counted.map((type) => {
    const rows = book.db
      .prepare<[string, string], { state: string | null; count: number; late: number }>(
        `SELECT t.state AS state, count(*) AS count, coalesce(sum(r.due_on < ?), 0) AS late
        FROM record r JOIN "${tableName(recordType(type))}" t ON t.n = r.n
        WHERE r.type = ? AND r.closed = 0 AND r.removed_at IS NULL${book.access.visible('r.n', type)} GROUP BY t.state ORDER BY count(*) DESC`,
      )
      .all(today, type);
    const states = rows.flatMap(({ state, count, late }) => (state === null ? [] : [{ state, count, late }]));
    const sum = (of: (one: (typeof states)[number]) => number) => states.reduce((total, one) => total + of(one), 0);
    return { type, open: sum(({ count }) => count), late: sum(({ late }) => late), states };
  });
}

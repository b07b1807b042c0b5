import type { DueItem, Overview } from '#shared/contract/window/work';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { addWorkingDays, isDayOff } from '#shared/rules/day';
import type { Book } from '../../book/book';
import { dueItem, dueTypes } from './due-lists';

const length = 9;
/** How many of a day are named; the total stands beside them. */
const shown = 2;

interface DueRow {
  readonly id: string;
  readonly type: RecordTypeName;
  readonly dueOn: string;
}

/**
 * What is due on the next nine working days, from today (at a weekend from Monday). What is due on a day off stands on the working
 * day before it. Public holidays are not known.
 */
export function workingDays(book: Book, today: string): Overview['days'] {
  const first = isDayOff(today) ? addWorkingDays(today, 1) : today;
  const days = Array.from({ length }, (_, index) => addWorkingDays(first, index));
  const after = addWorkingDays(first, length);
  const due = book.db
    .prepare<string[], DueRow>(
      `SELECT id, type, due_on AS dueOn FROM record WHERE type IN (${dueTypes.map(() => '?').join(', ')})
      AND closed = 0 AND removed_at IS NULL AND due_on >= ? AND due_on < ?${book.access.visible('n')} ORDER BY due_on, n`,
    )
    .all(...dueTypes, first, after);
  return days.map((day) => {
    const until = addWorkingDays(day, 1);
    const rows = due.filter(({ dueOn }) => dueOn >= day && dueOn < until);
    return { day, total: rows.length, items: rows.slice(0, shown).flatMap((row) => itemOf(book, row)) };
  });
}

function itemOf(book: Book, { type, id }: DueRow): DueItem[] {
  const record = book.records.get(type, id);
  return record ? [dueItem(record)] : [];
}

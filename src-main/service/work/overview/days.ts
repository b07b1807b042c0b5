import type { DueItem, Overview } from '#shared/contract/window/work';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { isWorkingDay, plusWorkingDays } from '#shared/rules/calendar/work-calendar';
import { addDays, weekdayOf } from '#shared/rules/day';
import type { Book } from '../../book/book';
import { calendarYear } from '../rules/calendars';
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
 * What is due on nine days from today: the working days, and the holidays among the weekdays with their names, by the calendar of the
 * committee. What is due on a day off stands on the working day before it; where the strip has none, on its first day.
 */
export function stripDays(book: Book, today: string): Overview['days'] {
  const calendar = workCalendar();
  const inStrip = (day: string): boolean => weekdayOf(day) % 6 !== 0 || isWorkingDay(day, calendar);
  const days: string[] = [];
  for (let day = today; days.length < length; day = addDays(day, 1)) if (inStrip(day)) days.push(day);
  const [first = today, last = today] = [days[0], days.at(-1)];
  const after = isWorkingDay(last, calendar) ? plusWorkingDays(last, 1, calendar) : addDays(last, 1);
  const due = book.db
    .prepare<string[], DueRow>(
      `SELECT id, type, due_on AS dueOn FROM record WHERE type IN (${dueTypes.map(() => '?').join(', ')})
      AND closed = 0 AND removed_at IS NULL AND due_on >= ? AND due_on < ?${book.access.visible('n')} ORDER BY due_on, n`,
    )
    .all(...dueTypes, first, after);
  const dayOf = (dueOn: string): string => days.findLast((day) => day <= dueOn && isWorkingDay(day, calendar)) ?? first;
  return days.map((day) => {
    const rows = due.filter(({ dueOn }) => dayOf(dueOn) === day);
    return {
      day,
      total: rows.length,
      items: rows.slice(0, shown).flatMap((row) => itemOf(book, row)),
      off: isWorkingDay(day, calendar) ? null : nameOf(book, day),
    };
  });
}

/** Name of a day off, '' where the calendar has none. */
const nameOf = (book: Book, day: string): string =>
  calendarYear(book, Number(day.slice(0, 4))).days.find((one) => one.day === day && one.kind !== 'LAM_BU')?.name ?? '';

function itemOf(book: Book, { type, id }: DueRow): DueItem[] {
  const record = book.records.get(type, id);
  return record ? [dueItem(record)] : [];
}

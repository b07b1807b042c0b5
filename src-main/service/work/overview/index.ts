import { statfsSync } from 'node:fs';
import type { Overview } from '#shared/contract/window/work';
import { recordTypes } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../../book/book';
import { stripDays } from './days';
import { inHand, overdue, thisWeek } from './due-lists';
import { hotSpots } from './hot-spots';
import { monthSeries } from './months';
import { openByState } from './states';

/** Pages that a person should look at: flagged by the reader, or failed. */
const pagesToCheck = ['CAN_XEM', 'LOI'];

/** The first page of the day (Tổng quan), counted from the records themselves. */
export const overview = (book: Book, today: string): Overview => ({
  overdue: overdue(book, today),
  week: thisWeek(book, today),
  mine: inHand(book, today),
  days: stripDays(book, today),
  pagesToCheck: book.records.count({ type: 'page', filters: [{ field: 'state', op: 'in', value: pagesToCheck }] }),
  open: openByType(book),
  states: openByState(book, today),
  series: monthSeries(book, today),
  hotSpots: hotSpots(book, today),
  disk: disk(book),
});

/** Open records of the types that can be closed, for the counts of the navigation. */
const openByType = (book: Book): Record<string, number> =>
  Object.fromEntries(
    (Object.keys(recordTypes) as RecordTypeName[])
      .filter((type) => 'closed' in recordTypes[type])
      .map((type) => [type, countOpen(book, type)]),
  );

/** From the index over open records alone. */
const countOpen = (book: Book, type: RecordTypeName): number =>
  book.db
    .prepare<[string], number>(
      `SELECT count(*) FROM record WHERE type = ? AND closed = 0 AND removed_at IS NULL${book.access.visible('n', type)}`,
    )
    .pluck()
    .get(type) ?? 0;

/** What the book takes (its database and the images it knows of), and what is left on its disk. */
function disk(book: Book): Overview['disk'] {
  const one = (sql: string) => Number(book.db.prepare(sql).pluck().get() ?? 0);
  const { bavail, bsize } = statfsSync(book.dir);
  return {
    usedBytes:
      one('SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()') + one('SELECT coalesce(sum(bytes), 0) FROM page'),
    freeBytes: bavail * bsize,
  };
}

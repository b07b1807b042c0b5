import { knownYear } from '#shared/rules/calendar/known-days';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';

interface Day {
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly basis: string;
}

const recordOf = (book: Book, year: number): StoredRecord | undefined =>
  book.records
    .list({
      type: 'workingCalendar',
      filters: [{ field: 'year', op: 'eq', value: year }],
      sort: [{ field: '$createdAt', direction: 'asc' }],
    })
    .rows.at(-1);

/** A year's days as the committee keeps them, or as the program proposes them. */
export function calendarYear(book: Book, year: number) {
  const record = recordOf(book, year);
  const known = knownYear(year);
  const kept = record?.values.days as readonly Partial<Day>[] | undefined;
  return {
    recordId: record?.id ?? null,
    revision: record?.revision ?? null,
    confirmed: record?.values.confirmed === true,
    confirmedBy: String(record?.values.confirmedBy ?? ''),
    basis: String(record?.values.basis ?? known.notice ?? ''),
    days: (record ? (kept ?? []) : known.days).map(({ day = '', kind = '', name = '', basis = '' }) => ({ day, kind, name, basis })),
    open: [...known.open],
  };
}

export interface YearDays {
  readonly year: number;
  readonly confirmed: boolean;
  readonly basis: string;
  readonly today: string;
  readonly days: readonly Day[];
}

/** Keeps a year's days; who confirmed it is the person who has the book open. */
export function saveCalendar(book: Book, { year, confirmed, basis, today, days }: YearDays): { id: string } {
  const record = recordOf(book, year);
  const [saved] = book.records.save([
    {
      type: 'workingCalendar',
      ...(record ? { id: record.id } : {}),
      values: {
        year,
        confirmed,
        confirmedOn: confirmed ? today : null,
        confirmedBy: confirmed ? book.user.name : null,
        basis,
        days: [...days].sort((a, b) => (a.day < b.day ? -1 : 1)),
      },
    },
  ]);
  if (!saved) throw new Error('a save of one change gives one record');
  return { id: saved.id };
}

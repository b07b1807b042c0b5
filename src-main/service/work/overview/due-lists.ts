import type { DueItem } from '#shared/contract/window/work';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { addDays, weekdayOf } from '#shared/rules/day';
import type { Book } from '../../book/book';
import type { ListFilter, StoredRecord } from '../../store/record-store';

/** What somebody must do by a day: steps and papers of a case are shown by their case. */
export const dueTypes: readonly RecordTypeName[] = ['petition', 'case', 'duty', 'task', 'incomingDocument'];
/** How many lines a list of the overview shows; the total stands beside it. */
const shown = 12;

export interface DueList {
  readonly total: number;
  readonly items: DueItem[];
}

/** Past its day and still open, oldest first. */
export const overdue = (book: Book, today: string): DueList =>
  dueList(book, today, (type) => [{ field: dueFieldOf(type), op: 'to', value: addDays(today, -1) }]);

/** Due from today to the Sunday of this week, next first. */
export const thisWeek = (book: Book, today: string): DueList =>
  dueList(book, today, (type) => [
    { field: dueFieldOf(type), op: 'from', value: today },
    { field: dueFieldOf(type), op: 'to', value: sundayOf(today) },
  ]);

const sundayOf = (day: string): string => addDays(day, (7 - weekdayOf(day)) % 7);
/** Found by the index over open records, where a filter on `$closed` would read each record. */
const open = (today: string) => ({ today, within: 'open' }) as const;
const dueFieldOf = (type: RecordTypeName): string => recordType(type).dueField ?? '$dueOn';

function dueList(book: Book, today: string, filtersOf: (type: RecordTypeName) => ListFilter[]): DueList {
  const pages = dueTypes.map((type) =>
    book.records.list({
      type,
      filters: filtersOf(type),
      due: open(today),
      sort: [{ field: dueFieldOf(type), direction: 'asc' }],
      limit: shown,
    }),
  );
  return { total: pages.reduce((sum, page) => sum + page.total, 0), items: inOrder(pages.flatMap((page) => page.rows)) };
}

/** Fields that name the person who has a record in hand. */
const handFields: readonly (readonly [RecordTypeName, string])[] = [
  ['task', 'assignee'],
  ['petition', 'handler'],
  ['duty', 'watchedBy'],
  ['incomingDocument', 'handler'],
  ['case', 'leader'],
];

/** What this person has in hand, and the petitions that nobody has classified yet. */
export function inHand(book: Book, today: string): DueList {
  const pages = handFields.map(([type, field]) =>
    book.records.list({
      type,
      filters: [{ field, op: 'eq', value: book.user.name }],
      due: open(today),
      sort: [{ field: dueFieldOf(type), direction: 'asc' }],
      limit: shown,
    }),
  );
  const unclassified = book.records.list({
    type: 'petition',
    filters: [{ field: 'state', op: 'in', value: ['MOI', 'CHO_PHAN_LOAI'] }],
    sort: [{ field: 'receivedOn', direction: 'asc' }],
    limit: shown,
  });
  const rows = new Map([...pages.flatMap((page) => page.rows), ...unclassified.rows].map((row) => [row.id, row]));
  const both = unclassified.rows.filter((row) => row.values.handler === book.user.name).length;
  return { total: pages.reduce((sum, page) => sum + page.total, unclassified.total) - both, items: inOrder([...rows.values()]) };
}

const inOrder = (rows: readonly StoredRecord[]): DueItem[] =>
  rows
    .map(dueItem)
    .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
    .slice(0, shown);

export function dueItem({ id, type, title, subtitle, values, sync }: StoredRecord): DueItem {
  const due = values[dueFieldOf(type)];
  return { id, type, title, subtitle, dueOn: typeof due === 'string' ? due : null, sync };
}

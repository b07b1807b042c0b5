import type { AgendaItem } from '#shared/contract/window/tasks';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly person?: string | undefined;
}

const most = 1000;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Source {
  readonly type: RecordTypeName;
  readonly field: string;
  readonly kind: AgendaItem['kind'];
  readonly person: string;
  /** Field that names what it belongs to. */
  readonly about?: string;
}

/** What is due by a day, and who has it in hand. */
const sources: readonly Source[] = [
  { type: 'task', field: 'dueOn', kind: 'task', person: 'assignee', about: 'about' },
  { type: 'case', field: 'dueOn', kind: 'deadline', person: 'leader' },
  { type: 'caseStep', field: 'dueOn', kind: 'step', person: 'responsible', about: 'case' },
  { type: 'checklistItem', field: 'dueOn', kind: 'step', person: 'responsible', about: 'case' },
  { type: 'petition', field: 'dueOn', kind: 'deadline', person: 'handler' },
  { type: 'incomingDocument', field: 'dueOn', kind: 'deadline', person: 'handler' },
  { type: 'duty', field: 'dueOn', kind: 'duty', person: 'watchedBy', about: 'conclusion' },
];

/** An item with all whom it concerns: who has it in hand first, then those who take part. */
interface Shared {
  readonly item: AgendaItem;
  readonly others: readonly string[];
}

/** What happens or is due from one day to another, by day and time; of a person also what he or she takes part in. */
export function agenda(book: Book, { from, to, person }: Span): AgendaItem[] {
  const items = [...sources.flatMap((source) => dueOf(book, source, from, to)), ...meetings(book, from, to), ...answers(book, from, to)];
  return items
    .filter(({ item, others }) => person === undefined || item.person === person || others.includes(person))
    .map(({ item }) => item)
    .sort((a, b) => (a.day === b.day ? ((a.time || '99') < (b.time || '99') ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function dueOf(book: Book, { type, field, kind, person, about }: Source, from: string, to: string): Shared[] {
  const { rows } = book.records.list({
    type,
    filters: [
      { field, op: 'from', value: from },
      { field, op: 'to', value: to },
    ],
    sort: [{ field, direction: 'asc' }],
    limit: most,
  });
  return rows.map((row): Shared => {
    const owner = about ? text(row.values[about]) : '';
    const item: AgendaItem = {
      id: row.id,
      type,
      day: text(row.values[field]),
      time: text(row.values.time),
      title: row.title,
      about: owner ? (book.records.titleOf(owner) ?? '') : '',
      place: text(row.values.place),
      person: text(row.values[person]),
      kind,
      done: isDone(row),
    };
    return { item, others: Array.isArray(row.values.participants) ? (row.values.participants as string[]) : [] };
  });
}

const doneStates = new Set(['HOAN_THANH', 'BO', 'DA_XONG', 'BO_QUA', 'CO', 'KHONG_CAN', 'LUU_HO_SO', 'DINH_CHI', 'CHUYEN_THAM_QUYEN']);
const isDone = ({ values }: StoredRecord): boolean =>
  doneStates.has(text(values.state)) || values.doneOn != null || values.closedOn != null;

interface Meeting {
  readonly id: string;
  readonly day?: string;
  readonly time?: string;
  readonly place?: string;
  readonly with?: string;
  readonly purpose?: string;
  readonly minutes?: string;
}

/** The working days of the teams, from the schedules of cases. */
function meetings(book: Book, from: string, to: string): Shared[] {
  const { rows } = book.records.list({ type: 'case', filters: [{ field: 'schedule', op: 'notEmpty' }], limit: most });
  return rows.flatMap(({ id, title, values }) =>
    ((values.schedule ?? []) as readonly Meeting[])
      .filter(({ day }) => day !== undefined && day >= from && day <= to)
      .map(
        (meeting): Shared => ({
          others: ((values.team ?? []) as readonly { name?: string }[]).flatMap(({ name }) => name ?? []),
          item: {
            id,
            type: 'case',
            day: meeting.day ?? '',
            time: meeting.time ?? '',
            title: [meeting.purpose, meeting.with].filter(Boolean).join(', '),
            about: title,
            place: meeting.place ?? '',
            person: text(values.leader),
            kind: 'meeting',
            done: meeting.minutes !== undefined,
          },
        }),
      ),
  );
}

interface Forward {
  readonly to?: string;
  readonly answerDueOn?: string;
  readonly answeredOn?: string;
}

function answers(book: Book, from: string, to: string): Shared[] {
  const { rows } = book.records.list({ type: 'petition', filters: [{ field: 'forwards', op: 'notEmpty' }], limit: most });
  return rows.flatMap(({ id, title, values }) =>
    ((values.forwards ?? []) as readonly Forward[])
      .filter(({ answerDueOn }) => answerDueOn !== undefined && answerDueOn >= from && answerDueOn <= to)
      .map(
        (forward): Shared => ({
          others: [],
          item: {
            id,
            type: 'petition',
            day: forward.answerDueOn ?? '',
            time: '',
            title: forward.to ?? '',
            about: title,
            place: '',
            person: text(values.handler),
            kind: 'answer',
            done: forward.answeredOn !== undefined,
          },
        }),
      ),
  );
}

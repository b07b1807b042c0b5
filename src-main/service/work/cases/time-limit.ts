import { workCalendar } from '#shared/rules/calendar/in-force';
import { deadlineOf, type Deadline } from '#shared/rules/deadline-of';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';
import { caseOf } from './case-record';

interface Ref {
  readonly id: string;
  readonly revision: number;
}
interface Pause {
  readonly from: string;
  readonly to?: string;
}

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** The end of the case's time limit from what stands in it; undefined while no length is set. Days run from the announcement, before it from the opening. */
export function caseDeadline({ values }: Pick<StoredRecord, 'values'>, today: string): Deadline | undefined {
  const { durationDays, durationKind, announcedOn, openedOn, dueSource } = values;
  const start = announcedOn ?? openedOn;
  if (typeof durationDays !== 'number' || typeof start !== 'string') return undefined;
  return deadlineOf(
    { days: durationDays, dayKind: durationKind === 'LAM_VIEC' ? 'working' : 'calendar', source: String(dueSource ?? '') },
    { start, extensions: listOf(values.extensions), pauses: listOf(values.pauses), today },
    workCalendar(),
  );
}

/** Sets how long the case may take and where that comes from. @throws AppError record.notFound, record.changedMeanwhile */
export function setDuration(
  book: Book,
  { id, revision, days, dayKind, source, today }: Ref & { days: number; dayKind: 'calendar' | 'working'; source: string; today: string },
): { dueOn: string } {
  const found = caseOf(book, id);
  const values = { durationDays: days, durationKind: dayKind === 'working' ? 'LAM_VIEC' : 'LICH', dueSource: source };
  const dueOn = caseDeadline({ values: { ...found.values, ...values } }, today)?.dueOn ?? today;
  book.records.save([{ type: 'case', id, values: { ...values, dueOn }, expectedRevision: revision }]);
  return { dueOn };
}

/** Adds days to the time limit, in its own kind of days. Without a limit the extension is noted only. */
export function extendCase(
  book: Book,
  { id, revision, days, document, date, reason }: Ref & { days: number; document: string; date: string; reason: string },
): { dueOn: string | null } {
  const found = caseOf(book, id);
  const extensions = [...listOf<object>(found.values.extensions), { days, document, date, reason }];
  return write(book, found, revision, { extensions }, date);
}

/** Stops the clock from a day on; the due day is set when it goes on. */
export function pauseCase(
  book: Book,
  { id, revision, from, document, reason }: Ref & { from: string; document: string; reason: string },
): { paused: true } {
  const found = caseOf(book, id);
  const pauses = [...listOf<object>(found.values.pauses), { from, document, reason }];
  book.records.save([{ type: 'case', id, values: { pauses, state: 'TAM_DINH_CHI' }, expectedRevision: revision }]);
  return { paused: true };
}

/** Ends the pause that is open; `to` is its last day. */
export function resumeCase(book: Book, { id, revision, to }: Ref & { to: string }): { dueOn: string | null } {
  const found = caseOf(book, id);
  const pauses = listOf<Pause>(found.values.pauses).map((pause) =>
    pause.to ? pause : { ...pause, to: to < pause.from ? pause.from : to },
  );
  return write(book, found, revision, { pauses, state: stateBefore(found) }, to);
}

/** Where the case stood before it was paused: told by what it has. */
const stateBefore = ({ values }: StoredRecord): string =>
  values.announcedOn ? 'THAM_TRA_XAC_MINH' : values.decisionOn ? 'DA_BAN_HANH_QD' : 'DE_XUAT';

function write(
  book: Book,
  found: StoredRecord,
  revision: number,
  values: Record<string, unknown>,
  today: string,
): { dueOn: string | null } {
  const deadline = caseDeadline({ values: { ...found.values, ...values } }, today);
  book.records.save([
    { type: 'case', id: found.id, values: { ...values, ...(deadline ? { dueOn: deadline.dueOn } : {}) }, expectedRevision: revision },
  ]);
  return { dueOn: deadline?.dueOn ?? null };
}

import type { FollowedDuty } from '#shared/contract/window/follow-up';
import { daysBetween } from '#shared/rules/day';
import { dutyWarning, escalationOf, isOver, unclearOf } from '#shared/rules/follow-up/warn';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';

const most = 1000;

/** Duties that are open, or all of them. */
export function duties(book: Book, today: string, { done = false } = {}): FollowedDuty[] {
  const rows: StoredRecord[] = [];
  for (let offset = 0; ; offset += most) {
    const page = book.records.list({
      type: 'duty',
      ...(done ? {} : { due: { today, within: 'open' as const } }),
      sort: [{ field: 'dueOn', direction: 'asc' }],
      offset,
      limit: most,
    });
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) break;
  }
  return rows.map((row) => followed(book, row, today));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export function followed(book: Book, { id, values }: StoredRecord, today: string): FollowedDuty {
  const dueOn = idOf(values.dueOn);
  const over = isOver({ state: text(values.state) });
  const who = [values.organisation, values.member]
    .map((one) => (typeof one === 'string' ? book.records.titleOf(one) : undefined))
    .filter(Boolean);
  return {
    id,
    name: text(values.name),
    from: originOf(book, values),
    basis: text(values.basis),
    who: who.join(', '),
    organisation: idOf(values.organisation),
    watchedBy: text(values.watchedBy),
    dueOn,
    progress: numberOf(values.progress),
    state: text(values.state),
    warning: over ? 'done' : dutyWarning(dueOn, today),
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    escalation: [...escalationOf(values as never, today)],
    unclear: [...unclearOf(values as never)],
    evidence: Array.isArray(values.evidence) ? values.evidence.length : 0,
    amount: numberOf(values.amount),
    amountDone: numberOf(values.amountDone),
  };
}

function originOf(book: Book, values: StoredRecord['values']): FollowedDuty['from'] {
  const id = idOf(values.conclusion) ?? idOf(values.instruction);
  if (id === null) return null;
  const type = book.records.typeOf(id);
  if (type !== 'conclusion' && type !== 'instruction' && type !== 'incomingDocument') return null;
  return { id, type, title: book.records.titleOf(id) ?? '' };
}

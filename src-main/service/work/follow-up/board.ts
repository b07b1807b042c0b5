import type { DutyCounts, FollowedDuty } from '#shared/contract/window/follow-up';
import { addDays, weekdayOf } from '#shared/rules/day';
import { isOver } from '#shared/rules/follow-up/warn';
import type { Book } from '../../book/book';
import { duties, followed } from './duties';

const order: readonly FollowedDuty['warning'][] = ['overdue', 'within3', 'within7', 'within15', 'later', 'noDay', 'done'];
const most = 1000;

/** Duties by how pressing they are, and how many there are of each kind. */
export function dutyBoard(book: Book, today: string, done: boolean): { counts: DutyCounts; duties: FollowedDuty[] } {
  const all = duties(book, today, { done });
  const counts: DutyCounts = { overdue: 0, within3: 0, within7: 0, within15: 0, later: 0, noDay: 0, escalated: 0, done: 0 };
  for (const { warning, escalation } of all) {
    counts[warning] += 1;
    if (escalation.length > 0) counts.escalated += 1;
  }
  if (!done) counts.done = book.records.count({ type: 'duty' }) - all.length;
  return { counts, duties: all.sort(byPressure) };
}

const byPressure = (a: FollowedDuty, b: FollowedDuty): number =>
  order.indexOf(a.warning) - order.indexOf(b.warning) || ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1);

/** Monday to Sunday of the week of this day. */
export const weekOf = (day: string): { from: string; to: string } => {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: addDays(from, 6) };
};

/** What happened with duties in the week of `today`, and what goes to the standing committee. */
export function weekDigest(book: Book, today: string) {
  const { from, to } = weekOf(today);
  const open = duties(book, today);
  const done = book.records
    .list({
      type: 'duty',
      filters: [
        { field: 'doneOn', op: 'from', value: from },
        { field: 'doneOn', op: 'to', value: to },
      ],
      limit: most,
    })
    .rows.filter(({ values }) => isOver(values as never));
  const within = ({ dueOn }: FollowedDuty): boolean => dueOn !== null && dueOn >= from && dueOn <= to;
  return {
    from,
    to,
    done: done.map((row) => followed(book, row, today)),
    due: open.filter((duty) => within(duty) && duty.warning !== 'overdue').sort(byPressure),
    becameOverdue: open.filter((duty) => within(duty) && duty.warning === 'overdue').sort(byPressure),
    escalated: open.filter(({ escalation }) => escalation.length > 0).sort(byPressure),
  };
}

/** Báo cáo chưa thực hiện: due by today and not done, or given up, by the organisation that must do it. */
export function notDone(book: Book, today: string) {
  const all = duties(book, today, { done: true }).filter(({ warning, state }) => warning === 'overdue' || state === 'KHONG_THUC_HIEN');
  const groups = new Map<string, FollowedDuty[]>();
  for (const duty of all.sort(byPressure)) {
    const name = duty.who || duty.basis;
    groups.set(name, [...(groups.get(name) ?? []), duty]);
  }
  return {
    total: all.length,
    amountOpen: all.reduce((sum, { amount, amountDone }) => sum + Math.max(0, (amount ?? 0) - (amountDone ?? 0)), 0),
    groups: [...groups].map(([organisation, list]) => ({ organisation, duties: list })).sort((a, b) => b.duties.length - a.duties.length),
  };
}

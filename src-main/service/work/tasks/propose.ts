import type { Book } from '../../book/book';
import type { RecordChange } from '../../store/record-store';
import { caseOf, partsOf } from '../cases/case-record';

const most = 1000;

/**
 * Makes a task of each paper that the step in work still lacks, for who is responsible for it or the head of the team, and of each open duty of
 * the case's conclusions. What has a task of the same name about the same record is passed over.
 */
export function proposeTasks(book: Book, caseId: string, today: string): { created: number } {
  const found = caseOf(book, caseId);
  const leader = typeof found.values.leader === 'string' ? found.values.leader : book.user.name;
  const there = new Map<string, ReadonlySet<string>>();
  const namesAbout = (about: string): ReadonlySet<string> => {
    const known = there.get(about);
    if (known) return known;
    const { rows } = book.records.list({ type: 'task', filters: [{ field: 'about', op: 'eq', value: about }], limit: most });
    const names = new Set(rows.map(({ values }) => String(values.name)));
    there.set(about, names);
    return names;
  };
  const changes: RecordChange[] = [];
  const add = (about: string, name: string, values: Record<string, unknown>): void => {
    if (namesAbout(about).has(name)) return;
    changes.push({ type: 'task', values: { name, about, state: 'CHUA_LAM', startOn: today, assignedBy: book.user.name, ...values } });
  };
  const step = partsOf(book, 'caseStep', caseId).find(({ values }) => values.state === 'DANG_LAM');
  for (const { values } of partsOf(book, 'checklistItem', caseId)) {
    if (!step || values.step !== step.id || values.required !== true || (values.state !== 'THIEU' && values.state !== 'DANG_SOAN'))
      continue;
    add(caseId, String(values.name), {
      assignee: values.responsible ?? leader,
      dueOn: values.dueOn ?? step.values.dueOn ?? found.values.dueOn ?? null,
    });
  }
  const conclusions = book.records.list({ type: 'conclusion', filters: [{ field: 'case', op: 'eq', value: caseId }], limit: most }).rows;
  for (const conclusion of conclusions)
    for (const duty of book.records.list({ type: 'duty', filters: [{ field: 'conclusion', op: 'eq', value: conclusion.id }], limit: most })
      .rows) {
      if (duty.values.state === 'HOAN_THANH' || duty.values.state === 'KHONG_THUC_HIEN') continue;
      add(duty.id, `Theo dõi: ${String(duty.values.name)}`.slice(0, 300), {
        assignee: duty.values.watchedBy ?? leader,
        dueOn: duty.values.dueOn ?? null,
      });
    }
  if (changes.length > 0) book.records.save(changes);
  return { created: changes.length };
}

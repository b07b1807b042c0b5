import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import type { RecordChange } from '../store/record-store';

export interface StepDone {
  readonly caseId: string;
  /** The step in work. */
  readonly stepId: string;
  /** Revision of it that the person saw. */
  readonly revision: number;
  /** Day on which it ends and the next one begins. */
  readonly day: string;
}

const isOver = (state: unknown): boolean => state === 'DA_XONG' || state === 'BO_QUA';
/** More steps than a case ever has. */
const mostSteps = 1000;

/**
 * Ends a step of a case and begins the next one that is still to be done, in one transaction. Gives the id of that one, null when it was the last.
 * @throws AppError record.notFound, record.changedMeanwhile
 */
export function nextStep(book: Book, { caseId, stepId, revision, day }: StepDone): { stepId: string | null } {
  const { rows: steps } = book.records.list({
    type: 'caseStep',
    filters: [{ field: 'case', op: 'eq', value: caseId }],
    sort: [{ field: 'order', direction: 'asc' }],
    limit: mostSteps,
  });
  if (!steps.some(({ id }) => id === stepId)) throw new AppError('record.notFound');
  const next = steps.find(({ id, values }) => id !== stepId && !isOver(values['state']));
  const changes: RecordChange[] = [
    { type: 'caseStep', id: stepId, values: { state: 'DA_XONG', finishedOn: day }, expectedRevision: revision },
  ];
  if (next)
    changes.push(
      { type: 'caseStep', id: next.id, values: { state: 'DANG_LAM', startedOn: day }, expectedRevision: next.revision },
      { type: 'case', id: caseId, values: { currentStep: next.id } },
    );
  book.records.save(changes);
  return { stepId: next?.id ?? null };
}

import { casePlan, packFor } from '#shared/rules/packs/index';
import { AppError } from '#shared/errors/app-error';
import type { RecordView } from '#shared/contract/window/common';
import { viewOf } from '../api/record-view';
import type { Book } from '../book/book';
import type { RecordChange } from '../store/record-store';
import { uuid7 } from '../store/uuid7';

/**
 * Opens a case: the case itself, the steps and required papers that the rule pack of its opening day lays down for its type
 * (domain 2.2 and 2.4), and the link from the petition it came from, all in one transaction.
 */
export function openCase(
  book: Book,
  input: { values: Readonly<Record<string, unknown>>; petitionId?: string | undefined },
): { record: RecordView; steps: number; items: number } {
  const caseId = uuid7();
  const openedOn = String(input.values.openedOn ?? '');
  const plan = casePlan(String(input.values.type ?? ''), openedOn, packFor(openedOn));
  const changes: RecordChange[] = [];
  const stepIds: string[] = [];
  let items = 0;
  for (const step of plan.steps) {
    const stepId = uuid7();
    stepIds.push(stepId);
    changes.push({ type: 'caseStep', id: stepId, values: { ...step.values, case: caseId } });
    for (const item of step.items) {
      changes.push({ type: 'checklistItem', values: { ...item, case: caseId, step: stepId } });
      items += 1;
    }
  }
  const petition = input.petitionId === undefined ? undefined : book.records.get('petition', input.petitionId);
  if (input.petitionId !== undefined && petition === undefined) throw new AppError('record.notFound');
  const petitions =
    petition === undefined
      ? input.values.petitions
      : [...new Set([...((input.values.petitions as string[] | undefined) ?? []), petition.id])];
  changes.unshift({
    type: 'case',
    id: caseId,
    values: { ...plan.deadline, ...input.values, petitions, rulePack: plan.rulePack, currentStep: stepIds[0] ?? null },
  });
  if (petition !== undefined) changes.push({ type: 'petition', id: petition.id, values: { case: caseId, state: 'DANG_GIAI_QUYET' } });
  book.records.save(changes);
  const record = book.records.get('case', caseId);
  if (record === undefined) throw new Error('the case that was just saved must be there');
  return { record: viewOf(record), steps: stepIds.length, items };
}

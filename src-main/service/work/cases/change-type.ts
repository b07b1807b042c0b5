import { casePlan, packById, packFor } from '#shared/rules/packs/index';
import type { Book } from '../../book/book';
import type { RecordChange } from '../../store/record-store';
import { uuid7 } from '../../store/uuid7';
import { caseOf, partsOf } from './case-record';

export interface TypeChange {
  readonly id: string;
  readonly revision: number;
  /** Code of the list caseType. */
  readonly to: string;
  readonly on: string;
  readonly document: string;
  readonly reason: string;
}

const isOver = (state: unknown): boolean => state === 'DA_XONG' || state === 'BO_QUA';

/**
 * Makes a case one of another type, as when supervision finds signs of violation (domain 2.5): what was done and collected stays, steps that are
 * still open end, papers that they lack are marked as not needed, and the steps of the new type follow. The case keeps its rule pack.
 * @throws AppError record.notFound, record.changedMeanwhile
 */
export function changeCaseType(book: Book, { id, revision, to, on, document, reason }: TypeChange): { steps: number; items: number } {
  const found = caseOf(book, id);
  const openedOn = String(found.values.openedOn ?? on);
  const pack = packById(String(found.values.rulePack ?? '')) ?? packFor(openedOn);
  const plan = casePlan(to, on, pack);
  const steps = partsOf(book, 'caseStep', id);
  const papers = partsOf(book, 'checklistItem', id);
  const open = steps.filter(({ values }) => !isOver(values.state));
  const openIds = new Set(open.map((step) => step.id));
  const remark = `Chuyển loại vụ việc ngày ${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
  const changes: RecordChange[] = open.map((step) => ({
    type: 'caseStep',
    id: step.id,
    values: { state: step.values.state === 'DANG_LAM' ? 'DA_XONG' : 'BO_QUA', finishedOn: on, remark },
  }));
  for (const paper of papers)
    if (openIds.has(String(paper.values.step)) && paper.values.state === 'THIEU')
      changes.push({ type: 'checklistItem', id: paper.id, values: { state: 'KHONG_CAN', remark } });
  const lastStep = Math.max(0, ...steps.map(({ values }) => Number(values.order ?? 0)));
  const lastPaper = Math.max(0, ...papers.map(({ values }) => Number(values.order ?? 0)));
  let items = 0;
  const stepIds = plan.steps.map((step) => {
    const stepId = uuid7();
    changes.push({ type: 'caseStep', id: stepId, values: { ...step.values, order: lastStep + step.values.order, case: id } });
    for (const item of step.items) {
      changes.push({ type: 'checklistItem', values: { ...item, order: lastPaper + item.order, case: id, step: stepId } });
      items += 1;
    }
    return stepId;
  });
  const history = (found.values.typeChanges ?? []) as readonly object[];
  changes.push({
    type: 'case',
    id,
    values: {
      type: to,
      typeChanges: [...history, { on, from: found.values.type, to, document, reason }],
      currentStep: stepIds[0] ?? found.values.currentStep ?? null,
      ...plan.deadline,
    },
    expectedRevision: revision,
  });
  book.records.save(changes, { reason });
  return { steps: stepIds.length, items };
}

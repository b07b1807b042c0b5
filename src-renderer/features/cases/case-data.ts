import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { service, useQueryOf } from '../../service/use-service';

export const phases = ['CHUAN_BI', 'TIEN_HANH', 'KET_THUC'] as const;
export type Phase = (typeof phases)[number];

export interface Step {
  id: string;
  order: number;
  phase: Phase;
  name: string;
  state: string;
  startedOn: string | null;
  dueOn: string | null;
  finishedOn: string | null;
  revision: number;
}
/** A step that is called like its phase is called so in either language; a name that the committee gave stays. */
export const stepName = ({ name, phase }: Step, language: 'vi' | 'en'): string =>
  name === codeLabel('stepPhase', phase, 'vi') ? codeLabel('stepPhase', phase, language) : name;

export interface Paper {
  id: string;
  caseId: string;
  documentType: string;
  stepId: string;
  order: number;
  name: string;
  required: boolean;
  state: string;
  dueOn: string | null;
  doneOn: string | null;
  responsible: string;
  documentId: string | null;
  sync: RecordView['sync'];
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const stepOf = ({ id, revision, values: v }: RecordView): Step => ({
  id,
  revision,
  order: Number(v.order ?? 0),
  phase: String(v.phase) as Phase,
  name: String(v.name ?? ''),
  state: String(v.state),
  startedOn: textOrNull(v.startedOn),
  dueOn: textOrNull(v.dueOn),
  finishedOn: textOrNull(v.finishedOn),
});

const paperOf = ({ id, sync, values: v }: RecordView): Paper => ({
  id,
  caseId: String(v.case ?? ''),
  documentType: String(v.documentType ?? ''),
  sync,
  stepId: String(v.step),
  order: Number(v.order ?? 0),
  name: String(v.name ?? ''),
  required: v.required === true,
  state: String(v.state),
  dueOn: textOrNull(v.dueOn),
  doneOn: textOrNull(v.doneOn),
  responsible: String(v.responsible ?? ''),
  documentId: textOrNull(v.document),
});

/** The steps and papers of a case, in order, with the titles of the documents that the papers point to. */
export function useCaseParts(caseId: string) {
  const ask = (type: 'caseStep' | 'checklistItem') => () =>
    service().records.list({
      type,
      filters: [{ field: 'case', op: 'eq', value: caseId }],
      sort: [{ field: 'order', direction: 'asc' }],
      limit: 500,
    });
  const steps = useQueryOf(['records', 'caseStep', 'of', caseId], ask('caseStep'));
  const papers = useQueryOf(['records', 'checklistItem', 'of', caseId], ask('checklistItem'));
  return {
    error: steps.error ?? papers.error,
    ready: steps.data !== undefined && papers.data !== undefined,
    steps: (steps.data?.rows ?? []).map(stepOf),
    papers: (papers.data?.rows ?? []).map(paperOf),
    titles: papers.data?.titles ?? {},
  };
}

export const isOver = (step: Step): boolean => step.state === 'DA_XONG' || step.state === 'BO_QUA';
/** The step in work: the first that is not over. */
export const currentStep = (steps: readonly Step[]): Step | undefined => steps.find((step) => !isOver(step));

/** Papers that count: those marked as not needed are left out. */
export const counted = (papers: readonly Paper[]): readonly Paper[] => papers.filter((paper) => paper.state !== 'KHONG_CAN');
export const present = (papers: readonly Paper[]): number => papers.filter((paper) => paper.state === 'CO').length;
/** Required papers that are still missing. */
export const missing = (papers: readonly Paper[]): number =>
  papers.filter((paper) => paper.required && (paper.state === 'THIEU' || paper.state === 'DANG_SOAN')).length;

import { workCalendar } from '../calendar/in-force';
import { plusWorkingDays } from '../calendar/work-calendar';
import { addDays, type Day } from '../day';
import type { Duration, RulePack, StepPhase } from './rule-pack';

/** Values of a caseStep record, without the reference to its case. */
export interface PlannedStep {
  readonly order: number;
  readonly phase: StepPhase;
  readonly name: string;
  readonly state: 'DANG_LAM' | 'CHUA_DEN';
  readonly startedOn?: Day;
}

/** Values of a checklistItem record, without the references to its case and step. */
export interface PlannedItem {
  /** Runs through the whole case. */
  readonly order: number;
  readonly name: string;
  readonly documentType: string;
  readonly required: boolean;
  readonly state: 'THIEU';
}

export interface CasePlan {
  /** Id of the pack, kept in the case. */
  readonly rulePack: string;
  readonly steps: readonly { readonly values: PlannedStep; readonly items: readonly PlannedItem[] }[];
  /** Present only where the pack gives a duration. */
  readonly deadline?: {
    readonly durationDays: number;
    readonly durationKind: 'LICH' | 'LAM_VIEC';
    readonly dueOn: Day;
    readonly dueSource: string;
  };
}

/** Day on which a duration that begins at `from` ends. */
export const endOf = (from: Day, duration: Duration): Day =>
  duration.dayKind === 'working' ? plusWorkingDays(from, duration.days, workCalendar()) : addDays(from, duration.days);

/** The steps and papers with which a new case of this type begins; no steps for a type that the pack does not know. */
export function casePlan(caseType: string, openedOn: Day, pack: RulePack): CasePlan {
  const rule = pack.caseTypes.find(({ type }) => type === caseType);
  let order = 0;
  const steps = (rule?.steps ?? []).map(({ phase, name, documents }, index) => ({
    values: {
      order: index + 1,
      phase,
      name,
      ...(index === 0 ? { state: 'DANG_LAM' as const, startedOn: openedOn } : { state: 'CHUA_DEN' as const }),
    },
    items: documents.map((document): PlannedItem => ({ order: ++order, ...document, state: 'THIEU' })),
  }));
  const duration = rule?.durationDays;
  if (!duration) return { rulePack: pack.id, steps };
  return {
    rulePack: pack.id,
    steps,
    deadline: {
      durationDays: duration.days,
      durationKind: duration.dayKind === 'working' ? 'LAM_VIEC' : 'LICH',
      dueOn: endOf(openedOn, duration),
      dueSource: duration.source,
    },
  };
}

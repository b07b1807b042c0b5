import type { Day } from '../day';
import { withArrived } from './arrived';
import { pack2021, pack2021Amended } from './pack-2021';
import { pack2025 } from './pack-2025-1';
import { pack2026, pack2026Second } from './pack-2026-1';
import type { RulePack } from './rule-pack';

export { readRulePack } from './arrived';
export { casePlan, endOf, type CasePlan, type PlannedItem, type PlannedStep } from './case-plan';
export type {
  DayKind,
  Duration,
  LegalBasis,
  PackCaseType,
  PackDeadline,
  PackDiscipline,
  PackDocument,
  PackLimitation,
  PackPetitionRule,
  PackRetention,
  PackStep,
  PackVote,
  RulePack,
  StepPhase,
  SubjectKind,
} from './rule-pack';

/** The packs of this version, oldest first. Their days follow one another without gap. */
export const rulePacks: readonly [RulePack, ...RulePack[]] = [pack2021, pack2021Amended, pack2025, pack2026, pack2026Second];

let inForce = rulePacks;

/** Takes over what came from the province; replaces what was taken over before. */
export function takeArrivedPacks(arrived: readonly RulePack[]): void {
  inForce = withArrived(rulePacks, arrived);
}

/** The pack that governs a case opened on this day; before the first known pack, that first one. */
export function packFor(day: Day): RulePack {
  const begun = inForce.filter((pack) => pack.validFrom <= day);
  return begun.findLast(({ validTo }) => validTo === null || validTo >= day) ?? begun.at(-1) ?? inForce[0];
}

/** All packs that hold, oldest first: built-in ones, those of the province and those of the committee. */
export const packsInForce = (): readonly [RulePack, ...RulePack[]] => inForce;

export const packById = (id: string): RulePack | undefined => inForce.find((pack) => pack.id === id);

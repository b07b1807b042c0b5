import type { Day } from '../day';
import { withArrived } from './arrived';
import { pack2025 } from './pack-2025-1';
import { pack2026 } from './pack-2026-1';
import type { RulePack } from './rule-pack';

export { readRulePack } from './arrived';
export { casePlan, endOf, type CasePlan, type PlannedItem, type PlannedStep } from './case-plan';
export type { Duration, LegalBasis, PackCaseType, PackDeadline, PackDocument, PackStep, RulePack, StepPhase } from './rule-pack';

/** The packs of this version, oldest first. Their days follow one another without gap. */
export const rulePacks: readonly [RulePack, ...RulePack[]] = [pack2025, pack2026];

let inForce = rulePacks;

/** Takes over what came from the province; replaces what was taken over before. */
export function takeArrivedPacks(arrived: readonly RulePack[]): void {
  inForce = withArrived(rulePacks, arrived);
}

/** The pack that governs a case opened on this day; before the first known pack, that first one. */
export const packFor = (day: Day): RulePack => inForce.findLast((pack) => pack.validFrom <= day) ?? inForce[0];

export const packById = (id: string): RulePack | undefined => inForce.find((pack) => pack.id === id);

import type { Day } from '../day';
import { pack2025 } from './pack-2025-1';
import { pack2026 } from './pack-2026-1';
import type { RulePack } from './rule-pack';

export { casePlan, endOf, type CasePlan, type PlannedItem, type PlannedStep } from './case-plan';
export type { Duration, LegalBasis, PackCaseType, PackDeadline, PackDocument, PackStep, RulePack, StepPhase } from './rule-pack';

/** All packs, oldest first. Their days follow one another without gap. */
export const rulePacks: readonly [RulePack, ...RulePack[]] = [pack2025, pack2026];

/** The pack that governs a case opened on this day; before the first known pack, that first one. */
export const packFor = (day: Day): RulePack => rulePacks.findLast((pack) => pack.validFrom <= day) ?? rulePacks[0];

export const packById = (id: string): RulePack | undefined => rulePacks.find((pack) => pack.id === id);

import type { Label } from '../../records/label';
import type { PackPetitionRule } from '../packs/rule-pack';

export interface PetitionFeatures {
  readonly kind?: string | null | undefined;
  readonly signatureForm?: string | null | undefined;
  /** Codes of the list petitionFact. */
  readonly facts?: readonly string[] | null | undefined;
  readonly managedBy?: string | null | undefined;
  readonly duplicateOf?: string | null | undefined;
  /** Number of items of content. */
  readonly items: number;
  readonly hasSubject: boolean;
}

export interface ClassificationReason {
  readonly id: string;
  readonly text: Label;
  readonly source: string;
  readonly unverified: boolean;
}

/** What is still missing before the proposal can be relied on. */
export type Missing = 'signatureForm' | 'managedBy' | 'items' | 'subject';

export interface Classification {
  /** Undefined while no rule fits. */
  readonly classification?: string;
  readonly handling?: string;
  /** The rule that decided first, then others that fit too. */
  readonly reasons: readonly ClassificationReason[];
  readonly missing: readonly Missing[];
  /** Both a complaint and a denunciation: the other part is split off. */
  readonly split: boolean;
}

/**
 * What a petition is proposed to be under these rules: the first rule that fits decides. The machine proposes with reasons, the officer decides;
 * a fact that is not known never makes a rule fit.
 */
export function classify(features: PetitionFeatures, rules: readonly PackPetitionRule[]): Classification {
  const fitting = rules.filter((rule) => fits(rule, features));
  const [first] = fitting;
  const facts = features.facts ?? [];
  const missing: Missing[] = [];
  if (!features.signatureForm) missing.push('signatureForm');
  if (!features.managedBy && features.kind !== 'KN') missing.push('managedBy');
  if (features.items === 0 && (features.kind === 'TC' || features.kind === 'KHAC')) missing.push('items');
  if (!features.hasSubject && features.kind !== 'KG') missing.push('subject');
  return {
    ...(first ? { classification: first.classification, handling: first.handling } : {}),
    reasons: fitting.map(({ id, reason, source, unverified }) => ({ id, text: reason, source, unverified: unverified === true })),
    missing,
    split: facts.includes('CO_CA_TO_CAO') || features.kind === 'KHAC',
  };
}

function fits(rule: PackPetitionRule, { kind, signatureForm, facts, managedBy, duplicateOf }: PetitionFeatures): boolean {
  const known = facts ?? [];
  if (rule.kinds && !(kind && rule.kinds.includes(kind))) return false;
  if (rule.signatures && !(signatureForm && rule.signatures.includes(signatureForm))) return false;
  if (rule.managedBy && !(managedBy && rule.managedBy.includes(managedBy))) return false;
  if (rule.duplicate && !duplicateOf) return false;
  if (rule.facts && !rule.facts.every((fact) => known.includes(fact))) return false;
  return !(rule.unlessFacts ?? []).some((fact) => known.includes(fact));
}

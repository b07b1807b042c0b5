/** How long the file of a case is kept, as the rule pack of the day on which the file is made proposes it. */
import type { PackRetention, RulePack } from './packs/rule-pack';

export interface FiledCase {
  /** Code of the list caseType. */
  readonly type: string;
  /** Codes of the list caseOutcome, of the case and of its subjects. */
  readonly outcomes: readonly string[];
  /** Conclusions on single items, codes of the list denunciationConclusion. */
  readonly items: readonly string[];
  /** A disciplinary decision came of it. */
  readonly disciplined: boolean;
}

/** Outcomes that say that there was a violation (vi phạm), by their code or by what they lead to. */
const violations = new Set(['CO_VI_PHAM', 'CHUA_DEN_MUC_KY_LUAT', 'PHAI_THKL', 'DA_THKL', 'SAI_PHAM_TAI_CHINH', 'KHUYET_DIEM_VI_PHAM']);

export const foundViolation = ({ outcomes, items, disciplined }: FiledCase): boolean =>
  disciplined || outcomes.some((code) => violations.has(code)) || items.includes('DUNG_VI_PHAM');

/** The first rule that names this type and fits what was found; undefined where the pack says nothing of it. */
export function retentionOf(pack: RulePack, filed: FiledCase): PackRetention | undefined {
  const violation = foundViolation(filed);
  return pack.retention?.find((rule) => rule.caseTypes.includes(filed.type) && (rule.violation !== true || violation));
}

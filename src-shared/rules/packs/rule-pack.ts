/**
 * Rule pack (gói quy tắc): what a case type is, its steps, the papers each step must yield, and deadlines, as data with the days
 * between which it holds. These rules change nearly every year; a case keeps the pack of the day on which it was opened.
 */
import type { Label } from '../../records/label';
import type { Day } from '../day';

export type StepPhase = 'CHUAN_BI' | 'TIEN_HANH' | 'KET_THUC';

export interface PackDocument {
  readonly name: string;
  /** Code of the list documentType. */
  readonly documentType: string;
  readonly required: boolean;
}

export interface PackStep {
  readonly phase: StepPhase;
  readonly name: string;
  readonly documents: readonly PackDocument[];
}

/** 'working': Monday to Friday without holidays. */
export type DayKind = 'calendar' | 'working';

export interface Duration {
  readonly days: number;
  readonly dayKind: DayKind;
  /** How much longer it may be made, once. */
  readonly extendDays?: number;
  /** The provision it comes from, shown beside the deadline. */
  readonly source: string;
  readonly unverified?: true;
}

export interface PackCaseType {
  /** Code of the list caseType. */
  readonly type: string;
  /** Full name as written in decisions. */
  readonly label: Label;
  readonly steps: readonly PackStep[];
  /** Absent where no source gives one for a commune committee: the committee enters its own. */
  readonly durationDays?: Duration;
  /** Where the list of papers comes from. */
  readonly source: string;
  readonly unverified?: true;
}

export interface PackDeadline extends Duration {
  readonly id: string;
  readonly label: Label;
  /** The event from which the days run. */
  readonly from: Label;
}

export interface LegalBasis {
  readonly symbol: string;
  readonly issuedOn?: Day;
  readonly subject: string;
}

export interface RulePack {
  /** Kept in the cases that it governs; never reused. */
  readonly id: string;
  readonly name: Label;
  readonly validFrom: Day;
  /** Last day, or null while it is in force. */
  readonly validTo: Day | null;
  readonly legalBasis: readonly LegalBasis[];
  readonly caseTypes: readonly PackCaseType[];
  readonly deadlines: readonly PackDeadline[];
}

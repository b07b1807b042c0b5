/**
 * Rule pack (gói quy tắc): what a case type is, its steps, the papers each step must yield, deadlines, discipline, classification of
 * petitions, numbers, retention and the statistics forms, as data with the days between which it holds. These rules change nearly every year; a case keeps the pack of the day on which it was opened.
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

export type SubjectKind = 'DV_CHINH_THUC' | 'DV_DU_BI' | 'TCD';

/** A form of discipline that this subject can be given. */
export interface PackForm {
  readonly subject: SubjectKind;
  /** Code of the list disciplineForm. */
  readonly form: string;
  readonly source: string;
  readonly unverified?: true | undefined;
}

/** Thời hiệu: how long after the violation a form may still be imposed. */
export interface PackLimitation {
  readonly subject: 'DV' | 'TCD';
  readonly form: string;
  /** Null: never too late. */
  readonly years: number | null;
  readonly source: string;
  readonly unverified?: true | undefined;
}

/** Which share of the votes a form needs. The first rule that names level and form holds. */
export interface PackVote {
  /** Codes of the list disciplineLevel; empty: any. */
  readonly levels: readonly string[];
  readonly forms: readonly string[];
  /** More than half, or at least two thirds. */
  readonly share: 'MORE_THAN_HALF' | 'TWO_THIRDS';
  /** Of all who may vote, or of those present. */
  readonly of: 'ENTITLED' | 'PRESENT';
  readonly secret?: true | undefined;
  readonly source: string;
  readonly unverified?: true | undefined;
}

export interface PackDiscipline {
  readonly forms: readonly PackForm[];
  readonly limitations: readonly PackLimitation[];
  readonly votes: readonly PackVote[];
  /** Votes for a heavier form count for the next lighter one where no form has enough (cộng dồn). */
  readonly cumulate: boolean;
  readonly cumulateSource: string;
  /** Months after which a decision ends by itself; null where no text was found. */
  readonly endsAfterMonths: number | null;
  readonly endsSource: string;
}

/** What a petition with these features is proposed to be; the first rule that fits decides, all that fit are shown. */
export interface PackPetitionRule {
  readonly id: string;
  /** Codes of petitionKind, signatureForm, petitionFact, managementLevel; each absent where it does not matter. */
  readonly kinds?: readonly string[] | undefined;
  readonly signatures?: readonly string[] | undefined;
  readonly facts?: readonly string[] | undefined;
  readonly unlessFacts?: readonly string[] | undefined;
  readonly managedBy?: readonly string[] | undefined;
  readonly duplicate?: true | undefined;
  /** Codes of petitionClassification and petitionHandling. */
  readonly classification: string;
  readonly handling: string;
  readonly reason: Label;
  readonly source: string;
  readonly unverified?: true | undefined;
}

export interface PackNumberFormat {
  /** Code of the list numberRegister. */
  readonly register: string;
  /** {number}, {type} and {organ} are filled in. */
  readonly pattern: string;
  readonly per: 'TERM' | 'YEAR';
  readonly source: string;
}

export interface PackRetention {
  readonly what: Label;
  /** Case types; empty: papers of other kinds. The first rule that fits a case decides. */
  readonly caseTypes: readonly string[];
  /** Only where the case found a violation. */
  readonly violation?: true | undefined;
  /** Code of the list retention. */
  readonly retention: string;
  readonly source: string;
  readonly unverified?: true | undefined;
}

export interface PackStatistics {
  readonly form: string;
  readonly title: string;
  readonly source: string;
}

export interface PackDeadline extends Duration {
  readonly id: string;
  /** Case types that it is of; absent: any. */
  readonly caseTypes?: readonly string[] | undefined;
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
  readonly discipline?: PackDiscipline | undefined;
  readonly petitionRules?: readonly PackPetitionRule[] | undefined;
  readonly numberFormats?: readonly PackNumberFormat[] | undefined;
  readonly retention?: readonly PackRetention[] | undefined;
  readonly statistics?: readonly PackStatistics[] | undefined;
  /** Values that records under this pack may use beside the built-in ones. */
  readonly codeLists?:
    | readonly { readonly list: string; readonly items: readonly { readonly code: string; readonly label: Label }[] }[]
    | undefined;
}

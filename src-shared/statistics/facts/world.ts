/** What facts are made from: values of records as the store keeps them, and the tree of organisations. */
import type { ValuesOfType } from '../../records/registry';
import type { Day } from '../../rules/day';
import type { RecordRef, Span } from '../fact';
import type { Units } from '../units';

export interface Stored<V> {
  readonly record: RecordRef;
  readonly values: V;
  /**
   * Those of the values that are codes out of lists: one object for all records that hold the same ones, so that what follows from them
   * alone is found once for thousands of records. Absent where nobody grouped them.
   */
  readonly coded?: Partial<V> | undefined;
}

/**
 * What follows from the codes of a record, made once for all records that share them; where more than the codes decides, once for each
 * `key` that says what.
 */
export function perCodes<V, R, M = undefined>(make: (coded: Partial<V>, more: M) => R): (stored: Stored<V>, more: M, key?: string) => R {
  const known = new Map<object, Map<string, R>>();
  return ({ values, coded = values }, more, key = '') => {
    let made = known.get(coded);
    if (made === undefined) known.set(coded, (made = new Map()));
    let result = made.get(key);
    if (result === undefined) made.set(key, (result = make(coded, more)));
    return result;
  };
}

export type MemberValues = Pick<ValuesOfType<'partyMember'>, 'cell' | 'cellHistory' | 'managedBy' | 'committeeMemberOf'>;

/** A disciplinary decision that a case led to. */
export interface CaseDecision {
  readonly subject: string;
  readonly signedOn: Day;
}

export interface FactWorld {
  readonly span: Span;
  readonly units: Units;
  member(id: string): MemberValues | undefined;
  /** Day of the first notice of conclusion of a case. */
  concludedOn(caseId: string): Day | undefined;
  decisionsOf(caseId: string): readonly CaseDecision[];
  /** Cases whose complaint stands with the decision that it is about, and is counted there. */
  readonly complaintCases: ReadonlySet<string>;
}

/** Where a person belonged on that day: by the history of cells, else the present cell or what it came from. */
export function unitOfMember(member: MemberValues | undefined, day: Day, units: Units): string | undefined {
  const then = member?.cellHistory?.find(({ from, to }) => (from ?? '') <= day && (to ?? '9999') >= day)?.organisation;
  const cell = then ?? member?.cell;
  return cell ? units.onDay(cell, day) : undefined;
}

/**
 * One class of members for the rows of the forms: the highest committee that the person belongs to, else who manages the person. The
 * official row labels were in no source; these follow the groups that are known (domain-2, 1.4).
 */
export function rankOfMember(member: MemberValues | undefined): string {
  const levels = member?.committeeMemberOf ?? [];
  const committee = committeeRanks.find(([level]) => levels.includes(level));
  if (committee) return committee[1];
  return managedRanks[member?.managedBy ?? ''] ?? 'DANG_VIEN';
}

const committeeRanks: readonly (readonly [level: string, rank: string])[] = [
  ['TINH', 'TINH_UV'],
  ['HUYEN', 'HUYEN_UV'],
  ['XA', 'XA_UV'],
  ['CO_SO', 'CO_SO_UV'],
  ['BO_PHAN', 'BO_PHAN_UV'],
  ['CHI_UY', 'CHI_UY'],
];
const managedRanks: Readonly<Record<string, string>> = { TW: 'TW', TINH: 'DIEN_TINH', HUYEN: 'DIEN_XA', XA: 'DIEN_XA' };

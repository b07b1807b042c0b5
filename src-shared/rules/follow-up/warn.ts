import { daysBetween, type Day } from '../day';

/** Days before a duty is due at which it is warned of; overdue stands before all. */
export const warningDays = [3, 7, 15] as const;
export type DutyWarning = 'overdue' | 'within3' | 'within7' | 'within15' | 'later' | 'noDay';

/** How near the end of a duty is: the nearest of 3, 7 and 15 days that it lies within. */
export function dutyWarning(dueOn: string | null | undefined, today: Day): DutyWarning {
  if (!dueOn) return 'noDay';
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'overdue';
  return left <= 3 ? 'within3' : left <= 7 ? 'within7' : left <= 15 ? 'within15' : 'later';
}

export interface DutyFacts {
  readonly dueOn?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly progress?: number | null | undefined;
  readonly risk?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly member?: string | null | undefined;
  readonly supervisingUnit?: string | null | undefined;
  readonly guidingUnit?: string | null | undefined;
  readonly committeeMember?: string | null | undefined;
  readonly watchedBy?: string | null | undefined;
  readonly extensions?: readonly unknown[] | null | undefined;
  readonly reminders?: readonly { readonly on?: string | null }[] | null | undefined;
  readonly evidence?: readonly unknown[] | null | undefined;
}

/** Whether a duty waits for nothing any more. */
export const isOver = ({ state }: Pick<DutyFacts, 'state'>): boolean => state === 'HOAN_THANH' || state === 'KHONG_THUC_HIEN';

/** Five things that a requirement must name ("5 rõ", domain-2 2.3). */
export type Unclear = 'who' | 'supervisor' | 'guide' | 'committeeMember' | 'when';

export function unclearOf(duty: DutyFacts): readonly Unclear[] {
  const lacking: Unclear[] = [];
  if (!duty.organisation && !duty.member) lacking.push('who');
  if (!duty.supervisingUnit && !duty.watchedBy) lacking.push('supervisor');
  if (!duty.guidingUnit) lacking.push('guide');
  if (!duty.committeeMember) lacking.push('committeeMember');
  if (!duty.dueOn) lacking.push('when');
  return lacking;
}

/** Days overdue after which a duty goes to the escalation list; a proposal of this program, not of any regulation. */
export const escalateAfterDays = 30;

export type Escalation = 'longOverdue' | 'notCarriedOut' | 'extendedTwice' | 'remindedInVain' | 'complex';

/** Why this duty goes to the standing committee, in order of weight; empty: it does not. */
export function escalationOf(duty: DutyFacts, today: Day): readonly Escalation[] {
  const reasons: Escalation[] = [];
  if (duty.state === 'KHONG_THUC_HIEN') return ['notCarriedOut'];
  if (isOver(duty)) return [];
  const over = duty.dueOn ? -daysBetween(today, duty.dueOn) : 0;
  if (over > escalateAfterDays) reasons.push('longOverdue');
  if (over > 0 && (duty.reminders ?? []).length >= 2) reasons.push('remindedInVain');
  if ((duty.extensions ?? []).length >= 2) reasons.push('extendedTwice');
  if (duty.risk === 'PHUC_TAP') reasons.push('complex');
  return reasons;
}

import { daysBetween, type Day } from '../day';
import type { PackDiscipline } from '../packs/rule-pack';

export interface LimitationFacts {
  readonly subject: 'DV' | 'TCD';
  /** Code of the list disciplineForm. */
  readonly form: string;
  readonly violatedFrom?: string | null | undefined;
  /** Of a violation that lasted: its end. */
  readonly violatedTo?: string | null | undefined;
  /** A new violation within the period begins it anew. */
  readonly renewedOn?: string | null | undefined;
  /** Codes of the list limitationExemption. */
  readonly exempt?: readonly string[] | null | undefined;
  /** The day on which the competent organisation concluded that discipline is due; today while there is none. */
  readonly concludedOn?: string | null | undefined;
  readonly today: Day;
}

export interface Limitation {
  /** none: this form or violation has no limitation; unknown: the violation has no day, or the pack no period. */
  readonly state: 'inTime' | 'expired' | 'none' | 'unknown';
  readonly from: Day | null;
  readonly endsOn: Day | null;
  /** From the day that counts to the end; negative when it is past. */
  readonly daysLeft: number | null;
  readonly years: number | null;
  readonly source: string;
  readonly unverified: boolean;
  /** Why it is so. */
  readonly why: 'period' | 'renewed' | 'exempt' | 'form' | 'noDay' | 'noRule' | 'outsideRenewal';
}

/** The same day so many years later; 29 February becomes 28. */
export function addYears(day: Day, years: number): Day {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return later.endsWith('-02-29') && Number.isNaN(Date.parse(later)) ? `${later.slice(0, 8)}28` : validDay(later);
}

const validDay = (day: Day): Day => (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day ? day : `${day.slice(0, 8)}28`);

/**
 * Thời hiệu kỷ luật: counted from the violation (one that lasted: from its end) to the day of the conclusion; a new violation within it begins it
 * anew (domain 4.3). The result warns and never blocks: an expired violation is still inspected, concluded and voted on.
 */
export function limitationOf(facts: LimitationFacts, rules: PackDiscipline | undefined): Limitation {
  const rule = rules?.limitations.find(({ subject, form }) => subject === facts.subject && form === facts.form);
  const from = facts.violatedTo ?? facts.violatedFrom ?? null;
  const base = {
    from,
    endsOn: null,
    daysLeft: null,
    years: rule?.years ?? null,
    source: rule?.source ?? '',
    unverified: rule?.unverified === true,
  };
  if ((facts.exempt ?? []).length > 0) return { ...base, state: 'none', why: 'exempt' };
  if (!rule) return { ...base, state: 'unknown', why: 'noRule' };
  if (rule.years === null) return { ...base, state: 'none', why: 'form' };
  if (!from) return { ...base, state: 'unknown', why: 'noDay' };
  const first = addYears(from, rule.years);
  const within = facts.renewedOn && facts.renewedOn >= from && facts.renewedOn <= first ? facts.renewedOn : null;
  const start = within ?? from;
  const endsOn = addYears(start, rule.years);
  const counted = facts.concludedOn ?? facts.today;
  return {
    ...base,
    from: start,
    endsOn,
    daysLeft: daysBetween(counted, endsOn),
    state: counted <= endsOn ? 'inTime' : 'expired',
    why: within ? 'renewed' : facts.renewedOn ? 'outsideRenewal' : 'period',
  };
}

const dayText = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** One or two sentences for the person who prepares the decision. */
export function limitationWords(limitation: Limitation, language: 'vi' | 'en'): string {
  const vi = language === 'vi';
  const { state, why, endsOn, from, years } = limitation;
  const source = limitation.source
    ? ` (${limitation.source}${limitation.unverified ? (vi ? ', chưa kiểm chứng' : ', not verified') : ''})`
    : '';
  if (state === 'none')
    return why === 'exempt'
      ? vi
        ? 'Loại vi phạm này không áp dụng thời hiệu.'
        : 'No limitation applies to this violation.'
      : vi
        ? `Hình thức này không có thời hiệu${source}.`
        : `No limitation for this form${source}.`;
  if (state === 'unknown')
    return why === 'noDay'
      ? vi
        ? 'Chưa tính được thời hiệu: chưa ghi thời điểm vi phạm.'
        : 'The limitation is not known: the time of the violation is missing.'
      : vi
        ? 'Gói quy tắc chưa có thời hiệu cho hình thức này; Ủy ban tự điền.'
        : 'The rule pack has no period for this form; the committee enters it.';
  const renewed = why === 'renewed' ? (vi ? ', tính lại từ vi phạm mới' : ', begun anew by a new violation') : '';
  const period = vi
    ? `Thời hiệu ${years} năm từ ${dayText(from ?? '')}${renewed}, đến hết ${dayText(endsOn ?? '')}${source}.`
    : `${years} years from ${dayText(from ?? '')}${renewed}, until ${dayText(endsOn ?? '')}${source}.`;
  if (state === 'inTime') return period;
  return vi
    ? `${period} Đã hết thời hiệu: vẫn kiểm tra, kết luận, biểu quyết, nhưng không thi hành (06-HD/UBKTTW 2018).`
    : `${period} Expired: still inspected, concluded and voted on, but not enforced (06-HD/UBKTTW 2018).`;
}

import type { WorkCalendar } from './calendar/work-calendar';
import { lastWorkingDayBefore, isWorkingDay, plusWorkingDays, unconfirmedYears } from './calendar/work-calendar';
import { addDays, daysBetween, type Day } from './day';

export interface DeadlineRule {
  readonly days: number;
  readonly dayKind: 'calendar' | 'working';
  /** The provision it comes from. */
  readonly source: string;
  readonly unverified?: true | undefined;
}

export interface DeadlineFacts {
  /** The day of the event from which the days run; it is not counted itself. */
  readonly start: Day;
  /** Days that were added, in the kind of the rule. */
  readonly extensions?: readonly { readonly days?: number | null }[] | undefined;
  /** Times in which the clock stood still, both days included; without an end it still stands. */
  readonly pauses?: readonly { readonly from?: string | null; readonly to?: string | null }[] | undefined;
  /** Ends a pause that has no end yet. */
  readonly today: Day;
}

export interface Deadline {
  readonly dueOn: Day;
  /** Length with all extensions, without pauses. */
  readonly days: number;
  readonly dayKind: 'calendar' | 'working';
  readonly source: string;
  readonly unverified: boolean;
  /** The clock stands still today. */
  readonly paused: boolean;
  /** Years that it crosses whose working calendar nobody has confirmed; the day is provisional. */
  readonly unconfirmed: readonly number[];
  /** Where it falls on a day off: the working day before it, by which it had better be done. */
  readonly betterBy: Day | null;
}

/**
 * The day on which a time limit ends. The day of the event is not counted; a limit that ends on a day off is not moved, the working day before
 * is named instead (no source says that it moves).
 */
export function deadlineOf(rule: DeadlineRule, facts: DeadlineFacts, calendar: WorkCalendar): Deadline {
  const days = rule.days + (facts.extensions ?? []).reduce((sum, { days: more }) => sum + (more ?? 0), 0);
  const pauses = (facts.pauses ?? []).flatMap(({ from, to }) => (from ? [{ from, to: to ?? facts.today, open: !to }] : []));
  const still = (day: Day): boolean => pauses.some(({ from, to }) => from <= day && day <= to);
  const counts = (day: Day): boolean => !still(day) && (rule.dayKind === 'calendar' || isWorkingDay(day, calendar));
  let dueOn = facts.start;
  if (pauses.length === 0) dueOn = rule.dayKind === 'working' ? plusWorkingDays(facts.start, days, calendar) : addDays(facts.start, days);
  else
    for (let left = days; left > 0; ) {
      dueOn = addDays(dueOn, 1);
      if (counts(dueOn)) left -= 1;
    }
  return {
    dueOn,
    days,
    dayKind: rule.dayKind,
    source: rule.source,
    unverified: rule.unverified === true,
    paused: pauses.some(({ from, open }) => open && from <= facts.today),
    unconfirmed: rule.dayKind === 'working' ? unconfirmedYears(facts.start, dueOn, calendar) : [],
    betterBy: isWorkingDay(dueOn, calendar) ? null : lastWorkingDayBefore(dueOn, calendar),
  };
}

/** How a deadline is told: '90 ngày làm việc từ 02/03/2026, theo 30-QĐ/TW (2016) (tạm tính, chưa xác nhận lịch năm 2027)'. */
export function deadlineWords(deadline: Deadline, start: Day, language: 'vi' | 'en'): string {
  const vi = language === 'vi';
  const kind = deadline.dayKind === 'working' ? (vi ? 'ngày làm việc' : 'working days') : vi ? 'ngày' : 'days';
  const day = `${start.slice(8, 10)}/${start.slice(5, 7)}/${start.slice(0, 4)}`;
  const notes = [
    deadline.unverified ? (vi ? 'nguồn chưa kiểm chứng' : 'source not verified') : '',
    deadline.unconfirmed.length > 0
      ? vi
        ? `tạm tính, chưa xác nhận lịch năm ${deadline.unconfirmed.join(', ')}`
        : `provisional, calendar of ${deadline.unconfirmed.join(', ')} not confirmed`
      : '',
  ].filter(Boolean);
  const words = vi
    ? `${deadline.days} ${kind} từ ${day}, theo ${deadline.source}`
    : `${deadline.days} ${kind} from ${day}, by ${deadline.source}`;
  return notes.length > 0 ? `${words} (${notes.join('; ')})` : words;
}

/** How many calendar days were lost to pauses, for the timeline. */
export const pausedDays = (pauses: DeadlineFacts['pauses'], today: Day): number =>
  (pauses ?? []).reduce((sum, { from, to }) => (from ? sum + Math.max(0, daysBetween(from, to ?? today) + 1) : sum), 0);

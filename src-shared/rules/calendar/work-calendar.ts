import { addDays, weekdayOf, type Day } from '../day';

/**
 * Which days are worked. Built from the yearly data that the committee keeps (work-days.ts); years that it has not confirmed as complete are
 * reckoned with what is known, and whoever computes a deadline across one says so.
 */
export interface WorkCalendar {
  /** Holidays and days off in lieu, also those at a weekend. */
  readonly off: Pick<ReadonlySet<Day>, 'has'>;
  /** Saturdays and Sundays that are worked for a day off by swap. */
  readonly worked: Pick<ReadonlySet<Day>, 'has'>;
  readonly confirmed: ReadonlySet<number>;
}

/** Monday to Friday; nothing confirmed. */
export const plainCalendar: WorkCalendar = { off: new Set(), worked: new Set(), confirmed: new Set() };

export const isWorkingDay = (day: Day, calendar: WorkCalendar): boolean =>
  calendar.worked.has(day) || (!calendar.off.has(day) && weekdayOf(day) % 6 !== 0);

/** The n-th working day after `day`; `day` itself for 0. */
export function plusWorkingDays(day: Day, days: number, calendar: WorkCalendar): Day {
  let result = day;
  for (let left = days; left > 0; ) {
    result = addDays(result, 1);
    if (isWorkingDay(result, calendar)) left -= 1;
  }
  return result;
}

/** Working days after `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return sign * count;
}

/** The last working day before `day`. */
export function lastWorkingDayBefore(day: Day, calendar: WorkCalendar): Day {
  let result = addDays(day, -1);
  while (!isWorkingDay(result, calendar)) result = addDays(result, -1);
  return result;
}

/** Years from `from` to `to` whose calendar nobody has confirmed. */
export function unconfirmedYears(from: Day, to: Day, calendar: WorkCalendar): readonly number[] {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)].map(Number) as [number, number];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((year) => !calendar.confirmed.has(year));
}

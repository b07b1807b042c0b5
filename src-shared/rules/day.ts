/** A day of the calendar as 'YYYY-MM-DD'. All arithmetic is on days, so no time zone can shift it. */
export type Day = string;

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01. @throws RangeError for a text that is no day of the calendar */
export function dayNumber(day: Day): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) throw new RangeError(`not a day of the calendar: ${day}`);
  return time / millisecondsPerDay;
}

export const dayOf = (number: number): Day => new Date(number * millisecondsPerDay).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);

/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** Saturday and Sunday, and the days that the calendar of the year names. */
export const isDayOff = (day: Day, daysOff: ReadonlySet<Day> = new Set()): boolean => daysOff.has(day) || weekdayOf(day) % 6 === 0;

/** The n-th working day after `day`. */
export function addWorkingDays(day: Day, days: number, daysOff?: ReadonlySet<Day>): Day {
  let result = day;
  for (let left = days; left > 0; ) {
    result = addDays(result, 1);
    if (!isDayOff(result, daysOff)) left -= 1;
  }
  return result;
}

/** The last working day before `day`. */
export function workingDayBefore(day: Day, daysOff?: ReadonlySet<Day>): Day {
  let result = addDays(day, -1);
  while (isDayOff(result, daysOff)) result = addDays(result, -1);
  return result;
}

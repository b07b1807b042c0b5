/** A day of the calendar as 'YYYY-MM-DD'. All arithmetic is on days, so no time zone can shift it. */
export type Day = string;

/** Days since 1970-01-01. @throws RangeError for a text that is no day of the calendar */
export function dayNumber(day: Day): number {
  const [year, month, date] =
    day.length === 10 && day[4] === '-' && day[7] === '-' ? [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)] : none;
  if (!(year >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysOfMonth(year, month)))
    throw new RangeError(`not a day of the calendar: ${day}`);
  // Years that begin in March end with the day that a leap year has more.
  const from = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return 365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + inYear - marchOfYear0;
}

/** @throws RangeError outside of the years 0 to 9999 */
export function dayOf(number: number): Day {
  if (!(number >= firstDay && number <= lastDay)) throw new RangeError(`not a day of the calendar: ${number}`);
  const days = Math.floor(number) + marchOfYear0;
  const ages = Math.floor(days / 146_097);
  const inAge = days - ages * 146_097;
  const years = Math.floor((inAge - Math.floor(inAge / 1460) + Math.floor(inAge / 36_524) - Math.floor(inAge / 146_096)) / 365);
  const inYear = inAge - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = ages * 400 + years + (month <= 2 ? 1 : 0);
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(inYear - Math.floor((153 * fromMarch + 2) / 5) + 1)}`;
}

/** Days from 1 March of the year 0 to 1970-01-01. */
const marchOfYear0 = 719_468;
const [firstDay, lastDay] = [-719_528, 2_932_896];
const none: readonly [number, number, number] = [Number.NaN, Number.NaN, Number.NaN];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysOfMonth = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (lengths[month - 1] ?? 0);
const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The number that stands from `from` to `to`; NaN where another character than a digit stands. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

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

import type { ValuesOfType } from '../../records/registry';
import type { Day } from '../day';
import { knownYear } from './known-days';
import type { WorkCalendar } from './work-calendar';

/** Years for which the program itself knows days; a deadline outside of them counts weekends only. */
const firstYear = 2020;
const lastYear = 2045;

type CalendarValues = ValuesOfType<'workingCalendar'>;

/**
 * The calendar that holds with these records (those that were not moved aside, in the order in which they were made). A year that the committee
 * keeps is taken from its record alone; other years from what the program knows of them.
 */
export function calendarOf(records: readonly CalendarValues[]): WorkCalendar {
  const own = new Map(records.flatMap((values) => (typeof values.year === 'number' ? [[values.year, values] as const] : [])));
  const kept: Days = { off: new Set(), worked: new Set() };
  for (const { days } of own.values())
    for (const { day, kind } of days ?? []) if (day) (kind === 'LAM_BU' ? kept.worked : kept.off).add(day);
  const has = (kind: keyof Days, day: Day): boolean => {
    if (kept[kind].has(day)) return true;
    const year = Number(day.slice(0, 4));
    return year >= firstYear && year <= lastYear && !own.has(year) && daysOf(year)[kind].has(day);
  };
  return {
    off: { has: (day) => has('off', day) },
    worked: { has: (day) => has('worked', day) },
    confirmed: new Set([...own.values()].filter((values) => values.confirmed === true).map((values) => values.year ?? 0)),
  };
}

interface Days {
  readonly off: Set<Day>;
  readonly worked: Set<Day>;
}

/** Reckoned when a day of the year is asked for: all of them would take a moment of each start. */
const reckoned = new Map<number, Days>();
function daysOf(year: number): Days {
  let days = reckoned.get(year);
  if (days === undefined) {
    days = { off: new Set(), worked: new Set() };
    for (const { day, kind } of knownYear(year).days) (kind === 'LAM_BU' ? days.worked : days.off).add(day);
    reckoned.set(year, days);
  }
  return days;
}

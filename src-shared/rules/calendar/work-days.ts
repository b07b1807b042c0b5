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
  const off = new Set<Day>();
  const worked = new Set<Day>();
  const take = (day: string | null | undefined, kind: string | null | undefined): void => {
    if (day) (kind === 'LAM_BU' ? worked : off).add(day);
  };
  for (let year = firstYear; year <= lastYear; year += 1) {
    const kept = own.get(year);
    if (kept) for (const { day, kind } of kept.days ?? []) take(day, kind);
    else for (const { day, kind } of knownYear(year).days) take(day, kind);
  }
  const confirmed = new Set([...own.values()].filter((values) => values.confirmed === true).map((values) => values.year ?? 0));
  return { off, worked, confirmed };
}

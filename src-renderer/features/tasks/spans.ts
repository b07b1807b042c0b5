import { addDays, dayNumber, dayOf, weekdayOf, type Day } from '#shared/rules/day';

export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
const nextMonth = (day: Day): Day => firstOfMonth(addDays(firstOfMonth(day), 31));

/** The days that a view of this span around a day shows; of a month its whole weeks. */
export function daysOf(span: Span, around: Day): readonly Day[] {
  if (span === 'day') return [around];
  const from = span === 'week' ? monday(around) : monday(firstOfMonth(around));
  const until = span === 'week' ? addDays(from, 7) : addDays(monday(addDays(nextMonth(around), -1)), 7);
  return Array.from({ length: dayNumber(until) - dayNumber(from) }, (_, i) => dayOf(dayNumber(from) + i));
}

/** The day around which the span before or after this one lies. */
export function moved(span: Span, around: Day, by: -1 | 1): Day {
  if (span === 'day') return addDays(around, by);
  if (span === 'week') return addDays(around, 7 * by);
  return by === 1 ? nextMonth(around) : firstOfMonth(addDays(firstOfMonth(around), -1));
}

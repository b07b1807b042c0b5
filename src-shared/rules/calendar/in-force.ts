import type { ValuesOfType } from '../../records/registry';
import type { WorkCalendar } from './work-calendar';
import { calendarOf } from './work-days';

const known: WorkCalendar = calendarOf([]);
let inForce = known;

/** Takes over what the committee keeps; replaces what was taken over before. */
export function takeCalendars(records: readonly ValuesOfType<'workingCalendar'>[]): void {
  inForce = records.length === 0 ? known : calendarOf(records);
}

/** The working calendar of the open book. */
export const workCalendar = (): WorkCalendar => inForce;

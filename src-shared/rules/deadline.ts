import { daysBetween, isDayOff, weekdayOf, workingDayBefore, type Day } from './day';

export type DueState = 'overdue' | 'soon' | 'later';

/** How many days before its day a thing counts as due soon (design: amber at 3 days or less). */
export const soonDays = 3;
/** The same for the end of a whole case. */
export const soonDaysOfCase = 15;

/** Days until `due`: 0 today, negative when it is past. */
export const daysLeft = (due: Day, today: Day): number => daysBetween(today, due);

export function dueState(due: Day, today: Day, soon = soonDays): DueState {
  const left = daysLeft(due, today);
  return left < 0 ? 'overdue' : left <= soon ? 'soon' : 'later';
}

/** 'Còn 3 ngày', 'Hôm nay', 'Quá hạn 5 ngày'. */
export function dueWords(due: Day, today: Day, language: 'vi' | 'en'): string {
  const left = daysLeft(due, today);
  const count = Math.abs(left);
  const days = count === 1 ? 'day' : 'days';
  if (left === 0) return language === 'vi' ? 'Hôm nay' : 'Today';
  if (left > 0) return language === 'vi' ? `Còn ${count} ngày` : `${count} ${days} left`;
  return language === 'vi' ? `Quá hạn ${count} ngày` : `${count} ${days} overdue`;
}

const weekdayNames = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

const dayAndMonth = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

/**
 * Note for a deadline that falls on a day off, naming the last working day before it: 'Chủ nhật, nên xong trước 04/12'.
 * Undefined on a working day. `daysOff` are the holidays on weekdays.
 */
export function dayOffNote(due: Day, language: 'vi' | 'en', daysOff?: ReadonlySet<Day>): string | undefined {
  if (!isDayOff(due, daysOff)) return undefined;
  const name = daysOff?.has(due) ? { vi: 'Ngày nghỉ', en: 'A day off' }[language] : weekdayNames[language][weekdayOf(due)];
  const before = dayAndMonth(workingDayBefore(due, daysOff));
  return language === 'vi' ? `${name}, nên xong trước ${before}` : `${name}, better done by ${before}`;
}

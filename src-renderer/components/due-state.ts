import { defineWords } from '../i18n/words';
import { daysBetween } from './day';

export const useDueWords = defineWords('due', {
  vi: { left: 'Còn {{count}} ngày', today: 'Hôm nay', over: 'Quá hạn {{count}} ngày', done: 'Đã xong', date: 'Hạn {{date}}' },
  en: {
    left: '{{count}} days left',
    left_one: '{{count}} day left',
    today: 'Today',
    over: '{{count}} days overdue',
    over_one: '{{count}} day overdue',
    done: 'Done',
    date: 'Due {{date}}',
  },
});

/** Days before the end from which a deadline is shown in amber. */
export const soonDays = 3;

export interface DueState {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly key: 'left' | 'today' | 'over' | 'done';
  readonly days: number;
}

export function dueState(date: string, closed: boolean, today: string): DueState {
  const days = daysBetween(today, date);
  if (closed) return { tone: 'good', key: 'done', days };
  if (days < 0) return { tone: 'bad', key: 'over', days: -days };
  if (days === 0) return { tone: 'warn', key: 'today', days };
  return { tone: days <= soonDays ? 'warn' : 'plain', key: 'left', days };
}

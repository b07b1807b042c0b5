import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, daysBetween, weekdayOf } from '#shared/rules/day';
import { dayOffNote, daysLeft, dueState, dueWords } from '#shared/rules/deadline';

describe('days', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('1969-12-31', -365)).toBe('1968-12-31');
    expect(daysBetween('2026-11-24', '2026-11-16')).toBe(-8);
  });

  it('refuses days that the calendar does not have', () => {
    for (const day of ['2026-02-29', '2026-13-01', '2026-4-1', '', '24/11/2026']) expect(() => addDays(day, 1)).toThrow(RangeError);
  });

  it('knows the weekday, before 1970 too', () => {
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('1930-02-03')).toBe(1);
  });

  it('counts working days over a weekend and holidays', () => {
    expect(addWorkingDays('2026-11-23', 7)).toBe('2026-12-02');
    expect(addWorkingDays('2026-08-31', 2, new Set(['2026-09-01', '2026-09-02']))).toBe('2026-09-04');
  });
});

describe('deadlines', () => {
  const today = '2026-11-24';

  it.each([
    ['2026-11-16', 'overdue', 'Quá hạn 8 ngày', '8 days overdue'],
    ['2026-11-23', 'overdue', 'Quá hạn 1 ngày', '1 day overdue'],
    ['2026-11-24', 'soon', 'Hôm nay', 'Today'],
    ['2026-11-27', 'soon', 'Còn 3 ngày', '3 days left'],
    ['2026-11-28', 'later', 'Còn 4 ngày', '4 days left'],
  ])('%s is %s', (due, state, vi, en) => {
    expect(dueState(due, today)).toBe(state);
    expect(dueWords(due, today, 'vi')).toBe(vi);
    expect(dueWords(due, today, 'en')).toBe(en);
  });

  it('has a wider margin where asked for', () => {
    expect(dueState('2026-12-06', today, 15)).toBe('soon');
    expect(daysLeft('2026-12-06', today)).toBe(12);
  });

  it('names the working day before a day off', () => {
    expect(dayOffNote('2026-12-06', 'vi')).toBe('Chủ nhật, nên xong trước 04/12');
    expect(dayOffNote('2026-12-05', 'en')).toBe('Saturday, better done by 04/12');
    expect(dayOffNote('2026-09-02', 'vi', new Set(['2026-09-01', '2026-09-02']))).toBe('Ngày nghỉ, nên xong trước 31/08');
    expect(dayOffNote('2026-11-24', 'vi')).toBeUndefined();
  });
});

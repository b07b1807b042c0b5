import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCalendar, type WorkCalendar } from '#shared/rules/calendar/work-calendar';
import { calendarOf } from '#shared/rules/calendar/work-days';
import { addDays, dayOf, daysBetween } from '#shared/rules/day';
import { deadlineOf, deadlineWords } from '#shared/rules/deadline-of';

const day = fc.integer({ min: 19_000, max: 22_000 }).map(dayOf);
const kind = fc.constantFrom('calendar', 'working');
const rule = fc.record({ days: fc.integer({ min: 1, max: 400 }), dayKind: kind, source: fc.constant('x') });
const calendars: readonly WorkCalendar[] = [plainCalendar, calendarOf([])];
const at = '2026-11-23';

describe('a deadline', () => {
  it('lies after its start, never before what more days, a pause or an extension give', () => {
    fc.assert(
      fc.property(
        rule,
        day,
        fc.nat({ max: 40 }),
        fc.nat({ max: 60 }),
        fc.constantFrom(...calendars),
        (one, start, more, offset, calendar) => {
          const plain = deadlineOf(one, { start, today: at }, calendar);
          expect(plain.dueOn > start).toBe(true);
          if (one.dayKind === 'calendar') expect(daysBetween(start, plain.dueOn)).toBe(one.days);
          const extended = deadlineOf(one, { start, today: at, extensions: [{ days: more }] }, calendar);
          expect(extended.dueOn).toBe(deadlineOf({ ...one, days: one.days + more }, { start, today: at }, calendar).dueOn);
          const from = addDays(start, 1 + offset);
          const paused = deadlineOf(one, { start, today: at, pauses: [{ from, to: addDays(from, more) }] }, calendar);
          expect(paused.dueOn >= plain.dueOn).toBe(true);
          if (one.dayKind === 'calendar' && from <= plain.dueOn) expect(daysBetween(plain.dueOn, paused.dueOn)).toBe(more + 1);
          if (from > plain.dueOn) expect(paused.dueOn).toBe(plain.dueOn);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not end in a pause, and says when the clock stands still', () => {
    const one = { days: 5, dayKind: 'calendar', source: 'x' } as const;
    const open = deadlineOf(one, { start: '2026-11-10', today: at, pauses: [{ from: '2026-11-12' }] }, plainCalendar);
    expect(open).toMatchObject({ paused: true, dueOn: '2026-11-27' });
    expect(
      deadlineOf(one, { start: '2026-11-10', today: at, pauses: [{ from: '2026-11-12', to: '2026-11-13' }] }, plainCalendar).paused,
    ).toBe(false);
  });

  it('is provisional where it crosses a year that nobody confirmed, and names the working day before a day off', () => {
    const calendar = calendarOf([{ year: 2026, confirmed: true, days: [{ id: 'a', day: '2026-11-24', kind: 'NGHI' }] }]);
    const one = { days: 2, dayKind: 'working', source: 'Điều lệ Đảng, Điều 39.7' } as const;
    expect(deadlineOf(one, { start: '2026-11-20', today: at }, calendar)).toMatchObject({ dueOn: '2026-11-25', unconfirmed: [] });
    const late = deadlineOf({ ...one, days: 30 }, { start: '2026-12-20', today: at }, calendar);
    expect(late.unconfirmed).toEqual([2027]);
    expect(deadlineWords(late, '2026-12-20', 'vi')).toBe(
      '30 ngày làm việc từ 20/12/2026, theo Điều lệ Đảng, Điều 39.7 (tạm tính, chưa xác nhận lịch năm 2027)',
    );
    expect(deadlineOf({ ...one, dayKind: 'calendar', days: 4 }, { start: '2026-11-20', today: at }, calendar).betterBy).toBe('2026-11-23');
  });
});

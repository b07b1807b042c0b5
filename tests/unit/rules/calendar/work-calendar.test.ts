import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownYear } from '#shared/rules/calendar/known-days';
import { isWorkingDay, plusWorkingDays, unconfirmedYears, workingDaysBetween } from '#shared/rules/calendar/work-calendar';
import { calendarOf } from '#shared/rules/calendar/work-days';
import { dayOf } from '#shared/rules/day';

const calendar = calendarOf([]);
const day = fc.integer({ min: 18_300, max: 24_800 }).map(dayOf); // 2020 to 2037

describe('the working calendar', () => {
  it('knows the notices of 2025 and 2026, with swaps, the second National Day day and 24/11', () => {
    const off = [
      '2025-01-27',
      '2025-05-02',
      '2025-09-01',
      '2026-02-16',
      '2026-04-27',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
      '2026-11-24',
    ];
    expect(off.filter((one) => isWorkingDay(one, calendar))).toEqual([]);
    const worked = ['2025-04-26', '2026-08-22', '2025-11-24', '2026-11-23', '2026-08-28'];
    expect(worked.filter((one) => !isWorkingDay(one, calendar))).toEqual([]);
  });

  it('proposes for a year without notice what the law says, and names what is open', () => {
    const { days, notice, open } = knownYear(2027);
    expect(notice).toBeUndefined();
    expect(open.length).toBeGreaterThan(0);
    const named = days.map((one) => one.day);
    expect(named).toEqual(
      expect.arrayContaining(['2027-01-01', '2027-02-06', '2027-04-16', '2027-04-30', '2027-05-03', '2027-09-02', '2027-11-24']),
    );
    expect(new Set(named).size).toBe(named.length);
  });

  it('takes a year that the committee keeps from its record alone, confirmed or not', () => {
    const own = calendarOf([{ year: 2027, confirmed: true, days: [{ id: 'x', day: '2027-03-03', kind: 'NGHI' }] }]);
    expect(isWorkingDay('2027-03-03', own)).toBe(false);
    expect(isWorkingDay('2027-11-24', own), 'the record does not name it').toBe(true);
    expect(unconfirmedYears('2026-12-01', '2028-01-05', own)).toEqual([2026, 2028]);
  });

  it('counts working days so that going and counting back agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (from, days) => {
        const to = plusWorkingDays(from, days, calendar);
        expect(isWorkingDay(to, calendar)).toBe(true);
        expect(workingDaysBetween(from, to, calendar)).toBe(days);
        expect(workingDaysBetween(to, from, calendar)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

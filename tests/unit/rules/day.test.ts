import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayNumber, dayOf, weekdayOf } from '#shared/rules/day';

const millisecondsPerDay = 86_400_000;
const byDate = (number: number): string => new Date(number * millisecondsPerDay).toISOString().slice(0, 10);

it('reckons as the calendar does, from the year 0 to 9999', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (number) => {
      expect(dayOf(number)).toBe(byDate(number));
      expect(dayNumber(byDate(number))).toBe(number);
      expect(weekdayOf(byDate(number))).toBe(new Date(number * millisecondsPerDay).getUTCDay());
    }),
    { numRuns: 2000 },
  );
  for (const number of [-719_528, -1, 0, 2_932_896]) expect([dayOf(number), dayNumber(dayOf(number))]).toEqual([byDate(number), number]);
  for (const number of [-719_529, 2_932_897, Number.NaN]) expect(() => dayOf(number)).toThrow(RangeError);
});

it('knows every day of four centuries, leap years with them', () => {
  const wrong: string[] = [];
  for (let number = dayNumber('1900-01-01'), day = '1900-01-01'; day < '2300-01-01'; number += 1, day = addDays(day, 1)) {
    if (byDate(number) !== day) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});

it('refuses what is no day', () => {
  const wrong = [
    '2026-02-29',
    '2100-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-04-00',
    '2026-4-01',
    '26-04-011',
    '2026/04/01',
  ];
  for (const text of [...wrong, '2026-04-1a', '2026-04-01T', '', '+2026-4-1', '-026-04-01'])
    expect(() => dayNumber(text), text).toThrow(RangeError);
});

import { describe, expect, it } from 'vitest';
import { readDay, readPartialDay, showDay } from '../../../src-renderer/components/record-form/day-entry';

const today = '2026-11-24';

describe('days as people type them', () => {
  it.each([
    ['1/3/26', '2026-03-01'],
    ['01/03/2026', '2026-03-01'],
    ['1-3-2026', '2026-03-01'],
    ['1.3.26', '2026-03-01'],
    [' 1 / 3 / 26 ', '2026-03-01'],
    ['010326', '2026-03-01'],
    ['01032026', '2026-03-01'],
    ['1/3', '2026-03-01'],
    ['29/2/24', '2024-02-29'],
    ['2/9/45', '1945-09-02'],
    ['2/9/36', '2036-09-02'],
  ])('reads %s', (typed, day) => expect(readDay(typed, today)).toBe(day));

  it.each(['31/4/26', '29/2/26', '0/1/26', '1/13/26', '1/3/026', '13', 'mai', '', '1/3/26 8'])('refuses %s', (typed) =>
    expect(readDay(typed, today)).toBeUndefined(),
  );

  it.each([
    ['2011', '2011'],
    ['3/2011', '2011-03'],
    ['1/3/2011', '2011-03-01'],
    ['1/3/11', '2011-03-01'],
  ])('reads %s where a part may be missing', (typed, day) => expect(readPartialDay(typed, today)).toBe(day));
  it.each(['13/2011', '0/2011', '1700'])('refuses %s where a part may be missing', (typed) =>
    expect(readPartialDay(typed, today)).toBeUndefined(),
  );

  it.each([
    ['2026-03-01', '01/03/2026'],
    ['2011-03', '03/2011'],
    ['2011', '2011'],
  ])('shows %s so that it can be typed again', (day, shown) => {
    expect(showDay(day)).toBe(shown);
    expect(readPartialDay(shown, today)).toBe(day);
  });
});

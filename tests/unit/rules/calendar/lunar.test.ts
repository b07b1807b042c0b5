import { describe, expect, it } from 'vitest';
import { hungKingsDay, lunarNewYear } from '#shared/rules/calendar/lunar';

/** Published days; 2030 is one on which Vietnam and China differ. */
const published: readonly (readonly [year: number, tet: string, hung: string])[] = [
  [2020, '2020-01-25', '2020-04-02'],
  [2021, '2021-02-12', '2021-04-21'],
  [2022, '2022-02-01', '2022-04-10'],
  [2023, '2023-01-22', '2023-04-29'],
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
];

describe('the lunar calendar of Vietnam', () => {
  it.each(published)('%i: Tết and Giỗ Tổ', (year, tet, hung) => {
    expect([lunarNewYear(year), hungKingsDay(year)]).toEqual([tet, hung]);
  });
});

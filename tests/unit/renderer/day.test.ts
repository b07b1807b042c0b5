import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../src-renderer/components/day';

describe('days between two days of the calendar', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-12-02', 8],
    ['2026-11-24', '2026-11-16', -8],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
  ])('%s to %s: %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});

import { expect, test } from 'vitest';
import { createBackOff } from '#service/sync/back-off';

test('waits longer after each failure, never beyond five minutes, and from the start after a success', () => {
  const backOff = createBackOff(() => 1);
  const waits = Array.from({ length: 12 }, () => backOff.next());
  expect(waits.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
  expect(waits.at(-1)).toBe(300_000);
  backOff.reset();
  expect(backOff.next()).toBe(2000);
});

test('spreads at random over half of the time', () => {
  expect(createBackOff(() => 0).next()).toBe(1000);
});

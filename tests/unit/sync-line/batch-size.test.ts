import { expect, test } from 'vitest';
import { bytesForPart, isFastLine, opsForBatch } from '#service/sync/batch-size';
import { createSpeedMeter } from '#service/sync/speed';
import { limits } from '#shared/sync/limits';

test('a batch takes two to four seconds of the line, within its bounds', () => {
  const opBytes = 230;
  for (const bytesPerSecond of [5_000, 10_000, 32_000]) {
    const seconds = (opsForBatch(bytesPerSecond) * opBytes) / bytesPerSecond;
    expect(seconds).toBeGreaterThanOrEqual(2);
    expect(seconds).toBeLessThanOrEqual(4);
  }
  expect(opsForBatch(100)).toBe(20);
  expect(opsForBatch(10_000_000)).toBe(limits.opsPerBatch);
  expect(opsForBatch(undefined)).toBeLessThan(limits.opsPerBatch);
});

test('what was formed lately corrects what an op weighs', () => {
  expect(opsForBatch(10_000, { ops: 10, bytes: 10_000 })).toBe(30);
});

test('few ops are shared by the connections', () => {
  expect(opsForBatch(10_000_000, undefined, 10_000)).toBe(limits.opsPerBatch);
  expect(opsForBatch(10_000_000, undefined, 1000)).toBe(250);
  expect(opsForBatch(10_000_000, undefined, 120)).toBe(100);
});

test('batches are packed as tightly as can be where the line is weak or unknown', () => {
  expect([undefined, 32_000, 125_000, 300_000].map(isFastLine)).toEqual([false, false, false, true]);
});

test('parts of images share the line', () => {
  expect(bytesForPart(80_000, 4)).toBe(60_000);
  expect(bytesForPart(10, 4)).toBe(32 * 1024);
  expect(bytesForPart(100_000_000, 4)).toBe(limits.blobPartBytes);
});

test('transfers that overlap count their time once, and short exchanges say nothing', () => {
  let now = 0;
  const meter = createSpeedMeter(() => now);
  const small = meter.begin();
  now += 600;
  small(300);
  expect(meter.bytesPerSecond()).toBeUndefined();
  const [a, b] = [meter.begin(), meter.begin()];
  now += 1000;
  a(50_000);
  now += 1000;
  b(50_000);
  expect(meter.bytesPerSecond()).toBe(50_000);
});

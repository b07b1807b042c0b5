import { expect, test } from 'vitest';
import { inBackground, nextOf } from '#service/sync/background';

test('work in the background is begun once at a time, and again when it has ended', async () => {
  const ends: (() => void)[] = [];
  const work = inBackground(() => new Promise<void>((resolve) => ends.push(resolve)));
  work.begin();
  work.begin();
  expect([ends.length, work.isUnderWay()]).toEqual([1, true]);
  ends[0]?.();
  await work.ended();
  expect(work.isUnderWay()).toBe(false);
  work.begin();
  expect(ends).toHaveLength(2);
});

test('what it threw is told once, to whoever waits for its end', async () => {
  const work = inBackground(() => Promise.reject(new Error('cut')));
  work.begin();
  await new Promise((resolve) => setImmediate(resolve));
  expect(work.isUnderWay()).toBe(false);
  await expect(work.ended()).rejects.toThrow('cut');
  await work.ended();
});

test('all who wait for the next time are told', async () => {
  const { next, tell } = nextOf();
  tell();
  const both = Promise.all([next(), next()]);
  tell();
  expect(await both).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { createTurns } from '#hub/limits/turns';

/** Work that ends when it is told to. */
function work() {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  return {
    begun,
    end: async (n: number): Promise<void> => {
      ends[n]?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    run: (n: number) => (): Promise<number> => {
      begun.push(n);
      return new Promise((resolve) => {
        ends[n] = () => resolve(n);
      });
    },
  };
}

test('so many run at once, the others in the order in which they came', async () => {
  const turns = createTurns(2);
  const { begun, end, run } = work();
  const all = Promise.all([0, 1, 2, 3].map((n) => turns(run(n))));
  expect(begun).toEqual([0, 1]);
  await end(1);
  expect(begun).toEqual([0, 1, 2]);
  await end(0);
  await end(2);
  await end(3);
  await expect(all).resolves.toEqual([0, 1, 2, 3]);
});

test('work that fails gives its place to the next', async () => {
  const turns = createTurns(1);
  const failing = turns(() => Promise.reject(new Error('full')));
  const next = turns(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('full');
  await expect(next).resolves.toBe('done');
  await expect(turns(() => Promise.resolve('again'))).resolves.toBe('again');
});

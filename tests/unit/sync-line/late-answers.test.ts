import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLateAnswers } from '#service/sync/late-answers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A hub whose answers come when the test says so, in the order of asking. */
function hub() {
  const asked: { answer(text: string): void; fail(error: Error): void }[] = [];
  const ask = (): Promise<string> => new Promise((answer, fail) => asked.push({ answer, fail }));
  return { asked, ask };
}
/** An answer that took so long. */
async function usual(late: ReturnType<typeof createLateAnswers>, ms: number, size = 5000): Promise<void> {
  const { asked, ask } = hub();
  const answered = late.soonest(size, ask);
  await vi.advanceTimersByTimeAsync(ms);
  asked[0]?.answer('');
  await answered;
}

test('an answer that is late is asked for once more where a connection rests; what comes first counts', async () => {
  const late = createLateAnswers(() => true);
  await usual(late, 1000);
  const { asked, ask } = hub();
  const answer = late.soonest(5000, ask);
  await vi.advanceTimersByTimeAsync(1299);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
  asked[1]?.answer('second');
  expect(await answer).toBe('second');
  asked[0]?.answer('first');
  // How long that took is no measure for the next.
  const next = hub();
  void late.soonest(5000, next.ask);
  await vi.advanceTimersByTimeAsync(1301);
  expect(next.asked).toHaveLength(2);
});

test('those that left together are measured by the first of them that is answered', async () => {
  const late = createLateAnswers(() => true);
  const { asked, ask } = hub();
  const answers = [1, 2, 3].map(() => late.soonest(5000, ask));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(3);
  asked[1]?.answer('b');
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked).toHaveLength(5);
  asked[3]?.answer('a');
  asked[4]?.answer('c');
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
});

test('nothing is asked twice that is large, while no connection rests, or before any answer came', async () => {
  let rests = true;
  const late = createLateAnswers(() => rests);
  const alone = hub();
  void late.soonest(5000, alone.ask);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(alone.asked).toHaveLength(1);
  alone.asked[0]?.answer('');
  await usual(late, 100, 16_000);
  const large = hub();
  void late.soonest(17_000, large.ask);
  rests = false;
  const small = hub();
  void late.soonest(5000, small.ask);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([large.asked.length, small.asked.length]).toEqual([1, 1]);
});

test('one that fails leaves it to the other; when both have failed the first reason is told', async () => {
  const late = createLateAnswers(() => true);
  await usual(late, 100);
  const one = hub();
  const answer = late.soonest(100, one.ask);
  await vi.advanceTimersByTimeAsync(1000);
  one.asked[0]?.fail(new Error('cut'));
  one.asked[1]?.answer('there');
  expect(await answer).toBe('there');
  const two = hub();
  const none = late.soonest(100, two.ask);
  none.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1000);
  two.asked[1]?.fail(new Error('second'));
  two.asked[0]?.fail(new Error('cut'));
  await expect(none).rejects.toThrow('second');
});

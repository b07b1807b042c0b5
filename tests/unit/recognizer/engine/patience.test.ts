import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { counted, startPatience, usageNow } from '#recognizer/engine/patience';

/** What one second brought. */
const second = (own: number, idle: number, sharing = 1) => counted({ clock: 0, own: 0, idle: 0 }, { clock: 1000, own, idle }, sharing);

describe('what counts against a limit', () => {
  it.each([
    ['work that has a core to itself: the clock', second(1000, 900), 1000],
    ['work that others keep from the processor: only what it got', second(20, 0), 20],
    ['work that stands still beside an idle core: the clock', second(0, 1900), 1000],
    ['two jobs on two cores: each its half of what the process used', second(2000, 0, 2), 1000],
    ['two jobs that share what is left of a core', second(300, 0, 2), 150],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  it('grows with the work that is done', () => {
    const before = usageNow();
    while (usageNow().own < before.own + 50);
    const used = counted(before, usageNow(), 1);
    expect(used).toBeGreaterThan(20);
    expect(used).toBeLessThanOrEqual(performance.now() - before.clock);
  });
});

describe('startPatience', () => {
  it('ends work that takes too long, once, and not what ended before', async () => {
    const [over, ended] = [vi.fn(), vi.fn()];
    startPatience(1, () => 1, over);
    const end = startPatience(60_000, () => 1, ended);
    await expect.poll(() => over.mock.calls.length, { timeout: 30_000 }).toBe(1);
    expect(end()).toBeGreaterThanOrEqual(0);
    await wait(20);
    expect([over.mock.calls.length, ended.mock.calls.length]).toEqual([1, 0]);
  });
});

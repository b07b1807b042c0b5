import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src-main/recognizer/gate';

const held = () => {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
};
const calm = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate to the engine', () => {
  it('reads a large page alone, and keeps the order', async () => {
    const gate = new Gate(() => 3);
    const began: string[] = [];
    const { signal } = new AbortController();
    const enter = (name: string, weight: number) => {
      const { until, release } = held();
      const passed = gate.pass(
        signal,
        async () => {
          began.push(name);
          await until;
        },
        weight,
      );
      return { passed, release };
    };
    const small = enter('small', 1);
    const large = enter('large', 5);
    const last = enter('last', 1);
    await calm();
    expect(began).toEqual(['small']);
    small.release();
    await small.passed;
    await calm();
    expect(began).toEqual(['small', 'large']);
    expect(gate.waiting).toBe(1);
    large.release();
    await large.passed;
    last.release();
    await last.passed;
    expect(began).toEqual(['small', 'large', 'last']);
  });

  it('lets the others in when one that waits in front of them leaves', async () => {
    const gate = new Gate(() => 2);
    const leaving = new AbortController();
    const { until, release } = held();
    const first = gate.pass(new AbortController().signal, () => until);
    const gone = gate.pass(leaving.signal, async () => 'gone', 2);
    const next = gate.pass(new AbortController().signal, async () => 'next');
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ code: 'ocr.cancelled' });
    await expect(next).resolves.toBe('next');
    release();
    await first;
  });
});

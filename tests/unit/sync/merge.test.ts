import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldClock, writeStamp } from '#shared/sync/hlc';
import { emptyState, merge, type MergeState } from '#shared/sync/merge';
import type { Json, Op } from '#shared/sync/op';

const op = (ms: number, incarnation: string, fields: Record<string, Json>, base: Op['base'] = {}): [Op, string] => [
  {
    seq: 1,
    stamp: writeStamp({ ms, counter: 0 }),
    type: 'note',
    id: 'x',
    fields,
    base,
    actor: 'u',
    hash: ms.toString(16).padStart(12, '0'),
  },
  incarnation,
];
const all = (ops: readonly [Op, string][]): MergeState => ops.reduce((state, [one, by]) => merge(state, one, by).state, emptyState);

describe('merging', () => {
  test('any order and any repetition of the same ops gives the same record', () => {
    const someOp = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('a', 'b'),
      fc.dictionary(fc.constantFrom('f', 'g'), fc.integer({ min: 0, max: 3 }), { minKeys: 1 }),
    );
    fc.assert(
      fc.property(
        fc
          .uniqueArray(someOp, { selector: ([ms, by]) => `${ms}${by}`, maxLength: 8 })
          .chain((drafts) => fc.tuple(fc.constant(drafts), fc.shuffledSubarray([...drafts, ...drafts], { minLength: drafts.length * 2 }))),
        ([once, twice]) => {
          const ops = (drafts: typeof once) => drafts.map(([ms, by, fields]) => op(ms, by, fields));
          expect(all(ops(twice))).toEqual(all(ops(once)));
        },
      ),
    );
  });

  test('edits of different fields both survive without a conflict', () => {
    const [created, by] = op(1, 'a', { text: 'x', author: 'y' });
    const state = merge(emptyState, created, by).state;
    const first = merge(state, ...op(2, 'a', { text: 'x2' }, { text: state.clocks['text'] ?? '' }));
    const second = merge(first.state, ...op(3, 'b', { author: 'y2' }, { author: state.clocks['author'] ?? '' }));
    expect(second.state.fields).toEqual({ text: 'x2', author: 'y2' });
    expect([...first.conflicts, ...second.conflicts]).toEqual([]);
  });

  test('the loser of a clash is reported with both values, whichever arrives first', () => {
    const base = fieldClock(writeStamp({ ms: 1, counter: 0 }), 'a', '000000000001');
    const [early, late] = [op(5, 'a', { text: 'A' }, { text: base }), op(6, 'b', { text: 'B' }, { text: base })];
    for (const [one, two] of [
      [early, late],
      [late, early],
    ] as const) {
      const { conflicts, state } = merge(merge(emptyState, ...one).state, ...two);
      expect(state.fields).toEqual({ text: 'B' });
      expect(conflicts).toMatchObject([{ field: 'text', winner: { value: 'B' }, loser: { value: 'A' } }]);
    }
  });

  test('the same value twice is no conflict', () => {
    expect(merge(merge(emptyState, ...op(5, 'a', { text: 'A' })).state, ...op(6, 'b', { text: 'A' })).conflicts).toEqual([]);
  });
});

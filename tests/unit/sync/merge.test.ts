import { describe, expect, test } from 'vitest';
import { fieldClock, writeStamp } from '#shared/sync/hlc';
import { emptyState, merge } from '#shared/sync/merge';
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
describe('merging', () => {
  test('edits of different fields both survive without a conflict', () => {
    const [created, by] = op(1, 'a', { text: 'x', author: 'y' });
    const state = merge(emptyState, created, by).state;
    const first = merge(state, ...op(2, 'a', { text: 'x2' }, { text: created.stamp + '.a.' + created.hash }));
    const second = merge(first.state, ...op(3, 'b', { author: 'y2' }, { author: created.stamp + '.a.' + created.hash }));
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

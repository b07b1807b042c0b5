import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf } from '#shared/sync/clocks';
import type { FieldClock } from '#shared/sync/hlc';
import { type Conflict, emptyState, merge, type MergeState, openConflicts } from '#shared/sync/merge';
import { apart } from '#shared/sync/merging/beside';
import { canonical, type Json, metaFields, type Op } from '#shared/sync/op';
import { readTouched } from '#shared/sync/touched';
import { knowsOf, mergeAll, play, type Sent, step, type } from './histories';

const history = fc.array(step, { minLength: 2, maxLength: 14 }).map(play);
const withOrders = (histories: fc.Arbitrary<Sent[]>) =>
  histories.chain((sent) =>
    fc.record({
      sent: fc.constant(sent),
      once: fc.shuffledSubarray(sent, { minLength: sent.length }),
      often: fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length * 2 }),
    }),
  );

const named = ({ field, item, loser, winner }: Conflict) => ({
  field,
  item,
  loser: [loser.clock, loser.value],
  winner: [winner.clock, winner.value],
});
const byText = (a: unknown, b: unknown): number => (canonical(a) < canonical(b) ? -1 : 1);
const open = (state: MergeState) => openConflicts(type, state).map(named).sort(byText);
/** Who set a value that lost is not always known; everything else must be the same. */
const withoutActors = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'actor' ? undefined : inner)));

describe('merging in any order', () => {
  it('gives the same fields, the same memory and the same open conflicts', () => {
    fc.assert(
      fc.property(withOrders(history), ({ sent, once, often }) => {
        const [made, other, again] = [mergeAll(sent), mergeAll(once), mergeAll(often)];
        for (const state of [other, again]) {
          expect(state.fields).toEqual(made.fields);
          expect(open(state)).toEqual(open(made));
          expect(withoutActors(state.clocks)).toEqual(withoutActors(made.clocks));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same to a side that cannot tell what it has merged before', () => {
    fc.assert(
      fc.property(withOrders(history), ({ sent, once }) => {
        const [made, other] = [mergeAll(sent), mergeAll(once, false)];
        expect(other.fields).toEqual(made.fields);
        expect(open(other)).toEqual(open(made));
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same where some are refused, also before anything stands in their fields', () => {
    const some = fc
      .tuple(fc.array(step, { minLength: 2, maxLength: 14 }), fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }))
      .map(([steps, refused]) => play(steps, (at) => refused[at] === true));
    fc.assert(
      fc.property(withOrders(some), ({ sent, once, often }) => {
        const made = mergeAll(sent);
        for (const state of [mergeAll(once), mergeAll(often), mergeAll(once, false)]) {
          expect(state.fields).toEqual(made.fields);
          expect(open(state)).toEqual(open(made));
        }
        expect(withoutActors(mergeAll(once).clocks)).toEqual(withoutActors(made.clocks));
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same with authors who do not say what they touched', () => {
    const mixed = fc.array(fc.record({ step, old: fc.boolean() }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(withOrders(mixed.map((steps) => play(steps.map(({ step: one, old }) => ({ ...one, old }))))), ({ sent, once, often }) => {
        const made = mergeAll(sent);
        for (const state of [mergeAll(once), mergeAll(often)]) {
          expect(state.fields).toEqual(made.fields);
          expect(open(state)).toEqual(open(made));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('tells of conflicts as they open and close, so that a table of them can be kept', () => {
    fc.assert(
      fc.property(withOrders(history), ({ once }) => {
        const table = new Map<string, Conflict>();
        const seen = new Set<FieldClock>();
        const key = ({ field, item, loser }: Conflict): string => canonical([field, item ?? null, loser.clock]);
        let state = emptyState;
        for (const { op, by, clock } of once) {
          const merged = merge(state, op, by, { knows: knowsOf(seen) });
          seen.add(clock);
          for (const { conflict } of merged.closed) expect(table.delete(key(conflict))).toBe(true);
          for (const conflict of merged.conflicts) {
            expect(table.has(key(conflict))).toBe(false);
            table.set(key(conflict), conflict);
          }
          state = merged.state;
        }
        expect([...table.keys()].sort()).toEqual(openConflicts(type, state).map(key).sort());
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with what follows from the ops themselves', () => {
    fc.assert(
      fc.property(history, (sent) => {
        const state = mergeAll(sent);
        for (const field of ['name', 'outcomeText', 'future']) {
          const { value, losers } = wholeFrom(sent, field);
          expect(state.fields[field] ?? null).toEqual(value);
          const found = openConflicts(type, state).filter((conflict) => conflict.field === field);
          expect(found.map(({ loser }) => loser.clock).sort()).toEqual(losers.sort());
        }
        expect([...((state.fields['outcome'] ?? []) as string[])].sort()).toEqual(setFrom(sent, 'outcome').sort());
      }),
      { numRuns: 2000 },
    );
  });
});

const later = (a: Sent, b: Sent): number => (a.clock < b.clock ? -1 : 1);

/** The latest value, and the clocks of values that no op names as seen and that differ from it. */
function wholeFrom(sent: readonly Sent[], field: string): { value: Json; losers: FieldClock[] } {
  const writes = sent.filter(({ op }) => field in op.fields).sort(later);
  const last = writes.at(-1);
  const parents = new Set(writes.flatMap(({ op }) => [op.base[field] ?? '', ...((op.fields[metaFields.settles] ?? []) as string[])]));
  const value = last?.op.fields[field] ?? null;
  const losers = writes.filter((one) => one !== last && !parents.has(one.clock) && one.op.fields[field] !== value);
  return { value, losers: losers.map(({ clock }) => clock) };
}

/** Every element is in or out as the latest op that touched it says. */
function setFrom(sent: readonly Sent[], field: string): string[] {
  const is = new Map<string, boolean>();
  for (const { op } of sent.filter((one) => field in one.op.fields).sort(later)) {
    const value = (op.fields[field] ?? []) as string[];
    for (const element of readTouched(op, field)?.keys() ?? value) is.set(element, value.includes(element));
  }
  return [...is].filter(([, isIn]) => isIn).map(([element]) => element);
}

describe('what two workstations do at once', () => {
  const start = (fields: Record<string, Json>) => play([]).concat(send('a', 1, fields, {}));
  const send = (by: string, ms: number, fields: Record<string, Json>, base: Record<string, string>): Sent => {
    const stamp = ms.toString(36).padStart(9, '0') + '000';
    const hash = ms.toString(16).padStart(12, '0');
    const op: Op = { seq: ms, stamp, type, id: 'x', actor: by, hash, fields, base };
    return { op, by, clock: `${stamp}.${by}.${hash}`, refused: false };
  };
  const clock = (sent: readonly Sent[]): string => sent[0]?.clock ?? '';
  const reading = (state: MergeState, field: string): FieldClock => {
    const entry = state.clocks[field];
    return entry === undefined ? '' : clockOf(entry);
  };

  it('keeps what either put into a set and leaves out what either took out', () => {
    const first = start({ outcome: ['A', 'B'] });
    const base = { outcome: clock(first) };
    const state = mergeAll([
      ...first,
      send('b', 2, { outcome: ['A', 'B', 'C'], $touched: { outcome: ['C'] } }, base),
      send('c', 3, { outcome: ['B', 'D'], $touched: { outcome: ['A', 'D'] } }, base),
    ]);
    expect(state.fields['outcome']).toEqual(['B', 'D', 'C']);
    expect(open(state)).toEqual([]);
  });

  it('merges different items of a table, and asks about one that both changed', () => {
    const item = (id: string, name: string) => ({ id, name });
    const first = start({ team: [item('m1', 'An'), item('m2', 'Bình')] });
    const [base, at] = [{ team: clock(first) }, clock(first)];
    const one = send('b', 2, { team: [item('m1', 'An B'), item('m2', 'Bình')], $touched: { team: { m1: at } } }, base);
    const other = send('c', 3, { team: [item('m1', 'An'), item('m2', 'Bình C')], $touched: { team: { m2: at } } }, base);
    const apart = mergeAll([...first, one, other]);
    expect(apart.fields['team']).toEqual([item('m1', 'An B'), item('m2', 'Bình C')]);
    expect(open(apart)).toEqual([]);

    const same = send('c', 4, { team: [item('m1', 'An C'), item('m2', 'Bình')], $touched: { team: { m1: at } } }, base);
    const clash = mergeAll([same, ...first, one]);
    expect(clash.fields['team']).toEqual([item('m1', 'An C'), item('m2', 'Bình')]);
    expect(openConflicts(type, clash)).toMatchObject([
      { field: 'team', item: 'm1', winner: { value: { name: 'An C' } }, loser: { value: { name: 'An B' }, actor: 'b' } },
    ]);
  });

  it('takes a false conflict back when the base arrives', () => {
    const first = start({ name: 'A' });
    const second = send('a', 2, { name: 'B' }, { name: clock(first) });
    const third = send('b', 3, { name: 'C' }, { name: second.clock });
    const early = merge(mergeAll(first), third.op, 'b');
    expect(early.conflicts).toMatchObject([{ loser: { value: 'A' }, winner: { value: 'C', actor: 'b' } }]);
    const late = merge(early.state, second.op, 'a');
    expect(late.closed).toMatchObject([{ why: 'withdrawn', by: second.clock, conflict: { loser: { value: 'A' } } }]);
    expect(open(late.state)).toEqual([]);
    expect(late.state.clocks).toEqual({ name: third.clock });
  });

  it('lets the later of two decisions stand and asks about the other', () => {
    const first = start({ name: 'A' });
    const base = { name: clock(first) };
    const [b, c] = [send('b', 2, { name: 'B' }, base), send('c', 3, { name: 'C' }, base)];
    const seen = { name: c.clock };
    const keep = send('b', 4, { name: 'C', $settles: [b.clock] }, seen);
    const other = send('c', 5, { name: 'B', $settles: [b.clock] }, seen);
    const settled = merge(mergeAll([...first, b, c]), keep.op, 'b');
    expect(settled.closed).toMatchObject([{ why: 'settled', by: keep.clock, conflict: { loser: { value: 'B' } } }]);
    const met = merge(settled.state, other.op, 'c');
    expect(met.state.fields['name']).toBe('B');
    expect(met.conflicts).toMatchObject([{ loser: { clock: keep.clock, value: 'C' } }]);
  });

  it('remembers nothing but clocks as long as everybody knows of everything', () => {
    const first = start({ name: 'A', outcome: ['A'], team: [{ id: 'm1', name: 'An' }] });
    const state = mergeAll([...first, send('b', 2, { name: 'B' }, { name: clock(first) })]);
    expect(Object.values(state.clocks).every((entry) => typeof entry === 'string')).toBe(true);
  });

  it('leaves a refused value out, but not what its author had seen', () => {
    const first = start({ name: 'A' });
    const refused = send('b', 2, { name: 'X' }, { name: clock(first) });
    const next = send('b', 3, { name: 'B' }, { name: refused.clock });
    const state = merge(mergeAll(first), refused.op, 'b', { refused: true }).state;
    expect(state.fields['name']).toBe('A');
    const after = merge(state, next.op, 'b', { knows: () => true });
    expect(after.state.fields['name']).toBe('B');
    expect(after.conflicts).toEqual([]);
    expect(reading(after.state, 'name')).toBe(next.clock);
  });

  it('remembers what the author of a refused value had seen, though nothing stands there yet', () => {
    const first = send('a', 1, { name: 'A' }, {});
    const refused = send('b', 2, { name: 'X' }, { name: first.clock });
    const next = send('b', 3, { name: 'B' }, { name: refused.clock });
    const waiting = merge(emptyState, refused.op, 'b', { refused: true });
    expect(waiting.state.fields).toEqual({});
    expect(apart(waiting.state)).toMatchObject({ state: emptyState, beside: { name: { awaited: [first.clock] } } });
    const after = merge(waiting.state, next.op, 'b', { knows: (clock) => clock === refused.clock });
    const late = merge(after.state, first.op, 'a');
    expect([after.conflicts, late.conflicts]).toEqual([[], []]);
    expect(late.state).toEqual({ fields: { name: 'B' }, clocks: { name: next.clock } });
    // Where the value comes next, it stands, and is no loser later.
    const alone = merge(waiting.state, first.op, 'a').state;
    expect(alone.fields).toEqual({ name: 'A' });
    expect(merge(alone, send('c', 4, { name: 'C' }, {}).op, 'c').conflicts).toEqual([]);
  });

  it('never asks a person about what the program writes', () => {
    const [one, other] = [send('a', 1, { currentStep: 'x' }, {}), send('b', 2, { currentStep: 'y' }, {})];
    expect(mergeAll([other, one])).toEqual({ fields: { currentStep: 'y' }, clocks: { currentStep: other.clock } });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFingerprint, fingerprintSum, movedFingerprint } from '#shared/sync/fingerprint';

const mask = (1n << 64n) - 1n;
/** The definition, in big numbers. */
function reference(records: readonly { type: string; id: string; clocks: Record<string, string> }[]): string {
  let sum = 0n;
  for (const { type, id, clocks } of records) {
    for (const [field, clock] of Object.entries(clocks)) {
      let hash = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(`${type}\n${id}\n${clock}\n${field}`))
        hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
      hash ^= hash >> 33n;
      hash = (hash * 0xff51afd7ed558ccdn) & mask;
      hash ^= hash >> 33n;
      hash = (hash * 0xc4ceb9fe1a85ec53n) & mask;
      hash ^= hash >> 33n;
      sum = (sum + hash) & mask;
    }
  }
  return sum.toString(16).padStart(16, '0');
}

const record = fc.record({
  type: fc.constantFrom('case', 'petition', 'đơn'),
  id: fc.uuid(),
  clocks: fc.dictionary(
    fc.oneof(fc.constantFrom('name', 'state'), fc.string({ unit: 'grapheme', maxLength: 6 })),
    fc.constantFrom('c1', 'c2', '0mabc0000000.aa.bb'),
  ),
});
const records = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 6 });
const of = (all: readonly { type: string; id: string; clocks: Record<string, string> }[]): string => {
  const sum = fingerprintSum();
  for (const { type, id, clocks } of all) sum.add(type, id, clocks);
  return sum.value();
};

describe('the fingerprint of a state', () => {
  it('is what the protocol says, for any names', () => {
    fc.assert(
      fc.property(records, (all) => {
        expect(of(all)).toBe(reference(all));
      }),
    );
    expect(
      of([
        { type: 'task', id: '01900000-0000-7000-8000-000000000001', clocks: { name: '0mabc0000000.aa.bb', state: '0mabc0000000.aa.bb' } },
      ]),
    ).toBe('5124e80ec90db021');
  });

  it('does not depend on order, and comes back when what was added is taken off', () => {
    fc.assert(
      fc.property(records, (all) => {
        expect(of(all.toReversed())).toBe(of(all));
        const sum = fingerprintSum(of(all));
        for (const { type, id, clocks } of all) sum.remove(type, id, clocks);
        expect(sum.value()).toBe(emptyFingerprint);
      }),
    );
  });

  it('moves with a merge, and looks at nothing of a field but its clock', () => {
    const before = { a: '0mabc0000000.aa.bb' };
    const after = { a: '0mabc0000001.aa.cc', b: { clock: '0mabc0000001.aa.cc', heads: [{ clock: '0mabc0000000.bb.dd', value: 1 }] } };
    const moved = movedFingerprint(of([{ type: 'x', id: '1', clocks: before }]), [{ type: 'x', id: '1', before, after }]);
    expect(moved).toBe(of([{ type: 'x', id: '1', clocks: { a: after.a, b: after.b.clock } }]));
  });

  it('tells clocks that were exchanged between two fields', () => {
    const [one, other] = [
      { a: 'c1', b: 'c2' },
      { a: 'c2', b: 'c1' },
    ].map((clocks) => of([{ type: 'x', id: '1', clocks }]));
    expect(one).not.toBe(other);
  });
});

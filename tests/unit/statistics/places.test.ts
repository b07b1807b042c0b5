import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '#shared/statistics/evaluate';
import type { Fact } from '#shared/statistics/fact';
import { placesOf } from '#shared/statistics/places';

const attr = fc.constantFrom('a', 'b', 'c');
const codes = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 3 });
const condition = fc.oneof(fc.record({ attr, any: codes }), fc.record({ attr, none: codes }));
/** Two conditions on one attribute among them, and more rules than one word has bits. */
const rules = fc.array(fc.record({ where: fc.array(condition, { maxLength: 3 }) }, { requiredKeys: [] }), { maxLength: 70 });
const facts = fc.array(fc.dictionary(attr, codes), { minLength: 1, maxLength: 10 });

test('a fact stands in the places of exactly the rules that hold for it, in their order', () => {
  fc.assert(
    fc.property(rules, facts, (asked, made) => {
      const named = asked.map((_, place) => place * 2 + 5);
      const [places, names] = [placesOf(asked), placesOf(asked, named)];
      for (const own of made) {
        const fact: Fact = { record: { type: 'case', id: 'f' }, about: {}, day: '2026-01-01', codes: own };
        const expected = asked.flatMap(({ where }, place) => (holds(fact, where) ? [place] : []));
        expect(places(fact)).toEqual(expected);
        expect(names(fact)).toEqual(expected.map((place) => named[place]));
      }
    }),
    { numRuns: 200 },
  );
});

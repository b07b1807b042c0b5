/** The same figures on every workstation: after all was exchanged, in whatever order, and after a change by each side. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '#service/book/book';
import { countForm } from '#service/work/statistics/count-form';
import { factKey } from '#shared/statistics/fact';
import { statForms } from '#shared/statistics/packs/index';
import { workYear } from '../../../fixtures/work-year/records';
import { testBook } from '../../../support/book';
import { recordsOf } from '../../../support/committee-records';
import { exchange, send } from '../../../support/exchange';
import { committees } from '../../../support/generated-committee';

const year = { from: '2026-01-01', to: '2026-12-31' };
const figuresOf = (book: Book) => statForms.map(({ id }) => [id, countForm(book, { form: id, ...year }).result.figures] as const);

test('a workstation that took everything over counts as the one that wrote it', () => {
  const [a, b] = [testBook(), testBook()];
  a.records.save(workYear);
  send(a, b);
  expect(figuresOf(b)).toEqual(figuresOf(a));
});

test('two that wrote a half each count alike after the exchange, as one alone would', () => {
  const [alone, a, b] = [testBook(), testBook(), testBook()];
  alone.records.save(workYear);
  const shared = workYear.filter(({ type }) => type === 'organisation' || type === 'partyMember');
  const work = workYear.filter((one) => !shared.includes(one));
  a.records.save(shared);
  send(a, b);
  const byCase = (one: (typeof work)[number]) => one.type === 'petition' || one.type === 'case';
  a.records.save(work.filter(byCase));
  send(a, b);
  b.records.save(work.filter((one) => !byCase(one)));
  exchange(a, b);
  expect(figuresOf(a)).toEqual(figuresOf(alone));
  expect(figuresOf(b)).toEqual(figuresOf(alone));
});

/** Figures of all forms, with the facts behind them. */
const countedOf = (book: Book) =>
  statForms.map(({ id }) => {
    const { figures, facts } = countForm(book, { form: id, ...year }).result;
    return { id, figures, facts: facts.map(({ fact, rows, columns }) => `${factKey(fact)} ${rows} ${columns}`).sort() };
  });

test('whatever a committee holds, two that wrote a part each count it alike, as one that wrote it alone', () => {
  // Opening a book costs more than all the rest: what each run generates comes to what the ones before left.
  const [alone, a, b] = [testBook(), testBook(), testBook()];
  let turn = 0;
  fc.assert(
    fc.property(committees, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (committee, turns) => {
      const { ground, work } = recordsOf(committee, (turn += 1));
      alone.records.save([...ground, ...work]);
      // References are checked: what others name is known to both before the rest is written.
      const first = [...ground, ...work.filter(({ type }) => type === 'case')];
      const rest = work.filter((one) => !first.includes(one));
      const ofA = (n: number) => turns[n % turns.length] === true;
      a.records.save(first);
      exchange(a, b);
      a.records.save(rest.filter((_, n) => ofA(n)));
      b.records.save(rest.filter((_, n) => !ofA(n)));
      exchange(a, b);
      const counted = countedOf(alone);
      expect(counted.some(({ facts }) => facts.length > 0)).toBe(true);
      for (const book of [a, b]) expect(countedOf(book)).toEqual(counted);
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

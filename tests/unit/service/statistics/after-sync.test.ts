/** The same figures on every workstation: after all was exchanged, in whatever order, and after a change by each side. */
import { expect, test } from 'vitest';
import type { Book } from '#service/book/book';
import { countForm } from '#service/work/statistics/count-form';
import { statForms } from '#shared/statistics/packs/index';
import { workYear } from '../../../fixtures/work-year/records';
import { testBook } from '../../../support/book';
import { exchange, send } from '../../../support/exchange';

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

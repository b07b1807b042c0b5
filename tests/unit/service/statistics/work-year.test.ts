import { beforeAll, expect, test } from 'vitest';
import type { Book } from '#service/book/book';
import { countForm } from '#service/work/statistics/count-form';
import { takeFigures } from '#service/work/statistics/sent-figures';
import { checkText } from '#shared/statistics/check-text';
import { leavesOf } from '#shared/statistics/form';
import { halfFigures, yearFigures } from '../../../fixtures/work-year/figures';
import { workYear } from '../../../fixtures/work-year/records';
import { testBook } from '../../../support/book';

let book: Book;
beforeAll(() => {
  book = testBook();
  book.records.save(workYear);
});

/** The figures of the row of all that are not nought, by the key of their column. */
function counted(form: string, to: string): Record<string, number> {
  const { result } = countForm(book, { form, from: '2026-01-01', to });
  return Object.fromEntries(
    leavesOf(result.form.columns).flatMap(({ key }, index) =>
      result.figures[0]?.[index] ? [[key, Number(result.figures[0][index])]] : [],
    ),
  );
}

test('the year holds what a worked example must hold', () => {
  const kinds = (type: string) => workYear.filter((one) => one.type === type).length;
  expect([kinds('petition'), kinds('case'), kinds('disciplinaryDecision'), kinds('duty')]).toEqual([40, 25, 8, 60]);
});

test.each(Object.entries(yearFigures))('%s of the year is as counted by hand', (form, figures) => {
  expect(counted(form, '2026-12-31')).toEqual(figures);
});

test.each(Object.entries(halfFigures))('%s of the first half is as counted by hand', (form, figures) => {
  expect(counted(form, '2026-06-30')).toEqual(figures);
});

test('rows by class of member, and one row for each organisation with duties', () => {
  const { result } = countForm(book, { form: 'B05', from: '2026-01-01', to: '2026-12-31' });
  expect(Object.fromEntries(result.rows.map(({ key }, r) => [key, result.figures[r]?.[0]]))).toEqual({
    total: 6,
    I: 3,
    'I.1': 0,
    'I.2': 1,
    'I.3': 0,
    'I.4': 2,
    II: 1,
    'II.1': 0,
    'II.2': 1,
    III: 2,
  });
  const duties = countForm(book, { form: 'NV1', from: '2026-01-01', to: '2026-12-31' }).result;
  expect(duties.rows.map(({ label }, r) => [label, duties.figures[r]?.[0]])).toEqual([
    ['TỔNG CỘNG', 60],
    ...[1, 2, 3, 4, 5].map((n) => [`Chi bộ ấp ${n}`, 12]),
  ]);
});

test('when two cells merge, the whole stays the same, the new cell has what both did, and the old ones keep their own', () => {
  const query = { form: 'B21', from: '2026-01-01', to: '2026-12-31' };
  const cells = book.records.list({
    type: 'organisation',
    filters: [{ field: 'kind', op: 'eq', value: 'CHI_BO_CO_SO' }],
    sort: [{ field: 'name', direction: 'asc' }],
  }).rows;
  const [first, second] = cells;
  const top = book.records.list({ type: 'organisation', filters: [{ field: 'kind', op: 'eq', value: 'DANG_UY_XA' }] }).rows[0];
  const total = (unit?: string) => Number(countForm(book, { ...query, unit }).result.figures[0]?.[0]);
  const before = [total(first?.id), total(second?.id), total(top?.id), total()];
  const [merged] = book.records.save([
    {
      type: 'organisation',
      values: {
        name: 'Chi bộ ấp 1 và 2',
        kind: 'CHI_BO_CO_SO',
        state: 'HOAT_DONG',
        parent: top?.id,
        validFrom: '2027-01-01',
        lineage: [first, second].map((one, n) => ({
          id: `01900000-0000-7000-8fff-00000000000${n}`,
          kind: 'TIEN_THAN',
          organisation: one?.id,
          date: '2027-01-01',
        })),
      },
    },
  ]);
  for (const one of [first, second])
    book.records.save([{ type: 'organisation', id: one?.id ?? '', values: { state: 'SAP_NHAP', validTo: '2026-12-31' } }]);
  expect([total(first?.id), total(second?.id), total(top?.id), total()]).toEqual(before);
  expect(total(merged?.id)).toBe((before[0] ?? 0) + (before[1] ?? 0));
});

test('a longer period that counts less than the first quarter as it was sent says so, and names what counts no more', () => {
  const quarter = { from: '2026-01-01', to: '2026-03-31' };
  // A day longer: nothing but what changed makes a difference.
  const longer = () =>
    countForm(book, { form: 'B21', from: quarter.from, to: '2026-04-01' }).checks.find(({ kind }) => kind === 'cumulative');
  expect(longer()).toBeUndefined();
  takeFigures(book, { forms: ['B21'], ...quarter, today: '2026-04-02' });
  expect(longer()).toMatchObject({ state: 'ok', what: 'Quý I năm 2026' });
  const [early] = book.records.list({
    type: 'petition',
    filters: [{ field: 'receivedOn', op: 'to', value: quarter.to }],
    sort: [{ field: 'receivedOn', direction: 'asc' }],
    limit: 1,
  }).rows;
  book.records.remove('petition', early?.id ?? '', 'ghi nhầm');
  const check = longer();
  expect(check).toMatchObject({ state: 'wrong', several: [{ record: { type: 'petition', id: early?.id } }] });
  expect(check && checkText(check, 'vi')).toContain('ít hơn số đã gửi của Quý I năm 2026: 1 mục');
  book.records.restore('petition', early?.id ?? '', 'thử');
  expect(longer()).toMatchObject({ state: 'ok' });
});

test('what changes after a count is counted by the next one, as if everything had been read anew', () => {
  const first = (type: 'petition' | 'case' | 'duty' | 'disciplinaryDecision' | 'partyMember') =>
    book.records.list({ type, limit: 1 }).rows[0]?.id ?? '';
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const forms = ['B05', 'B12', 'B16', 'B17', 'B21', 'B22', 'PTDL', 'NV1', 'NV2'];
  const figures = (of: Book) => forms.map((form) => countForm(of, { form, ...year }).result.figures);
  const decided = book.records.get('disciplinaryDecision', first('disciplinaryDecision'));
  figures(book);
  for (const change of [
    { type: 'petition', id: first('petition'), values: { kind: 'PA', classification: null, managedBy: 'TINH' } },
    { type: 'case', id: first('case'), values: { outcome: ['PHAI_THKL'], state: 'LUU_HO_SO' } },
    { type: 'duty', id: first('duty'), values: { state: 'HOAN_THANH', doneOn: '2026-02-02' } },
    {
      type: 'conclusion',
      values: { number: '99-TB', subject: 'Kết luận', secrecy: 'THUONG', state: 'MOI', issuedOn: '2026-12-30', case: first('case') },
    },
    { type: 'disciplinaryDecision', id: decided?.id, values: { form: 'KHAI_TRU', case: null } },
    { type: 'partyMember', id: first('partyMember'), values: { committeeMemberOf: ['TINH'] } },
    { type: 'task', values: { name: 'Việc khác', state: 'CHUA_LAM' } },
  ] as const) {
    book.records.save([change]);
    // A book of its own name knows nothing of what was counted before.
    expect(figures(book), change.type).toEqual(figures({ ...book }));
  }
  book.records.remove('petition', first('petition'), 'thử');
  expect(figures(book)).toEqual(figures({ ...book }));
});

import { expect, test } from 'vitest';
import { placeHeader } from '#shared/sheets/sheet';
import { leavesOf } from '#shared/statistics/form';
import { readForm } from '#shared/statistics/form-schema';
import { statForms } from '#shared/statistics/packs/index';
import { headerOf } from '#shared/statistics/sheet-of';

/** Number of columns of the forms as they are printed, the total included; by hand from the list of the forms. */
const columns: Readonly<Record<string, number>> = {
  B01: 20,
  B02: 21,
  B03: 21,
  B04: 19,
  B05: 20,
  B06: 15,
  B07: 11,
  B08: 21,
  B09: 16,
  B10: 16,
  B11: 15,
  B12: 26,
  B13: 24,
  B14: 19,
  B15: 20,
  B16: 16,
  B17: 23,
  B18: 19,
  B19: 31,
  B20: 24,
  B21: 34,
  B22: 24,
};

test('all 22 forms have the columns of the printed ones', () => {
  const counted = Object.fromEntries(
    statForms.filter(({ id }) => id.startsWith('B')).map(({ id, columns: of }) => [id, leavesOf(of).length]),
  );
  expect(counted).toEqual(columns);
});

test.each(statForms.map((form) => [form.id, form] as const))(
  '%s: its header covers its columns, and it reads back from JSON',
  (_, form) => {
    expect(placeHeader(headerOf(form), leavesOf(form.columns).length + 2).length).toBeGreaterThan(0);
    expect(readForm(JSON.stringify(form))).toEqual(form);
    const keys = new Set(leavesOf(form.columns).map(({ key }) => key));
    for (const check of form.checks)
      for (const key of check.kind === 'chain' ? check.keys : [check.whole, ...check.parts])
        expect(keys, `${form.id} ${key}`).toContain(key);
    const rows = new Set(form.rows.map(({ key }) => key));
    for (const key of form.rowPartition ?? []) expect(rows).toContain(key);
  },
);

test('a form with a column twice, or that is no form, is not taken', () => {
  const [form] = statForms;
  expect(readForm('{')).toBeUndefined();
  expect(readForm(JSON.stringify({ ...form, columns: [...(form?.columns ?? []), { key: 'total', label: 'x' }] }))).toBeUndefined();
  expect(readForm(JSON.stringify({ ...form, more: 1 }))).toBeUndefined();
});

import { checkText } from '#shared/statistics/check-text';
import { recordKey } from '#shared/statistics/fact';
import { leavesOf } from '#shared/statistics/form';
import type { CountedForm } from './count-form';

/** A counted form as window and command line get it: figures by place, and what the checks say, with the records that they are about. */
export const formView = ({ result: { form, rows, figures }, checks }: CountedForm) => ({
  form: form.id,
  title: form.title,
  unit: form.unit,
  rows: rows.map(({ key, mark, label, weight }) => ({ key, mark, label, ...(weight ? { weight } : {}) })),
  columns: leavesOf(form.columns).map(({ key, label }) => ({ key, label })),
  figures: figures.map((line) => [...line]),
  checks: checks.map((check) => ({
    state: check.state,
    vi: checkText(check, 'vi'),
    en: checkText(check, 'en'),
    records: [...new Map([...check.missing, ...check.several].map(({ record }) => [recordKey(record), record])).values()],
  })),
});

import { describe, expect, it } from 'vitest';
import { nextStep } from '#service/work/next-step';
import { openCase } from '#service/work/open-case';
import { InvalidRecord } from '#shared/records/invalid-record';
import { testBook } from '../../../support/book';

const values = {
  code: 'KT-01',
  type: 'KT_DHVP_DV',
  name: 'Kiểm tra đảng viên',
  state: 'NHAP',
  inspectingBody: 'UBKT',
  detectionSource: 'TO_CAO',
  secrecy: 'THUONG',
  openedOn: '2026-05-04',
};
const open = () => {
  const book = testBook();
  const { record } = openCase(book, { values });
  const steps = () => book.records.list({ type: 'caseStep', filters: [{ field: 'case', op: 'eq', value: record.id }] }).rows;
  const current = () => book.records.get('case', record.id)?.values['currentStep'];
  return { book, caseId: record.id, steps, current };
};

describe('the next step of a case', () => {
  it('ends the present one and begins the next, to the last', () => {
    const { book, caseId, steps, current } = open();
    const ids = steps().map(({ id }) => id);
    expect(ids).toHaveLength(3);
    for (const [i, stepId] of ids.entries()) {
      const day = `2026-06-0${i + 1}`;
      const revision = steps()[i]?.revision ?? 0;
      expect(nextStep(book, { caseId, stepId, revision, day })).toEqual({ stepId: ids[i + 1] ?? null });
      expect(steps()[i]?.values).toMatchObject({ state: 'DA_XONG', finishedOn: day });
      if (i < 2) expect(steps()[i + 1]?.values).toMatchObject({ state: 'DANG_LAM', startedOn: day });
      expect(current()).toBe(ids[Math.min(i + 1, 2)]);
    }
  });

  it('is refused for a step of another case, or one that was changed meanwhile; nothing is written then', () => {
    const { book, caseId, steps, current } = open();
    const [step] = steps();
    const other = openCase(book, { values: { ...values, code: 'KT-02' } }).record.id;
    const before = current();
    const done = { caseId, stepId: step?.id ?? '', revision: step?.revision ?? 0, day: '2026-06-01' };
    expect(() => nextStep(book, { ...done, caseId: other })).toThrow(expect.objectContaining({ code: 'record.notFound' }));
    book.records.save([{ type: 'caseStep', id: done.stepId, values: { state: 'BO_QUA' } }]);
    expect(() => nextStep(book, done)).toThrow(expect.objectContaining({ code: 'record.changedMeanwhile' }));
    expect(current()).toBe(before);
  });
});

describe('fields that the program writes', () => {
  it('are refused in what a person typed', () => {
    const { book, caseId, steps } = open();
    const typed = () => book.records.save([{ type: 'case', id: caseId, values: { currentStep: steps()[1]?.id } }], { typed: true });
    expect(typed).toThrow(InvalidRecord);
    book.records.save([{ type: 'case', id: caseId, values: { name: 'Tên khác' } }], { typed: true });
    expect(book.records.get('case', caseId)?.title).toContain('Tên khác');
  });
});

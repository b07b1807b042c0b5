import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValues, isDay, isPartialDay } from '#shared/records/check';
import { problemLabel, problemText } from '#shared/records/problem';
import { recordType } from '#shared/records/registry';
import { recordTypeNames } from '#shared/records/record-type-name';
import { changeValuesSchema, valuesSchema } from '#shared/records/schema';
import { recordValues } from '../../support/record-values';

const someId = '01900000-0000-7000-8000-000000000001';
const everyId = Object.fromEntries(recordTypeNames.map((name) => [name, [someId]]));

describe('values of every type', () => {
  it.each(recordTypeNames)('%s: the schema and the check agree, whatever is broken', (name) => {
    const type = recordType(name);
    const broken = fc.option(
      fc.tuple(
        fc.constantFrom(...Object.keys(type.fields)),
        fc.constantFrom<unknown>(null, 'x'.repeat(300_000), 1.5, -1, true, ['?'], '2026-02-30', [{ id: 'x' }]),
      ),
    );
    fc.assert(
      fc.property(recordValues(name, everyId), broken, (values, damage) => {
        const given = damage ? { ...values, [damage[0]]: damage[1] } : values;
        const problems = checkValues(type, given, { whole: true });
        expect(valuesSchema(name).safeParse(given).success).toBe(problems.length === 0);
        if (!damage) expect(problems).toEqual([]);
        expect(changeValuesSchema(name).safeParse({}).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('single rules', () => {
  it('knows the calendar', () => {
    for (const day of ['2024-02-29', '2000-02-29', '1945-09-02', '2026-12-31']) expect(isDay(day), day).toBe(true);
    for (const day of [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '26-01-01',
      '2026-1-1',
      '0999-01-01',
      '2026-01-01T00:00',
    ])
      expect(isDay(day), day).toBe(false);
    for (const part of ['1998', '1998-07', '1998-07-15']) expect(isPartialDay(part), part).toBe(true);
    for (const part of ['98', '1998-13', '1998-02-30', '1998-', '']) expect(isPartialDay(part), part).toBe(false);
  });

  it('names the item and the field inside a list', () => {
    const problems = checkValues(recordType('petition'), { items: [{ id: someId, field: 'LA' }] }, { whole: false });
    expect(problems).toEqual([
      { field: 'items', itemId: someId, subField: 'summary', problem: 'required' },
      { field: 'items', itemId: someId, subField: 'field', problem: 'notInList' },
    ]);
    expect(problems.map((problem) => problemLabel(recordType('petition'), problem, 'vi'))).toEqual([
      'Nội dung tố cáo, phản ánh: Nội dung',
      'Nội dung tố cáo, phản ánh: Lĩnh vực',
    ]);
    const issue = changeValuesSchema('petition').safeParse({ items: [{ id: someId, summary: 'x', field: 'LA' }] }).error?.issues[0];
    expect(issue?.path).toEqual(['items', 0, 'field']);
  });

  it('tells bounds in words of both languages', () => {
    const [problem] = checkValues(recordType('task'), { name: 'x'.repeat(301) }, { whole: false });
    expect(problem && problemText(problem, 'vi')).toBe('Dài quá 300 ký tự.');
    expect(problem && problemText(problem, 'en')).toBe('Longer than 300 characters.');
  });

  it('refuses what the program writes only where a person types', () => {
    const values = { rawText: 'x' };
    expect(checkValues(recordType('page'), values, { whole: false, typed: true })).toEqual([{ field: 'rawText', problem: 'readOnly' }]);
    expect(checkValues(recordType('page'), values, { whole: false })).toEqual([]);
  });
});

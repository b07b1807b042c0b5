import { describe, expect, test } from 'vitest';
import { checkValues } from '#shared/records/check';
import { recordType } from '#shared/records/registry';
import { countedOn, nextLine, type QuickLine, valuesOfLine } from '../../../src-renderer/features/archive/quick-entry';

const line: QuickLine = {
  box: '14',
  fileNumber: '09',
  title: 'Kiểm tra',
  start: '26/2/2011',
  end: '12/2011',
  retention: '05',
  sheets: '41',
};
const common = { fonds: '01900000-0000-7000-8000-000000000001', fondsCode: 'TT', term: '2010-2015', level: '', today: '2026-11-23' };

describe('quick entry', () => {
  test('numbers are counted on with their zeros, place and retention are carried on', () => {
    expect(['09', '99', 'A7', '12b', ''].map(countedOn)).toEqual(['10', '100', 'A8', '12b', '']);
    expect(nextLine(line)).toEqual({ ...line, fileNumber: '10', title: '', sheets: '' });
  });

  test('a line becomes a whole file that waits for guidance unless a level is chosen', () => {
    const values = valuesOfLine(line, common);
    expect(values).toMatchObject({
      code: 'TT.2011.14.09',
      startDate: '2011-02-26',
      endDate: '2011-12',
      sheets: 41,
      secrecyState: 'CHO_HUONG_DAN',
    });
    expect(checkValues(recordType('archiveFile'), values, { whole: true, typed: true })).toEqual([]);
    expect(valuesOfLine(line, { ...common, level: 'MAT' })).toMatchObject({
      secrecy: 'MAT',
      accessMode: '03',
      secrecyState: 'DA_XAC_DINH',
    });
  });

  test('what is no day is refused with its field, not guessed', () => {
    const values = valuesOfLine({ ...line, start: '31/2/2011' }, common);
    expect(checkValues(recordType('archiveFile'), values, { whole: true }).map(({ field }) => field)).toContain('startDate');
  });
});

import { describe, expect, it } from 'vitest';
import { matchingOptions, matchRank } from '../../../src-renderer/components/record-form/match-codes';
import { codeList } from '../../../src-shared/rules/code-lists/index';

const labels = (typed: string) =>
  matchingOptions(
    codeList('petitionKind').items.map((item) => ({ label: item.label.vi })),
    typed,
  ).map(({ label }) => label);

describe('codes by what is typed', () => {
  it('finds by first letters without diacritics', () => {
    expect(labels('to')).toEqual(['Tố cáo']);
    expect(labels('kien')).toEqual(['Kiến nghị']);
    expect(labels('khieu')).toEqual(['Khiếu nại']);
  });
  it('finds by the initials of words', () => expect(labels('kn')).toEqual(['Khiếu nại', 'Kiến nghị']));
  it('takes đ for d, in both directions', () => {
    expect(matchRank('Đang giải quyết', 'dang')).toBe(3);
    expect(matchRank('Đang giải quyết', 'đang')).toBe(3);
  });
  it('puts what begins so before what only contains it', () => {
    expect(matchingOptions([{ label: 'Chờ trả lời' }, { label: 'Trả lại' }], 'tra').map(({ label }) => label)).toEqual([
      'Trả lại',
      'Chờ trả lời',
    ]);
  });
  it('offers everything before anything is typed, nothing for what is in no label', () => {
    expect(labels('')).toHaveLength(codeList('petitionKind').items.length);
    expect(labels('xyz')).toEqual([]);
  });
});

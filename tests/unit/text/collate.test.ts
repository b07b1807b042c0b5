import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVietnamese, nameSortKey, sortKey } from '#shared/text/collate';

describe('Vietnamese order', () => {
  it.each([
    ['letters', ['a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'g', 'o', 'ô', 'ơ', 'p', 'u', 'ư', 'v']],
    ['tones', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'man']],
    ['a letter before a tone', ['Bá', 'Bạch', 'Bằng', 'Bân', 'Bình']],
    ['words', ['An Bình', 'Anh', 'Ân', 'Dũng', 'Đạt']],
    ['numbers by value', ['Hộp 2', 'Hộp 10', 'Hộp 010b', 'Hộp 100']],
  ])('%s', (_, ordered) => {
    expect([...ordered].reverse().sort(compareVietnamese)).toEqual(ordered);
    expect(
      ordered
        .map((text) => text.normalize('NFD'))
        .reverse()
        .sort(compareVietnamese)
        .map((text) => text.normalize('NFC')),
    ).toEqual(ordered);
  });

  it('sorts people by their given name', () => {
    const people = ['Trần Văn Bình', 'Nguyễn Thị An', 'Lê Văn An', 'Đỗ Ân'];
    expect(people.sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))).toEqual([
      'Lê Văn An',
      'Nguyễn Thị An',
      'Đỗ Ân',
      'Trần Văn Bình',
    ]);
  });

  it('gives equal keys to equal texts only, whatever their case', () => {
    fc.assert(fc.property(fc.string(), (text) => sortKey(text) === sortKey(text.normalize('NFD'))));
    expect(compareVietnamese('an', 'An')).toBe(-1);
    expect(compareVietnamese('An', 'an')).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVietnamese, nameSortKey, sortKey, sortKeyStart } from '#shared/text/collate';

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

  it('is told by the beginnings of the keys where these differ', () => {
    const piece = fc.constantFrom('a', 'ấ', 'Ệ', 'đ', 'ư', ' ', '-', '7', '0', '12', '\u0301', 'e\u0302\u0301', 'ω', '😀');
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const same = fc.tuple(text, text, text).map(([first, a, b]) => [first + a, first + b] as const);
    const sign = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
    const isWrong = ([a, b]: readonly [string, string]) => {
      const told = sign(sortKeyStart(a), sortKeyStart(b));
      return told !== 0 && told !== compareVietnamese(a, b);
    };
    expect(fc.sample(same, 1000).filter(isWrong)).toEqual([]);
  });
});

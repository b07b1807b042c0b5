import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldQuery, foldWithOffsets, foldWords, originalRange } from '#shared/text/fold';

describe('folding', () => {
  it.each([
    ['Đảng ủy', 'dang uy'],
    ['ĐẢNG UỶ', 'dang uy'],
    ['hoà giải', 'hoa giai'],
    ['hòa giải', 'hoa giai'],
    ['Ðức', 'duc'],
    ['Ưu Ơn Ặ', 'uu on a'],
    ['Quyết định số 12-QĐ/UBKT', 'quyet dinh so 12-qd/ubkt'],
    ['', ''],
  ])('%s -> %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  it('gives words with one space between them', () => {
    expect(foldWords('  “Đảng ủy” — số 12-QĐ/UBKT…\n(xã)')).toBe('dang uy so 12 qd ubkt xa');
    expect(foldWords('--- …')).toBe('');
  });

  it('is the same for both ways of writing, and folding again changes nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạấầẩẫậứừửữự 0123,.-/“”\n') });
    fc.assert(
      fc.property(text, (value) => {
        expect(foldWords(value.normalize('NFD'))).toBe(foldWords(value));
        expect(fold(fold(value))).toBe(fold(value));
        expect(foldWords(value)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      }),
    );
  });

  it('finds the way back to the original, in any writing and beyond the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const folded = foldWithOffsets(value);
        expect(folded.text).toBe(foldWords(value));
        const words = folded.text.split(' ').filter(Boolean);
        let from = 0;
        for (const word of words) {
          const range = originalRange(folded, value, from, from + word.length);
          expect(foldWords(value.slice(range.from, range.to))).toBe(word);
          from += word.length + 1;
        }
      }),
    );
    const decomposed = 'Đảng ủy xã'.normalize('NFD');
    const folded = foldWithOffsets(decomposed);
    const range = originalRange(folded, decomposed, 5, 7);
    expect(decomposed.slice(range.from, range.to).normalize('NFC')).toBe('ủy');
  });

  it('is longer than one chunk without a seam', () => {
    const text = 'Ủy ban '.repeat(3000);
    expect(foldWords(text)).toBe('uy ban '.repeat(3000).trim());
    expect(foldWithOffsets(text).text).toBe(foldWords(text));
  });
});

describe('reading a query', () => {
  it('takes words, phrases in any quotes, and an unfinished last word', () => {
    expect(foldQuery('Đất đai “hòa giải” xã')).toEqual({ terms: [['dat'], ['dai'], ['hoa', 'giai'], ['xa']], prefix: true });
    expect(foldQuery('"kỷ luật"')).toEqual({ terms: [['ky', 'luat']], prefix: false });
    expect(foldQuery('kỷ luật ')).toEqual({ terms: [['ky'], ['luat']], prefix: false });
    expect(foldQuery('12-QĐ')).toEqual({ terms: [['12'], ['qd']], prefix: true });
    expect(foldQuery('"…"').terms).toEqual([]);
  });
});

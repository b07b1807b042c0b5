import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedWords } from '#service/pdf/corrected-words';

const row = (text: string, line = 0) =>
  text.split(' ').map((word, index) => ({ text: word, x: index * 100, y: line * 50, w: 80, h: 30, line }));
const texts = (words: readonly { text: string }[]) => words.map(({ text }) => text).join(' ');

describe('correctedWords', () => {
  it('keeps the boxes of words that stayed and gives those of changed ones to what replaced them', () => {
    const words = correctedWords(row('Đang bộ xã Tân Hòa'), 'Đảng bộ xã Tân Hòa');
    expect(words).toEqual(row('Đảng bộ xã Tân Hòa'));
  });

  it('divides a box among the words that it became, and lets several become one', () => {
    const split = correctedWords(row('kiểm traĐảng viên'), 'kiểm tra Đảng viên');
    expect(texts(split)).toBe('kiểm tra Đảng viên');
    expect(split[1]?.x).toBe(100);
    expect(split[2]?.x).toBeGreaterThan(100);
    expect(split[2]?.x).toBeLessThan(200);
    expect(texts(correctedWords(row('kỷ lu ật đảng'), 'kỷ luật đảng'))).toBe('kỷ luật đảng');
  });

  it('puts words that nobody read beside their neighbour, and drops what was read into dirt', () => {
    expect(texts(correctedWords(row('Số QĐ'), 'Số 05 QĐ'))).toBe('Số 05 QĐ');
    expect(texts(correctedWords(row('|| Số .; 05'), 'Số 05'))).toBe('Số 05');
  });

  it('always says exactly the corrected text where anything was read', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.array(word, { maxLength: 12 }), (read, typed) => {
        expect(texts(correctedWords(row(read.join(' ')), typed.join(' ')))).toBe(typed.join(' '));
      }),
    );
  });
});

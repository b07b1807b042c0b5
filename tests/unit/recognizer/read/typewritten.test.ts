import { expect, it } from 'vitest';
import type { EngineReading } from '#recognizer/read/parse-tsv';
import { isTypewritten } from '#recognizer/read/typewritten';

const words = 'báo cáo kết quả kiểm tra việc thực hiện nghị quyết của chi bộ trong năm qua tại các ấp thuộc xã Tân Thượng'.split(' ');

/** As the engine would box them: `widthOf` a letter in pixels. */
const pageOf = (texts: readonly string[], widthOf: (letter: string) => number): EngineReading => ({
  text: texts.join(' '),
  meanConfidence: 90,
  words: texts.map((text, i) => ({
    text,
    x: (i % 8) * 300,
    y: Math.floor(i / 8) * 60,
    w: Math.round([...text].reduce((sum, letter) => sum + widthOf(letter), 0) - 5 + (i % 3)),
    h: 40,
    confidence: 90,
    line: Math.floor(i / 8),
    block: 0,
  })),
});
const thrice = [...words, ...words, ...words];

it('tells a typewriter by letters of one width', () => {
  expect(isTypewritten(pageOf(thrice, () => 25))).toBe(true);
});

it('takes a printed face for none', () => {
  const narrow = (letter: string): number =>
    /[iìíỉĩịltf]/.test(letter) ? 12 : /[mw]/.test(letter) ? 34 : /\p{Lu}/u.test(letter) ? 30 : 22;
  expect(isTypewritten(pageOf(thrice, narrow))).toBe(false);
});

it('says nothing of a few words', () => {
  expect(isTypewritten(pageOf(words.slice(0, 8), () => 25))).toBe(false);
});

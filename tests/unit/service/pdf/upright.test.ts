import { describe, expect, it } from 'vitest';
import { placeWords, slopeOf } from '#service/pdf/upright';

/** Centres of six words on lines with this slope in degrees. */
const lines = (degrees: number, words = 6) =>
  [0, 1, 2].flatMap((line) =>
    Array.from({ length: words }, (_, index) => {
      const [x, y] = [100 + index * 150, 200 + line * 60 + Math.tan((degrees * Math.PI) / 180) * index * 150];
      return { text: 'từ', x: Math.round(x - 40), y: Math.round(y - 15), w: 80, h: 30, line };
    }),
  );

describe('slopeOf', () => {
  it.each([-8, -1.3, 0.4, 5])('finds lines that run at %f degrees', (degrees) => {
    expect((slopeOf(lines(degrees)) * 180) / Math.PI).toBeCloseTo(degrees, 0.5);
  });

  it('takes unevenness of boxes for straight, and says nothing of lines of few words', () => {
    expect(slopeOf(lines(0.05))).toBe(0);
    expect(slopeOf(lines(6, 3))).toBe(0);
  });
});

describe('placeWords', () => {
  it('stands the words of a line on one base line, whatever hangs below it', () => {
    const words = [
      { text: 'các', x: 0, y: 10, w: 50, h: 30, line: 0 },
      { text: 'gạch', x: 60, y: 10, w: 60, h: 40, line: 0 },
      { text: 'son', x: 130, y: 14, w: 50, h: 26, line: 0 },
    ];
    const { words: placed, direction } = placeWords(words, { width: 500, height: 500, rotation: 0 });
    expect(direction).toBe(0);
    expect(new Set(placed.map(({ y }) => y)).size).toBe(1);
    expect(placed.map(({ toNext }) => toNext > 0)).toEqual([true, true, false]);
  });

  it('does not join words of different columns', () => {
    const words = [
      { text: 'trái', x: 0, y: 10, w: 50, h: 30, line: 0 },
      { text: 'phải', x: 600, y: 10, w: 50, h: 30, line: 0 },
    ];
    expect(placeWords(words, { width: 900, height: 500, rotation: 0 }).words[0]?.toNext).toBe(0);
  });
});

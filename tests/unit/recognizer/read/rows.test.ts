import { describe, expect, it } from 'vitest';
import { partGlued } from '../../../../src-main/recognizer/read/glued';
import { findMissed, withMissed } from '../../../../src-main/recognizer/read/missed';
import type { EngineReading, EngineWord } from '../../../../src-main/recognizer/read/parse-tsv';
import { inRows } from '../../../../src-main/recognizer/read/rows';

/** Words of 20 x 30 pixels a letter; a line for each entry. */
const reading = (...lines: readonly (readonly [text: string, x: number, y: number, block: number])[]): EngineReading => {
  const words = lines.flatMap(([text, x, y, block], line) => {
    let at = x;
    return text.split(' ').map((word): EngineWord => {
      const left = at;
      at += (word.length + 1) * 20;
      return { text: word, x: left, y, w: word.length * 20, h: 30, confidence: 90, line, block };
    });
  });
  return { text: lines.map(([text]) => text).join('\n'), words, meanConfidence: 90 };
};

describe('rows', () => {
  it('puts a table that was read column by column together, without its rules', () => {
    const { text } = inRows(
      reading(
        ['1 |', 100, 100, 0],
        ['2 |', 100, 160, 0],
        ['Hoàng Văn', 200, 104, 1],
        ['Phan Hồng', 200, 163, 1],
        ['1950|Nam', 500, 98, 2],
        ['1955', 500, 158, 2],
      ),
    );
    expect(text).toBe('1 Hoàng Văn 1950 Nam\n2 Phan Hồng 1955');
  });

  it('puts the signature beside the recipients', () => {
    const { text, words } = inRows(
      reading(['- Như trên;', 100, 1000, 0], ['- Lưu.', 100, 1060, 0], ['CHỦ NHIỆM', 800, 1003, 1], ['Nguyễn An', 800, 1300, 1]),
    );
    expect(text.split(/\n+/)).toEqual(['- Như trên; CHỦ NHIỆM', '- Lưu.', 'Nguyễn An']);
    expect(words.map(({ line }) => line)).toEqual([0, 0, 0, 0, 0, 1, 1, 2, 2]);
  });

  it('keeps two columns of running text apart', () => {
    const column = (x: number, block: number) =>
      Array.from({ length: 8 }, (_, i) => [`cột ${block} dòng ${i} có chữ`, x, 100 + i * 60, block] as const);
    const { text } = inRows(reading(...column(100, 0), ...column(800, 1)));
    expect(text.split('\n').filter(Boolean)).toHaveLength(16);
  });

  it.each([
    ['VũVănÝ', ['Vũ', 'Văn', 'Ý']],
    ['bộ1', ['bộ', '1']],
    ['m2', ['m2']],
    ['McDonald', ['McDonald']],
    ['vipham,', ['vi', 'pham,']],
    ['TÌNHHÌNH', ['TÌNH', 'HÌNH']],
    ['trangtrai', ['trangtrai']],
  ])('parts %s', (text, parts) => {
    const word = { text, x: 0, y: 0, w: 100, h: 30, confidence: 80, line: 0, block: 0 };
    expect(partGlued(word).map((part) => part.text)).toEqual(parts);
  });
});

describe('lines that were passed over', () => {
  const read = reading(...Array.from({ length: 6 }, (_, i) => [`dòng thứ ${i} của trang`, 100, 100 + i * 60, 0] as const));
  /** Ink in every third pixel of a box, in small ones everywhere, at half the size of the page. */
  const inkOf = (...boxes: readonly (readonly [x: number, y: number, w: number, h: number])[]) => {
    const points: number[] = [];
    for (const [x, y, w, h] of boxes)
      for (let dy = 0; dy < h / 2; dy++)
        for (let dx = 0; dx < w / 2; dx++) if (w < 20 || h < 20 || (dx + dy) % 3 === 0) points.push(x / 2 + dx, y / 2 + dy);
    return { width: 600, height: 800, factor: 2, points: Uint16Array.from(points) };
  };
  const wordsInk = read.words.map(({ x, y, w, h }) => [x, y, w, h] as const);

  it('finds ink like a line outside the words, not a blot, a rule or a seal', () => {
    expect(findMissed(read, inkOf(...wordsInk))).toEqual([]);
    const regions = findMissed(
      read,
      inkOf(...wordsInk, [600, 900, 240, 30], [900, 300, 12, 12], [100, 1200, 900, 2], [200, 1000, 200, 200]),
    );
    expect(regions).toHaveLength(1);
    expect(regions[0]!.x).toBeLessThan(600);
    expect(regions[0]!.x + regions[0]!.w).toBeGreaterThan(840);
  });

  it('finds the beginning of a name under a seal, which elsewhere is too short for a line', () => {
    const ink = inkOf(...wordsInk, [600, 900, 44, 30]);
    expect(findMissed(read, ink)).toEqual([]);
    expect(findMissed(read, ink, true)).toHaveLength(1);
  });

  it('takes what was read there with confidence', () => {
    const found = reading(['Ngô Đức Lâm', 10, 8, 0]);
    const all = withMissed(read, { x: 590, y: 890, w: 270, h: 60 }, found);
    expect(all.words.at(-1)).toMatchObject({ text: 'Lâm', y: 898, line: 6, block: 1 });
    const unsure = { ...found, words: found.words.map((word) => ({ ...word, confidence: 30 })) };
    expect(withMissed(read, { x: 590, y: 890, w: 270, h: 60 }, unsure)).toBe(read);
  });
});

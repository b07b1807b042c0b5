import { describe, expect, it } from 'vitest';
import { better, readingWorth } from '#recognizer/read/compare';
import { findDoubts } from '#recognizer/read/doubts';
import { parseTsv } from '#recognizer/read/parse-tsv';
import { findInk } from '#recognizer/prepare/ink';
import { raster } from '#recognizer/prepare/raster';
import { linedPage } from '../../../support/synthetic-page';

const row = (block: number, paragraph: number, line: number, word: number, confidence: number, text: string, box = [10, 20, 30, 12]) =>
  ['5', '1', block, paragraph, line, word, ...box, confidence, text].join('\t');

describe('parseTsv', () => {
  it('joins words to lines and paragraphs, and counts lines over the page', () => {
    const reading = parseTsv(
      [
        '1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t',
        row(1, 1, 1, 1, 96, 'ĐẢNG'),
        row(1, 1, 1, 2, 90, 'BỘ'),
        row(1, 1, 2, 1, 80, 'XÃ'),
        row(1, 2, 1, 1, 70, 'Số:'),
        row(2, 1, 1, 1, 60, 'ngày'),
      ].join('\n'),
    );
    expect(reading.text).toBe('ĐẢNG BỘ\nXÃ\n\nSố:\n\nngày');
    expect(reading.words.map(({ line, block }) => [line, block])).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 1],
    ]);
    expect(reading.words[0]).toMatchObject({ x: 10, y: 20, w: 30, h: 12, confidence: 96 });
  });

  it('weighs confidence by length', () => {
    expect(parseTsv([row(1, 1, 1, 1, 100, 'aaaaaaaaa'), row(1, 1, 1, 2, 0, '.')].join('\n')).meanConfidence).toBe(90);
  });

  it('composes decomposed letters and skips empty words', () => {
    const reading = parseTsv([row(1, 1, 1, 1, 90, 'ủy'.normalize('NFD')), row(1, 1, 1, 2, 90, ' ')].join('\n'));
    expect(reading.text).toBe('ủy');
    expect(reading.words).toHaveLength(1);
  });

  it('takes an empty page for an empty page', () => {
    expect(parseTsv('1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t')).toEqual({ text: '', words: [], meanConfidence: 0 });
  });
});

describe('better', () => {
  const whole = parseTsv([row(1, 1, 1, 1, 88, 'nghị'), row(1, 1, 1, 2, 88, 'quyết'), row(1, 1, 1, 3, 85, 'của')].join('\n'));
  const part = parseTsv(row(1, 1, 1, 1, 97, 'nghị'));
  const dirt = parseTsv(
    [row(1, 1, 1, 1, 88, 'nghị'), row(1, 1, 1, 2, 88, 'quyết'), row(1, 1, 1, 3, 85, 'của'), row(1, 1, 2, 1, 12, 'ẻểxịq')].join('\n'),
  );

  it('prefers more sure text, and no letters made of dirt', () => {
    expect(better(part, whole)).toBe(whole);
    expect(better(whole, dirt)).toBe(whole);
    expect(readingWorth(parseTsv(''))).toBe(0);
  });
});

describe('findDoubts', () => {
  const page = linedPage();
  const ink = findInk(page);
  const over = (share: number, confidence = 95) =>
    parseTsv(
      Array.from({ length: Math.round(36 * share) }, (_, line) =>
        row(1, 1, line + 1, 1, confidence, 'chữ', [130, Math.round(175 + line * 38.6) - 4, 980, 22]),
      ).join('\n'),
    );

  it('has none when the boxes cover the text', () => {
    expect(findDoubts(over(1), ink)).toEqual([]);
  });

  it('sees a dropped half of the page, however sure the rest is', () => {
    expect(findDoubts(over(0.5), ink)).toEqual(['ink-outside-words']);
  });

  it('sees low confidence', () => {
    expect(findDoubts(over(1, 80), ink)).toEqual(['low-confidence']);
  });

  it('does not take a table frame for text', () => {
    const frame = raster(1240, 1754, new Uint8Array(1240 * 1754).fill(250));
    for (let k = 1; k < 12; k++) for (let x = 100; x < 1140; x++) for (let d = 0; d < 3; d++) frame.data[(k * 140 + d) * 1240 + x] = 0;
    expect(findDoubts(parseTsv(''), findInk(frame))).toEqual([]);
  });
});

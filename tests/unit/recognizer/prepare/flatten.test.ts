import { describe, expect, it } from 'vitest';
import { flatten } from '#recognizer/prepare/flatten';
import { raster, shrink } from '#recognizer/prepare/raster';
import { BLACK, linedPage, PAPER, shaded } from '../../../support/synthetic-page';

/** Values of the paper (or the ink) of `of` at the places where the lined page has it. */
const spread = (page: { data: Uint8Array }, lined: { data: Uint8Array }, value: number) => {
  const values = page.data.filter((_, i) => lined.data[i] === value).sort();
  return { low: values[Math.floor(values.length * 0.02)]!, high: values[Math.floor(values.length * 0.98)]! };
};

describe('flatten', () => {
  const lined = linedPage();

  it('makes paper even that darkens to a third across the page', () => {
    const dark = shaded(lined, (x, y) => 1 - 0.45 * x - 0.2 * y);
    const before = spread(dark, lined, PAPER);
    expect(before.high - before.low).toBeGreaterThan(100);
    const paper = spread(flatten(dark), lined, PAPER);
    expect(paper.high - paper.low).toBeLessThanOrEqual(12);
    expect(paper.low).toBeGreaterThanOrEqual(235);
  });

  it('makes faded ink dark again and keeps gray steps', () => {
    const faded = { ...lined, data: lined.data.map((value) => (value === BLACK ? 150 : 235)) };
    const out = flatten(faded);
    expect(spread(out, lined, BLACK).high).toBeLessThan(60);
    expect(spread(out, lined, PAPER).low).toBeGreaterThan(235);
  });

  it('does not invent ink on empty paper', () => {
    const empty = raster(
      900,
      1200,
      Uint8Array.from({ length: 900 * 1200 }, (_, i) => 190 + ((i * 2654435761) % 13)),
    );
    expect(Math.min(...shrink(flatten(empty), 4).data)).toBeGreaterThan(200);
  });

  it('leaves its argument alone', () => {
    const copy = lined.data.slice();
    flatten(lined);
    expect(lined.data).toEqual(copy);
  });
});

describe('shrink', () => {
  it('takes the mean of each square, also at the narrow edge', () => {
    const page = raster(5, 3, Uint8Array.from([0, 2, 10, 10, 7, 4, 6, 10, 10, 9, 1, 3, 20, 40, 5]));
    expect(shrink(page, 2)).toEqual({ width: 3, height: 2, data: Uint8Array.from([3, 10, 8, 2, 30, 5]) });
  });
});

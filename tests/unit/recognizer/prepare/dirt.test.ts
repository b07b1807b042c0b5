import { describe, expect, it } from 'vitest';
import { cleanDirt, enlarge, isBilevel, isDirty } from '../../../../src-main/recognizer/prepare/dirt';
import { raster } from '../../../../src-main/recognizer/prepare/raster';
import { thicken } from '../../../../src-main/recognizer/prepare/thicken';

const sheet = () => raster(400, 600, new Uint8Array(400 * 600).fill(255));
const ink = (page: ReturnType<typeof sheet>, x: number, y: number, w: number, h: number) => {
  for (let dy = 0; dy < h; dy++) page.data.fill(0, (y + dy) * page.width + x, (y + dy) * page.width + x + w);
};
const at = (page: ReturnType<typeof sheet>, x: number, y: number) => page.data[y * page.width + x];

describe('dirt of a photocopy', () => {
  const page = sheet();
  ink(page, 50, 50, 4, 30); // a stroke
  ink(page, 60, 84, 3, 3); // the dot below a letter
  ink(page, 200, 200, 2, 1); // a grain
  ink(page, 250, 250, 16, 16); // a blot
  for (let y = 0; y < 600; y += 2) ink(page, 300, y, 1, 1); // a thread

  it('drops grains and threads, and keeps strokes and dots', () => {
    const clean = cleanDirt(page, 200, { blots: false });
    expect([at(clean, 51, 60), at(clean, 61, 85), at(clean, 200, 200), at(clean, 300, 100), at(clean, 258, 258)]).toEqual([
      0, 0, 255, 255, 0,
    ]);
  });

  it('drops blots when asked to, and does not touch its argument', () => {
    expect(at(cleanDirt(page, 200, { blots: true }), 258, 258)).toBe(255);
    expect(at(page, 258, 258)).toBe(0);
  });

  it('knows a bilevel page', () => {
    expect(isBilevel(page)).toBe(true);
    expect(isBilevel({ ...page, data: page.data.map((value, i) => (i % 9 === 0 ? 120 : value)) })).toBe(false);
  });

  it('knows a dirty page by the number of its grains', () => {
    const dirty = sheet();
    for (let y = 5; y < 600; y += 15) for (let x = 5; x < 400; x += 15) ink(dirty, x, y, 2, 1);
    expect([isDirty(page, 200), isDirty(dirty, 200)]).toEqual([false, true]);
  });

  it('enlarges by a half', () => {
    const large = enlarge(page);
    expect([large.width, large.height]).toEqual([600, 900]);
    expect(large.data[98 * 600 + 78]).toBe(0);
  });

  it('thickens strokes by a pixel on each side', () => {
    const thick = thicken(page);
    expect([at(thick, 49, 60), at(thick, 54, 60), at(thick, 48, 60), at(thick, 51, 49)]).toEqual([0, 0, 255, 0]);
  });
});

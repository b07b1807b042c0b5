import { describe, expect, it } from 'vitest';
import { raster } from '#recognizer/prepare/raster';
import { boxOnScan, type Quarter, turnBy, turnQuarter } from '#recognizer/prepare/turn';

/** A white sheet with one black block. */
const sheet = (width: number, height: number, box: { x: number; y: number; w: number; h: number }) => {
  const page = raster(width, height, new Uint8Array(width * height).fill(255));
  for (let y = box.y; y < box.y + box.h; y++) page.data.fill(0, y * width + box.x, y * width + box.x + box.w);
  return page;
};

const boundsOfInk = (page: { width: number; height: number; data: Uint8Array }) => {
  let left = page.width;
  let top = page.height;
  let right = 0;
  let bottom = 0;
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++)
      if (page.data[y * page.width + x]! < 128) {
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
      }
  return { x: left, y: top, w: right - left, h: bottom - top };
};

describe('turnQuarter', () => {
  it('turns clockwise', () => {
    const page = raster(3, 2, Uint8Array.from([1, 2, 3, 4, 5, 6]));
    expect(turnQuarter(page, 90)).toEqual({ width: 2, height: 3, data: Uint8Array.from([4, 1, 5, 2, 6, 3]) });
    expect(turnQuarter(page, 180).data).toEqual(Uint8Array.from([6, 5, 4, 3, 2, 1]));
    expect(turnQuarter(page, 270).data).toEqual(Uint8Array.from([3, 6, 2, 5, 1, 4]));
  });

  it('comes back after four turns', () => {
    const page = sheet(31, 17, { x: 3, y: 2, w: 9, h: 4 });
    expect([90, 90, 90, 90].reduce((turned) => turnQuarter(turned, 90), page)).toEqual(page);
  });
});

describe('boxOnScan', () => {
  const box = { x: 120, y: 340, w: 160, h: 24 };
  const quarters: Quarter[] = [0, 90, 180, 270];

  it.each(quarters.flatMap((quarter) => [-3, 0, 1.3].map((degrees) => ({ quarter, degrees }))))(
    'finds the box again after $quarter and $degrees degrees',
    ({ quarter, degrees }) => {
      const seen = turnBy(turnQuarter(sheet(600, 900, box), quarter), degrees);
      const back = boxOnScan(boundsOfInk(seen), { width: 600, height: 900, scale: 1, quarter, degrees });
      // The upright box around a turned box grows by its length times the sine, twice.
      const grown = 2 * 160 * Math.sin((Math.abs(degrees) * Math.PI) / 180) + 3;
      expect(back.x).toBeGreaterThanOrEqual(box.x - grown);
      expect(back.x).toBeLessThanOrEqual(box.x + 2);
      expect(back.y).toBeGreaterThanOrEqual(box.y - grown);
      expect(back.y).toBeLessThanOrEqual(box.y + 2);
      expect(back.x + back.w).toBeGreaterThanOrEqual(box.x + box.w - 2);
      expect(back.x + back.w).toBeLessThanOrEqual(box.x + box.w + grown);
      expect(back.y + back.h).toBeGreaterThanOrEqual(box.y + box.h - 2);
      expect(back.y + back.h).toBeLessThanOrEqual(box.y + box.h + grown);
    },
  );

  it('gives pixels of the preservation copy when the engine saw half the size', () => {
    expect(boxOnScan({ x: 60, y: 170, w: 80, h: 12 }, { width: 600, height: 900, scale: 0.5, quarter: 0, degrees: 0 })).toEqual(box);
  });
});

describe('turnBy', () => {
  it('keeps the corners of the page on the sheet', () => {
    const turned = turnBy(sheet(400, 600, { x: 0, y: 0, w: 12, h: 12 }), 4);
    expect(turned.width).toBeGreaterThan(400);
    expect(turned.data.some((value) => value < 64)).toBe(true);
  });
});

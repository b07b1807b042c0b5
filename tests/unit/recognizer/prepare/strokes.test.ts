import { expect, it } from 'vitest';
import { raster } from '#recognizer/prepare/raster';
import { resized, strokeWidth } from '#recognizer/prepare/strokes';

const striped = (thick: number) => {
  const page = raster(400, 90, new Uint8Array(36_000).fill(255));
  for (let y = 0; y < 90; y++) for (let x = 20; x < 380; x += 20) page.data.fill(0, y * 400 + x, y * 400 + x + thick);
  return page;
};

it('tells how thick strokes are, and nothing of an empty page', () => {
  expect([strokeWidth(striped(3)), strokeWidth(striped(6)), strokeWidth(striped(0))]).toEqual([3, 6, 0]);
});

it('makes a page coarser, strokes with it', async () => {
  const page = await resized(striped(10), 0.8);
  expect([page.width, page.height, page.data.length]).toEqual([320, 72, 23_040]);
  expect(strokeWidth(page)).toBeCloseTo(8, 0);
});

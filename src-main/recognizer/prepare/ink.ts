/**
 * Where the ink is: the pixels of a small copy that are darker than Otsu's threshold. Page axis, skew and the check for text
 * outside every word box all look at this instead of the full page.
 */
import { histogram, shrink, type Raster } from './raster';

/** About 700 pixels wide: a line of text is then 3 to 6 pixels high, enough to see lines and 12 times fewer pixels to visit. */
const SMALL_WIDTH = 700;

export type Ink = {
  readonly width: number;
  readonly height: number;
  /** Pixels of the page for one pixel here. */
  readonly factor: number;
  /** Coordinates of the inked pixels: x0, y0, x1, y1 ... */
  readonly points: Uint16Array;
};

/** `page` should be flattened already, so that a shadow does not count as ink. */
export const findInk = (page: Raster): Ink => {
  const factor = Math.max(1, Math.round(Math.min(page.width, page.height) / SMALL_WIDTH));
  const small = shrink(page, factor);
  const limit = inkThreshold(small);
  // A scanner's dark edge is no text: leave out 4 % at each side.
  const marginX = Math.round(small.width * 0.04);
  const marginY = Math.round(small.height * 0.04);
  let count = 0;
  const points = new Uint16Array(2 * small.data.length);
  for (let y = marginY; y < small.height - marginY; y++) {
    for (let x = marginX; x < small.width - marginX; x++) {
      if (small.data[y * small.width + x]! > limit) continue;
      points[count++] = x;
      points[count++] = y;
    }
  }
  return { width: small.width, height: small.height, factor, points: points.slice(0, count) };
};

/** Paper that never gets this dark carries no ink (a threshold of Otsu always splits, also where there is only grain). */
const FAINTEST_INK = 200;

/** Otsu: the value that parts the histogram into two groups that differ most. */
const inkThreshold = (page: Raster): number => {
  const counts = histogram(page);
  const total = page.data.length;
  let sum = 0;
  for (let v = 0; v < 256; v++) sum += v * counts[v]!;
  let below = 0;
  let belowSum = 0;
  let best = 0;
  let threshold = 0;
  for (let v = 0; v < 256; v++) {
    below += counts[v]!;
    if (below === 0) continue;
    const above = total - below;
    if (above === 0) break;
    belowSum += v * counts[v]!;
    const distance = belowSum / below - (sum - belowSum) / above;
    const score = below * above * distance * distance;
    if (score > best) {
      best = score;
      threshold = v;
    }
  }
  return Math.min(threshold, FAINTEST_INK);
};

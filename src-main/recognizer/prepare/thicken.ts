/**
 * Makes hair-thin strokes thicker: each pixel takes the darkest of itself and its four neighbours.
 *
 * The engine was taught on printed faces; the thin strokes of typewriters and of a worn ribbon fall apart for it. Measured on a typewriter
 * page: character errors 10.5 -> 0.7 %. On faces of ordinary weight it does harm (1.3 -> 3.1 %), so it is an attempt for pages that read badly.
 */
import type { Raster } from './raster';

export const thicken = (page: Raster): Raster => {
  const { width: w, height: h, data } = page;
  const out = data.slice();
  for (let y = 1; y < h - 1; y++) {
    for (let at = y * w + 1, end = (y + 1) * w - 1; at < end; at++) {
      let darkest = data[at]!;
      if (data[at - 1]! < darkest) darkest = data[at - 1]!;
      if (data[at + 1]! < darkest) darkest = data[at + 1]!;
      if (data[at - w]! < darkest) darkest = data[at - w]!;
      if (data[at + w]! < darkest) darkest = data[at + w]!;
      out[at] = darkest;
    }
  }
  return { width: w, height: h, data: out };
};

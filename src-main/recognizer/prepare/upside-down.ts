/**
 * Does a page with level lines stand on its head? Told from the ink alone, in a few milliseconds, before the engine reads anything.
 *
 * Nearly all letters end sharply on the base line; at the top some rise above the others and many carry marks. Going down an upright page
 * the rows of pixels therefore lose their ink more suddenly than they gain it. Of 76 pages (19 kinds of wear, 9 faces) the upright ones came
 * to between -5.1 and 0.2, those on their head to between 0.6 and 4.8.
 */
import type { Raster } from './raster';

/** Ink of a flattened page is darker than this. */
const INK = 140;
const MARGIN = 0.04;
/** A row inked along so much of the page is a rule, not text. */
const RULE = 0.5;
const REVERSED_FROM = 0.4;

export const looksReversed = (page: Raster): boolean => jumpsOf(page) > REVERSED_FROM;

/** Skewness of the jumps of ink from row to row: negative where ink ends more suddenly than it begins. */
export const jumpsOf = ({ width, height, data }: Raster): number => {
  const [left, right] = [Math.round(width * MARGIN), Math.round(width * (1 - MARGIN))];
  const [top, bottom] = [Math.round(height * MARGIN), Math.round(height * (1 - MARGIN))];
  let before = 0;
  let squares = 0;
  let cubes = 0;
  for (let y = top; y < bottom; y++) {
    let inked = 0;
    for (let at = y * width + left, end = y * width + right; at < end; at++) if (data[at]! < INK) inked++;
    if (inked > width * RULE) inked = 0;
    const jump = inked - before;
    squares += jump * jump;
    cubes += jump * jump * jump;
    before = inked;
  }
  const rows = bottom - top;
  return squares === 0 ? 0 : cubes / rows / (squares / rows) ** 1.5;
};

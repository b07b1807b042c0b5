/**
 * Dirt of photocopies: grains smaller than any dot of a letter, round blots thicker than any stroke, and the thin upright threads that
 * a scratched drum or a dirty glass draws over the whole sheet. Everything else stays: dots and accents carry meaning in Vietnamese.
 */
import { type Raster, raster } from './raster';

/** Ink of a flattened page is darker than this. */
const INK = 140;
/** Sizes in dots of 200 dpi; a dot below a letter of 11 pt has about 9 pixels there, a bold stroke is 6 wide. */
const GRAIN_PIXELS = 5;
const BLOT_RADIUS = 5.5;
const THREAD_WIDTH = 2;

/** `blots`: also these. They hide what is below them, and a bold heading in large letters may come near their size. */
export const cleanDirt = (page: Raster, dpi: number, { blots }: { readonly blots: boolean }): Raster => {
  const out = raster(page.width, page.height, page.data.slice());
  dropThreads(out);
  if (blots) dropBlots(out, (BLOT_RADIUS * dpi) / 200);
  dropGrains(out, grainAt(dpi));
  return out;
};

/** Hardly any pixel between black and white: a fax, a photocopy that was scanned as line art. */
export const isBilevel = (page: Raster): boolean => {
  let between = 0;
  let seen = 0;
  for (let i = 0; i < page.data.length; i += 7) {
    seen++;
    const value = page.data[i]!;
    if (value > 50 && value < 205) between++;
  }
  return between < seen * 0.004;
};

/** A sheet of A4 from a photocopier that was not cleaned has thousands of grains, one that was has none. */
const DIRTY_GRAINS = 800;

export const isDirty = (page: Raster, dpi: number): boolean =>
  dropGrains(raster(page.width, page.height, page.data.slice()), grainAt(dpi)) >= DIRTY_GRAINS;

const grainAt = (dpi: number): number => Math.round(GRAIN_PIXELS * (dpi / 200) ** 2);

/** Connected ink of at most `most` pixels becomes paper. Returns how many grains there were. */
export const dropGrains = (page: Raster, most: number): number => {
  const { width: w, height: h, data } = page;
  const seen = new Uint8Array(data.length);
  const found = new Int32Array(most + 1);
  let grains = 0;
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || data[start]! >= INK) continue;
    let count = 0;
    let next = 0;
    found[count++] = start;
    seen[start] = 1;
    let large = false;
    const stack: number[] = [];
    while (next < count || stack.length > 0) {
      const at = next < count ? found[next++]! : stack.pop()!;
      const x = at % w;
      const y = (at - x) / w;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(h - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(w - 1, x + 1); nx++) {
          const to = ny * w + nx;
          if (seen[to] || data[to]! >= INK) continue;
          seen[to] = 1;
          if (count < most) found[count++] = to;
          else {
            large = true;
            stack.push(to);
          }
        }
      }
    }
    if (large) continue;
    grains++;
    for (let i = 0; i < count; i++) data[found[i]!] = 255;
  }
  return grains;
};

/** Where ink is thicker than twice `radius` in every direction it is no letter: the blot and its rim become paper, strokes that touch it stay. */
export const dropBlots = (page: Raster, radius: number): number => {
  const { width, height, data } = page;
  const inside = distanceTo(width, height, (at) => data[at]! >= INK);
  let cores = 0;
  for (let i = 0; i < inside.length; i++) if (inside[i]! > radius * 3) cores++;
  if (cores === 0) return 0;
  const reach = distanceTo(width, height, (at) => inside[at]! > radius * 3);
  for (let i = 0; i < data.length; i++) if (reach[i]! <= (radius + 1.5) * 3) data[i] = 255;
  return cores;
};

/** Chamfer distance (3 for a step, 4 for a diagonal one) of every pixel to the nearest marked one. */
const distanceTo = (w: number, h: number, marked: (at: number) => boolean): Uint16Array => {
  const far = 30_000;
  const out = new Uint16Array(w * h).fill(far);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = y * w + x;
      if (marked(at)) {
        out[at] = 0;
        continue;
      }
      let least = far;
      if (x > 0) least = Math.min(least, out[at - 1]! + 3);
      if (y > 0) {
        least = Math.min(least, out[at - w]! + 3);
        if (x > 0) least = Math.min(least, out[at - w - 1]! + 4);
        if (x < w - 1) least = Math.min(least, out[at - w + 1]! + 4);
      }
      out[at] = least;
    }
  }
  for (let y = h - 1; y >= 0; y--) {
    for (let x = w - 1; x >= 0; x--) {
      const at = y * w + x;
      let least = out[at]!;
      if (x < w - 1) least = Math.min(least, out[at + 1]! + 3);
      if (y < h - 1) {
        least = Math.min(least, out[at + w]! + 3);
        if (x < w - 1) least = Math.min(least, out[at + w + 1]! + 4);
        if (x > 0) least = Math.min(least, out[at + w - 1]! + 4);
      }
      out[at] = least;
    }
  }
  return out;
};

/** Columns that are inked all along the sheet, but mostly alone: nothing dark beside them. */
export const dropThreads = (page: Raster): number => {
  const { width: w, height: h, data } = page;
  let threads = 0;
  const dark = (x: number, y: number) => x >= 0 && x < w && data[y * w + x]! < INK;
  for (let x = 1; x < w - 1; x++) {
    let alone = 0;
    let bands = 0;
    let last = -1;
    for (let y = 0; y < h; y++) {
      if (!dark(x, y) || dark(x - THREAD_WIDTH, y) || dark(x + THREAD_WIDTH, y)) continue;
      alone++;
      const band = Math.floor((y * 20) / h);
      if (band !== last) bands++;
      last = band;
    }
    // Ink alone in its row on most of the sheet's height, where letters change with every line.
    if (bands < 15 || alone < h * 0.12) continue;
    threads++;
    for (let y = 0; y < h; y++) {
      if (dark(x, y) && !dark(x - THREAD_WIDTH, y) && !dark(x + THREAD_WIDTH, y)) {
        data[y * w + x] = 255;
        if (dark(x - 1, y)) data[y * w + x - 1] = 255;
        if (dark(x + 1, y)) data[y * w + x + 1] = 255;
      }
    }
  }
  return threads;
};

export const ENLARGED = 1.5;

/** One and a half times as large, between four neighbours: the steps of a bilevel page at 200 dpi become soft edges at 300. */
export const enlarge = (page: Raster): Raster => {
  const { width: w, height: h, data } = page;
  const width = Math.floor(w * ENLARGED);
  const height = Math.floor(h * ENLARGED);
  const out = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    const sy = Math.min(h - 1.001, Math.max(0, (y + 0.5) / ENLARGED - 0.5));
    const top = Math.floor(sy);
    const fy = sy - top;
    const upper = top * w;
    const lower = Math.min(h - 1, top + 1) * w;
    for (let x = 0; x < width; x++, to++) {
      const sx = Math.min(w - 1.001, Math.max(0, (x + 0.5) / ENLARGED - 0.5));
      const left = Math.floor(sx);
      const right = Math.min(w - 1, left + 1);
      const fx = sx - left;
      const above = data[upper + left]! * (1 - fx) + data[upper + right]! * fx;
      const below = data[lower + left]! * (1 - fx) + data[lower + right]! * fx;
      out[to] = Math.round(above * (1 - fy) + below * fy);
    }
  }
  return { width, height, data: out };
};

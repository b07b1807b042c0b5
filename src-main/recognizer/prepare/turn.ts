/**
 * Quarter turns (exact) and small turns (bilinear, on a larger white sheet so that no corner is lost), and the way back: where a
 * point of the straightened page lies on the page as it was scanned.
 */
import type { Raster } from './raster';

export type Quarter = 0 | 90 | 180 | 270;

/** Turns clockwise by quarters. */
export const turnQuarter = (page: Raster, clockwise: Quarter): Raster => {
  const { width: w, height: h, data } = page;
  if (clockwise === 0) return page;
  const out = new Uint8Array(data.length);
  if (clockwise === 180) {
    for (let i = 0, j = data.length - 1; j >= 0; i++, j--) out[i] = data[j]!;
    return { width: w, height: h, data: out };
  }
  for (let y = 0; y < h; y++) {
    let to = clockwise === 90 ? h - 1 - y : (w - 1) * h + y;
    const step = clockwise === 90 ? h : -h;
    for (let from = y * w, end = from + w; from < end; from++, to += step) out[to] = data[from]!;
  }
  return { width: h, height: w, data: out };
};

/** Turns clockwise by a small angle about the middle; the sheet grows so that the whole page stays on it. */
export const turnBy = (page: Raster, degrees: number, background = 255): Raster => {
  if (degrees === 0) return page;
  const { width: w, height: h, data } = page;
  const { width, height } = turnedSize(w, h, degrees);
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const out = new Uint8Array(width * height).fill(background);
  for (let y = 0; y < height; y++) {
    const dy = y - (height - 1) / 2;
    // Where on the scanned page the row begins, and the part of the row whose four neighbours all exist.
    let sx = cos * (-(width - 1) / 2) + sin * dy + (w - 1) / 2;
    let sy = -sin * (-(width - 1) / 2) + cos * dy + (h - 1) / 2;
    for (let to = y * width, end = to + width; to < end; to++, sx += cos, sy -= sin) {
      if (sx < 0 || sy < 0 || sx >= w - 1 || sy >= h - 1) continue;
      const ix = sx | 0;
      const iy = sy | 0;
      const fx = ((sx - ix) * 256) | 0;
      const fy = ((sy - iy) * 256) | 0;
      const at = iy * w + ix;
      const upper = data[at]! * (256 - fx) + data[at + 1]! * fx;
      const lower = data[at + w]! * (256 - fx) + data[at + w + 1]! * fx;
      out[to] = (upper * (256 - fy) + lower * fy + 32768) >> 16;
    }
  }
  return { width, height, data: out };
};

const turnedSize = (width: number, height: number, degrees: number): { width: number; height: number } => {
  const angle = Math.abs((degrees * Math.PI) / 180);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { width: Math.ceil(width * cos + height * sin), height: Math.ceil(width * sin + height * cos) };
};

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** How the page that the engine saw was made from the scanned one: scaled, turned by quarters, then by a small angle. */
export type Straightening = {
  /** Size of the preservation copy, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels that the engine saw for one pixel of the preservation copy. */
  readonly scale: number;
  readonly quarter: Quarter;
  /** Small turn, clockwise degrees, applied last. */
  readonly degrees: number;
};

/** Takes a box of the straightened page back to the scanned page: the upright box around its four turned corners. */
export const boxOnScan = (box: Box, made: Straightening): Box => {
  const scaledWidth = made.width * made.scale;
  const scaledHeight = made.height * made.scale;
  const lying = made.quarter === 90 || made.quarter === 270;
  const w = lying ? scaledHeight : scaledWidth;
  const h = lying ? scaledWidth : scaledHeight;
  const turned = made.degrees === 0 ? { width: w, height: h } : turnedSize(w, h, made.degrees);
  const angle = (made.degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const [cx, cy] of [
    [box.x, box.y],
    [box.x + box.w, box.y],
    [box.x, box.y + box.h],
    [box.x + box.w, box.y + box.h],
  ] as const) {
    const dx = cx - turned.width / 2;
    const dy = cy - turned.height / 2;
    const ux = cos * dx + sin * dy + w / 2;
    const uy = -sin * dx + cos * dy + h / 2;
    const [px, py] = unturn(ux, uy, scaledWidth, scaledHeight, made.quarter);
    left = Math.min(left, px);
    top = Math.min(top, py);
    right = Math.max(right, px);
    bottom = Math.max(bottom, py);
  }
  const x = clamp(Math.round(left / made.scale), 0, made.width);
  const y = clamp(Math.round(top / made.scale), 0, made.height);
  return {
    x,
    y,
    w: clamp(Math.round(right / made.scale), 0, made.width) - x,
    h: clamp(Math.round(bottom / made.scale), 0, made.height) - y,
  };
};

const unturn = (x: number, y: number, width: number, height: number, quarter: Quarter): readonly [number, number] => {
  switch (quarter) {
    case 0:
      return [x, y];
    case 90:
      return [y, height - x];
    case 180:
      return [width - x, height - y];
    case 270:
      return [width - y, x];
  }
};

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

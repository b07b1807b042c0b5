/**
 * A page made small for reading on a screen: ink as a stencil of one bit, and below it what has colour (stamps, the paper's own tone) at low
 * resolution. 35 to 55 KB for an A4 page of text instead of 600 to 1,100 KB. It loses: never the copy that is preserved.
 */
import sharp from 'sharp';
import type { ReadingCopy } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { flatten } from '../prepare/flatten';
import type { Raster } from '../prepare/raster';
import { decoding, imageFacts, openImage } from './pixels';

/** Tried in this order until the page is small enough; below the last one small print is hard to read. */
const inkDpis = [240, 200, 170, 150];
/** The regulations' archives keep the original; a reading copy of a box of 2,000 pages fits on a stick of 128 MB with this. */
const wantedBytes = 60 * 1024;
/** Ground pixels are squares of so many ink pixels: 50 to 67 dpi. */
const groundSquare = 3;
const groundQuality = 38;
/** Darker than this on evened paper (about 250) is ink. */
const inkBelow = 150;
/** Red exceeds the other colours by this: a stamp, kept in the ground. */
const redness = 40;

export async function readingCopyOf(bytes: Uint8Array, dpi: number): Promise<ReadingCopy> {
  let best: ReadingCopy | undefined;
  for (const inkDpi of inkDpis) {
    const made = await decoding(() => makeCopy(bytes, Math.min(1, inkDpi / dpi)));
    if (best === undefined || sizeOf(made) < sizeOf(best)) best = made;
    if (sizeOf(best) <= wantedBytes || inkDpi >= dpi) break;
  }
  if (best === undefined) throw new RecognizerError('scan.corrupt');
  return best;
}

const sizeOf = ({ ground, ink }: ReadingCopy): number => ground.length + ink.data.length;

async function makeCopy(bytes: Uint8Array, scale: number): Promise<ReadingCopy> {
  const facts = await imageFacts(bytes);
  // Group 4 is written as one tile, whose sides are multiples of 16; the page is stretched onto it by less than one per cent.
  const width = inSixteens(facts.width * scale);
  const height = inSixteens(facts.height * scale);
  const { data } = await openImage(bytes)
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colour = data.length === width * height * 3 ? data : tripled(data);
  const ink = withoutSpecks(inkOf(colour, width, height));
  const [group4, ground] = await Promise.all([encodeInk(ink), encodeGround(colour, ink)]);
  return { ground, ink: { data: group4, width, height } };
}

const inSixteens = (pixels: number): number => Math.max(16, Math.round(pixels / 16) * 16);

function tripled(gray: Uint8Array): Uint8Array {
  const colour = new Uint8Array(gray.length * 3);
  for (let at = 0; at < gray.length; at++) colour.fill(gray[at] ?? 0, at * 3, at * 3 + 3);
  return colour;
}

/** 0 where there is ink, else 255. */
function inkOf(colour: Uint8Array, width: number, height: number): Raster {
  const gray = new Uint8Array(width * height);
  const red = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 3) {
    const [r = 0, g = 0, b = 0] = [colour[at], colour[at + 1], colour[at + 2]];
    gray[pixel] = (r * 77 + g * 151 + b * 28) >> 8;
    red[pixel] = r - Math.max(g, b) > redness ? 1 : 0;
  }
  const even = flatten({ width, height, data: gray }).data;
  const out = new Uint8Array(width * height);
  for (let pixel = 0; pixel < out.length; pixel++) out[pixel] = (even[pixel] ?? 255) < inkBelow && red[pixel] === 0 ? 0 : 255;
  return { width, height, data: out };
}

/** Single dark pixels are dirt, and cost as much as a letter's edge. */
function withoutSpecks({ width, height, data }: Raster): Raster {
  const out = data.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      if (data[at] !== 0) continue;
      let others = 0;
      for (const row of [at - width, at, at + width]) for (let k = row - 1; k <= row + 1; k++) if (data[k] === 0) others++;
      if (others <= 2) out[at] = 255;
    }
  }
  return { width, height, data: out };
}

/** The ground: squares of the page without their ink; a square that is all ink takes the colour of its neighbour. */
function encodeGround(colour: Uint8Array, { width, height, data: ink }: Raster): Promise<Uint8Array> {
  const [across, down] = [Math.ceil(width / groundSquare), Math.ceil(height / groundSquare)];
  const out = new Uint8Array(across * down * 3).fill(255);
  const near = (x: number, y: number): boolean => {
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let k = Math.max(0, x - 1); k <= Math.min(width - 1, x + 1); k++) if (ink[row * width + k] === 0) return true;
    return false;
  };
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const sums = [0, 0, 0];
      let count = 0;
      for (let y = row * groundSquare; y < Math.min(height, (row + 1) * groundSquare); y++) {
        for (let x = column * groundSquare; x < Math.min(width, (column + 1) * groundSquare); x++) {
          if (near(x, y)) continue;
          count++;
          for (let part = 0; part < 3; part++) sums[part] = (sums[part] ?? 0) + (colour[(y * width + x) * 3 + part] ?? 0);
        }
      }
      const to = (row * across + column) * 3;
      const beside = column > 0 ? to - 3 : row > 0 ? to - across * 3 : to;
      for (let part = 0; part < 3; part++) out[to + part] = count > 0 ? Math.round((sums[part] ?? 0) / count) : (out[beside + part] ?? 255);
    }
  }
  return sharp(out, { raw: { width: across, height: down, channels: 3 } })
    .blur(0.8)
    .jpeg({ quality: groundQuality, chromaSubsampling: '4:2:0', mozjpeg: true })
    .toBuffer();
}

const tileOffsets = 324;
const tileByteCounts = 325;

/** sharp writes a TIFF around it; of the one tile only the data are wanted. */
async function encodeInk({ width, height, data }: Raster): Promise<Uint8Array> {
  const tiff = await sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tile: true, tileWidth: width, tileHeight: height })
    .toBuffer();
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  const found = new Map<number, number>();
  for (let entry = 0; entry < view.getUint16(directory, little); entry++) {
    const at = directory + 2 + entry * 12;
    found.set(view.getUint16(at, little), view.getUint32(at + 8, little));
  }
  const from = found.get(tileOffsets) ?? 0;
  return new Uint8Array(tiff.subarray(from, from + (found.get(tileByteCounts) ?? 0)));
}

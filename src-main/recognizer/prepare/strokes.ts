/**
 * How thick the strokes of a page are, and the page made coarser where they allow it.
 *
 * The engine brings every line to the same height, whatever the resolution; only its search for columns and lines costs by pixels. At 200 dpi it
 * takes a sixth less than at 300 and reads strokes of ordinary weight as well, but thin ones (typewriters, faded ink) worse.
 */
import sharp from 'sharp';
import type { Raster } from './raster';

/** Ink of a flattened page is darker than this. */
const INK = 140;
/** Every so many rows are enough to tell. */
const STEP = 3;

/** Mean length of the runs of ink along the rows, pixels; 0 of an empty page. A face of 13 points at 300 dpi has 5 to 7, a typewriter 4. */
export const strokeWidth = ({ width, height, data }: Raster): number => {
  let inked = 0;
  let runs = 0;
  for (let y = 0; y < height; y += STEP) {
    let before = false;
    for (let at = y * width, end = at + width; at < end; at++) {
      const ink = data[at]! < INK;
      if (ink) {
        inked++;
        if (!before) runs++;
      }
      before = ink;
    }
  }
  return runs === 0 ? 0 : inked / runs;
};

/** The page in another size. */
export const resized = async ({ width, height, data }: Raster, by: number): Promise<Raster> => {
  const image = sharp(data, { raw: { width, height, channels: 1 } });
  const scaled = image.resize(Math.round(width * by), Math.round(height * by), { fit: 'fill' }).toColourspace('b-w');
  const { data: bytes, info } = await scaled.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
};

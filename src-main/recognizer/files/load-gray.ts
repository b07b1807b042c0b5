/** Decodes a preservation copy to what the engine and the preparation steps work on, at no more than about 300 dpi. */
import { MAX_OCR_PIXELS, OCR_DPI, OCR_DPI_TOLERATED } from '../limits';
import type { Raster } from '../prepare/raster';
import type { ColourRaster } from '../prepare/red-ink';
import { decoding, imageFacts, openImage } from './pixels';
import { trueDpi } from './true-dpi';

export type PageSize = {
  /** Pixels of the preservation copy. */
  readonly width: number;
  readonly height: number;
  readonly colour: boolean;
  /** Pixels that are decoded for one pixel of the preservation copy; 1 or less. */
  readonly scale: number;
  /** Resolution after scaling: what the engine is told. */
  readonly dpi: number;
};

/** `statedDpi` (from the scanner) goes before what the file says. */
export const measurePage = async (bytes: Uint8Array, statedDpi?: number): Promise<PageSize> => {
  const facts = await imageFacts(bytes);
  const dpi = trueDpi(facts.width, facts.height, statedDpi ?? facts.density);
  const byResolution = dpi > OCR_DPI_TOLERATED ? OCR_DPI / dpi : 1;
  const byPixels = Math.sqrt(MAX_OCR_PIXELS / (facts.width * facts.height));
  const scale = Math.min(1, byResolution, byPixels);
  return { width: facts.width, height: facts.height, colour: facts.channels >= 3, scale, dpi: Math.round(dpi * scale) };
};

export const loadGray = (bytes: Uint8Array, size: PageSize): Promise<Raster> =>
  decoding(async () => {
    const { data, info } = await scaled(bytes, size)
      .flatten({ background: '#fff' })
      .grayscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: asBytes(data) };
  });

/** `share`: of the scaled size, below 1 for a quick look at the colours. */
export const loadColour = (bytes: Uint8Array, size: PageSize, share = 1): Promise<ColourRaster> =>
  decoding(async () => {
    const image = scaled(bytes, { ...size, scale: size.scale * share });
    const { data, info } = await image.flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: asBytes(data) };
  });

const scaled = (bytes: Uint8Array, { width, height, scale }: PageSize) => {
  const image = openImage(bytes);
  return scale === 1
    ? image
    : image.resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { fit: 'fill' });
};

const asBytes = (data: Buffer) => new Uint8Array(data.buffer, data.byteOffset, data.length);

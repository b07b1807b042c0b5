/** Encodes pixels that no file holds as JPEG or PNG: pages of TIFFs, drawn PDF pages. */
import type { Sharp } from 'sharp';
import { withJfifDensity } from './jfif';
import { decoding } from './pixels';

export type Encoded = {
  readonly bytes: Uint8Array;
  readonly mime: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
};

/** Quality 92 without colour subsampling: no visible loss in text, red seals keep their edge. */
const JPEG = { quality: 92, chromaSubsampling: '4:4:4' } as const;

export const toJpeg = (image: Sharp, dpi: number): Promise<Encoded> =>
  decoding(async () => {
    const { data, info } = await image.jpeg(JPEG).toBuffer({ resolveWithObject: true });
    return { bytes: withJfifDensity(data, dpi), mime: 'image/jpeg', width: info.width, height: info.height };
  });

/** Lossless. `bilevel` images take one bit a pixel again. */
export const toPng = (image: Sharp, dpi: number, bilevel: boolean): Promise<Encoded> =>
  decoding(async () => {
    const options = bilevel ? ({ palette: true, colours: 2, dither: 0, compressionLevel: 9 } as const) : ({ compressionLevel: 6 } as const);
    const { data, info } = await image.withMetadata({ density: dpi }).png(options).toBuffer({ resolveWithObject: true });
    return { bytes: data, mime: 'image/png', width: info.width, height: info.height };
  });

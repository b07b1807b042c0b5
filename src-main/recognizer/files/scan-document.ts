/** A foreign file that is open for reading, one page at a time. */
import sharp, { type Sharp } from 'sharp';
import type { ScannedPage } from '#shared/recognizer/messages';
import { decoding, openImage } from './pixels';

export type ScanDocument = {
  readonly pages: number;
  /** Pages from 0. Throws a refusal when this page cannot be decoded; the others may still be read. */
  page(index: number): Promise<ScannedPage>;
  close(): void;
};

const THUMBNAIL_SIDE = 320;
const THUMBNAIL_QUALITY = 72;
/** An A4 page at 120 dpi, as wide as the pane of a 1920 pixel screen; about 150 KB. */
const VIEW_SIDE = 1400;
const VIEW_QUALITY = 70;
/** A page of fewer pixels is decoded as quickly itself. */
const VIEW_FROM_PIXELS = 3_000_000;

/**
 * Pictures for lists and for the screen. Made from the preservation copy, which by this is decoded to its last row: a damaged page is
 * refused here, before anything of it is stored.
 */
export const picturesOf = (bytes: Uint8Array, pixels: number): Promise<Pick<ScannedPage, 'thumbnail' | 'view'>> =>
  decoding(async () => {
    if (pixels < VIEW_FROM_PIXELS) return { thumbnail: await thumbnail(openImage(bytes)) };
    const { data, info } = await within(openImage(bytes), VIEW_SIDE)
      .flatten({ background: '#fff' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const smaller = () => sharp(data, { raw: { width, height, channels } });
    return { thumbnail: await thumbnail(smaller()), view: await smaller().jpeg({ quality: VIEW_QUALITY }).toBuffer() };
  });

const within = (image: Sharp, side: number): Sharp => image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

const thumbnail = (image: Sharp): Promise<Uint8Array> =>
  within(image, THUMBNAIL_SIDE).flatten({ background: '#fff' }).webp({ quality: THUMBNAIL_QUALITY }).toBuffer();

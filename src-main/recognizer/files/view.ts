/** An image as JPEG of a size that is asked for. The pictures that are kept of a page are made by `picturesOf`. */
import type { Picture } from '#shared/recognizer/messages';
import { decoding, openImage } from './pixels';

const VIEW_QUALITY = 82;

/** The whole image with at most `longSide` pixels along its longer side. Never enlarged. */
export const viewOf = (bytes: Uint8Array, longSide: number): Promise<Picture> =>
  decoding(async () => {
    const image = openImage(bytes).resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await image
      .flatten({ background: '#fff' })
      .jpeg({ quality: VIEW_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height };
  });

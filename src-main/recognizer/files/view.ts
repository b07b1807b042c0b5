/** Pictures for the screen, made from a preservation copy. */
import type { Picture, PixelBox, QuarterTurn } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { decoding, imageFacts, openImage } from './pixels';

const VIEW_QUALITY = 82;
const CROP_QUALITY = 90;

/** The whole page, turned clockwise, with at most `longSide` pixels along its longer side. Never enlarged. */
export const viewOf = (bytes: Uint8Array, longSide: number, turn: QuarterTurn = 0): Promise<Picture> =>
  decoding(async () => {
    const image = openImage(bytes).resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await image
      .rotate(turn)
      .flatten({ background: '#fff' })
      .jpeg({ quality: VIEW_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height };
  });

/** A part of the page in its own pixels; the box is cut to the page. */
export const cropOf = (bytes: Uint8Array, box: PixelBox, turn: QuarterTurn = 0): Promise<Picture> =>
  decoding(async () => {
    const { width, height } = await imageFacts(bytes);
    const left = Math.min(box.x, width - 1);
    const top = Math.min(box.y, height - 1);
    const region = { left, top, width: Math.min(box.w, width - left), height: Math.min(box.h, height - top) };
    if (region.width < 1 || region.height < 1) throw new RecognizerError('recognizer.badMessage', { width: box.w, height: box.h });
    const image = openImage(bytes).extract(region).rotate(turn);
    const { data, info } = await image
      .flatten({ background: '#fff' })
      .jpeg({ quality: CROP_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height };
  });

/** A foreign file that is open for reading, one page at a time. */
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

/**
 * Small picture for lists. Made from the preservation copy, which by this is decoded to its last row: a damaged page is refused
 * here, before anything of it is stored.
 */
export const thumbnailOf = (bytes: Uint8Array): Promise<Uint8Array> =>
  decoding(() =>
    openImage(bytes)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .webp({ quality: THUMBNAIL_QUALITY })
      .toBuffer(),
  );

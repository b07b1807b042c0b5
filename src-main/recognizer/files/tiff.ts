/** A TIFF of one or many pages, decoded from the disk page by page. Browsers show no TIFF, so each page becomes a lossless PNG. */
import { RecognizerError } from '#shared/recognizer/failure';
import type { CheckedFile } from './check-file';
import { type Encoded, toJpeg, toPng } from './encode';
import { imageFacts, openImage } from './pixels';
import { type ScanDocument, picturesOf } from './scan-document';
import { trueDpi } from './true-dpi';

/** A colour page with more pixels than 300 dpi A3 would make a PNG of tens of MB: it is kept as JPEG of high quality instead. */
const LOSSLESS_COLOUR_PIXELS = 18_000_000;

export const openTiff = async ({ path }: CheckedFile): Promise<ScanDocument> => {
  const { pages } = await imageFacts(path);
  return {
    pages,
    page: async (index) => {
      if (index >= pages) throw new RecognizerError('recognizer.badMessage', { page: index, pages });
      const facts = await imageFacts(path, { page: index });
      const dpi = trueDpi(facts.width, facts.height, facts.density);
      const image = openImage(path, { page: index }).flatten({ background: '#fff' });
      const colour = facts.channels >= 3;
      const encoded: Encoded =
        colour && facts.width * facts.height > LOSSLESS_COLOUR_PIXELS
          ? await toJpeg(image.toColourspace('srgb'), dpi)
          : await toPng(image.toColourspace(colour ? 'srgb' : 'b-w'), dpi, facts.bitsPerSample === 1);
      return { ...encoded, untouched: false, dpi, ...(await picturesOf(encoded.bytes, encoded.width * encoded.height)) };
    },
    close: () => {},
  };
};

/** The one place where image files are decoded: sharp with our limits, errors turned into refusals. */
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { RecognizerError } from '#shared/recognizer/failure';
import { MAX_PIXELS } from '../limits';

// The engine's workers need the cores; one thread per image and no cache keep the memory flat.
sharp.concurrency(1);
sharp.cache(false);

/** An image as any viewer shows it (EXIF orientation applied). A truncated or damaged file is an error, never a half-gray page. */
export const openImage = (source: Uint8Array | string, options: SharpOptions = {}): Sharp =>
  sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', autoOrient: true, ...options });

export type ImageFacts = {
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  readonly density: number | undefined;
  readonly channels: number;
  readonly bitsPerSample: number;
};

/** Size and resolution from the header, in viewing orientation. */
export const imageFacts = async (source: Uint8Array | string, options: SharpOptions = {}): Promise<ImageFacts> =>
  decoding(async () => {
    const header = await sharp(source, { limitInputPixels: false, failOn: 'truncated', ...options }).metadata();
    const { width, height } = header.autoOrient;
    if (width * height > MAX_PIXELS)
      throw new RecognizerError('scan.tooLarge', { what: 'pixels', value: width * height, limit: MAX_PIXELS });
    return {
      width,
      height,
      pages: header.pages ?? 1,
      density: header.density,
      channels: header.channels,
      bitsPerSample: header.bitsPerSample ?? 8,
    };
  });

/** Runs a decoding step; what the decoder throws means that the file is damaged. */
export const decoding = async <T>(step: () => Promise<T>): Promise<T> => {
  try {
    return await step();
  } catch (error) {
    if (error instanceof RecognizerError) throw error;
    if (error instanceof Error && /pixel limit/i.test(error.message))
      throw new RecognizerError('scan.tooLarge', { what: 'pixels', value: 0, limit: MAX_PIXELS });
    throw new RecognizerError('scan.corrupt');
  }
};

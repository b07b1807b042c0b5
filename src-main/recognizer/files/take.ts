/** An image that a scanner handed over: its bytes are the preservation copy. */
import type { ScannedPage } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { MAX_IMAGE_BYTES } from '../limits';
import { imageFacts } from './pixels';
import { picturesOf } from './scan-document';
import { sniff } from './sniff';
import { trueDpi } from './true-dpi';

/** `dpi`: what the scanner was told; it goes before what the image says. */
export async function takeImage(bytes: Uint8Array, dpi?: number): Promise<ScannedPage> {
  if (bytes.length === 0) throw new RecognizerError('scan.empty');
  if (bytes.length > MAX_IMAGE_BYTES)
    throw new RecognizerError('scan.tooLarge', { what: 'bytes', value: bytes.length, limit: MAX_IMAGE_BYTES });
  const kind = sniff(bytes);
  if (kind !== 'jpeg' && kind !== 'png') throw new RecognizerError('scan.unsupported');
  const { width, height, density } = await imageFacts(bytes);
  return {
    bytes,
    mime: kind === 'png' ? 'image/png' : 'image/jpeg',
    untouched: true,
    width,
    height,
    dpi: trueDpi(width, height, dpi ?? density),
    ...(await picturesOf(bytes, width * height)),
  };
}

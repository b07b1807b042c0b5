/** A new image made of a page: turned by quarters, or a part of it. The page itself stays as it is. */
import type { RequestOf, ScannedPage } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { toJpeg, toPng } from './encode';
import { imageFacts, openImage } from './pixels';
import { picturesOf } from './scan-document';
import { sniff } from './sniff';
import { trueDpi } from './true-dpi';

/** The box is in pixels of the page as it lies, cut to its edges; it is taken out before turning. */
export async function derivePage({ bytes, dpi: stated, turn = 0, box }: Omit<RequestOf<'derive'>, 'id' | 'kind'>): Promise<ScannedPage> {
  const facts = await imageFacts(bytes);
  const dpi = trueDpi(facts.width, facts.height, stated ?? facts.density);
  let image = openImage(bytes);
  if (box !== undefined) {
    const left = Math.min(box.x, facts.width - 1);
    const top = Math.min(box.y, facts.height - 1);
    const [width, height] = [Math.min(box.w, facts.width - left), Math.min(box.h, facts.height - top)];
    if (width < 1 || height < 1) throw new RecognizerError('recognizer.badMessage', { width: box.w, height: box.h });
    image = image.extract({ left, top, width, height });
  }
  if (turn !== 0) image = image.rotate(turn);
  const encoded = await (sniff(bytes) === 'png' ? toPng(image, dpi, facts.bitsPerSample === 1) : toJpeg(image, dpi));
  return { ...encoded, untouched: false, dpi, ...(await picturesOf(encoded.bytes, encoded.width * encoded.height)) };
}

/** A JPEG or PNG file: one page, whose bytes are the preservation copy as they are. */
import { readFile } from 'node:fs/promises';
import { asRefusal, type CheckedFile } from './check-file';
import { imageFacts } from './pixels';
import { type ScanDocument, picturesOf } from './scan-document';
import { trueDpi } from './true-dpi';

export const openSingleImage = async ({ path, kind }: CheckedFile): Promise<ScanDocument> => {
  const bytes = new Uint8Array(await asRefusal(readFile(path)));
  const facts = await imageFacts(bytes);
  const pictures = await picturesOf(bytes, facts.width * facts.height);
  return {
    pages: 1,
    page: async () => ({
      bytes,
      mime: kind === 'png' ? 'image/png' : 'image/jpeg',
      untouched: true,
      width: facts.width,
      height: facts.height,
      dpi: trueDpi(facts.width, facts.height, facts.density),
      ...pictures,
    }),
    close: () => {},
  };
};

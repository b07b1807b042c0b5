/** Pages as they go into a PDF: the preserved image with the text that stands for it. */
import type { PageSummary } from '#shared/contract/window/archive';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../../book/book';
import { correctedWords } from '../../pdf/corrected-words';
import type { Quarter } from '#shared/page/upright';
import type { WordBox } from '../../pdf/upright';
import { canEmbed, type PdfPage } from '../../pdf/write-pdf';
import type { ArchiveService } from '../archive-service';

export interface PageForPdf {
  readonly page: PdfPage;
  /** The image cannot stand in a PDF/A with its own bytes (transparent, interlaced, ink colours): what is shown was made from it. */
  readonly converted: boolean;
  readonly original: Uint8Array;
}

/** preserved: the scanner's bytes. reading: small, for reading on a screen only. */
export type CopyKind = 'preserved' | 'reading';

type Archive = Pick<ArchiveService, 'readPageImage' | 'pictureOf' | 'readingCopy'>;

/** A resolution that nobody told is that of an ordinary scan. */
const usualDpi = 300;
/** Longest side that the recognizer gives. */
const longestSide = 8192;

/** @throws AppError page.missing, page.damaged, recognizer.exited */
export async function pageForPdf(
  { records, search }: Pick<Book, 'records' | 'search'>,
  archive: Archive,
  summary: PageSummary,
  copy: CopyKind,
): Promise<PageForPdf> {
  const record = records.get('page', summary.id);
  if (record === undefined) throw new AppError('record.notFound');
  const { dpi, rawText, machineText, correctedText } = record.values as Partial<
    Record<'rawText' | 'machineText' | 'correctedText', string>
  > & { dpi?: number };
  const original = await archive.readPageImage(summary.image);
  const sheet = { width: summary.width, height: summary.height, rotation: quarterOf(summary.rotation) };
  const read = search.pageWords(summary.id);
  const text = correctedText ?? machineText ?? rawText ?? '';
  const words =
    read.length === 0 ? wordsWithoutBoxes(text, sheet) : correctedText === undefined ? read : correctedWords(read, correctedText);
  const common = { ...sheet, dpi: dpi ?? usualDpi, words };
  if (copy === 'reading') {
    const layers = await archive.readingCopy(original, common.dpi);
    return { page: { ...common, image: { kind: 'layers', ...layers } }, converted: true, original };
  }
  const converted = !canEmbed(original);
  const bytes = converted ? await archive.pictureOf(original, longestSide) : original;
  return { page: { ...common, image: { kind: 'scan', bytes } }, converted, original };
}

const quarterOf = (rotation: number): Quarter => (rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0);

/**
 * Text of a page whose word boxes are not on this machine (they stay where it was read): its lines from top to bottom of the upright
 * sheet, so that it can be found and copied, though not marked in its place.
 */
function wordsWithoutBoxes(text: string, { width, height, rotation }: { width: number; height: number; rotation: Quarter }): WordBox[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const lying = rotation === 90 || rotation === 270;
  const [across, down] = lying ? [height, width] : [width, height];
  const pitch = (down * 0.9) / Math.max(20, lines.length);
  return lines.flatMap((line, index) => {
    const words = line.trim().split(/\s+/);
    const letters = line.length + 1;
    let before = 0;
    return words.map((word) => {
      const x = Math.round(across * (0.05 + (0.9 * before) / letters));
      const box = {
        x,
        y: Math.round(down * 0.05 + index * pitch),
        w: Math.max(1, Math.round((across * 0.9 * word.length) / letters)),
        h: Math.max(1, Math.round(pitch * 0.8)),
      };
      before += word.length + 1;
      return { text: word, line: index, ...asItLies(box, width, height, rotation) };
    });
  });
}

function asItLies({ x, y, w, h }: { x: number; y: number; w: number; h: number }, width: number, height: number, rotation: Quarter) {
  switch (rotation) {
    case 0:
      return { x, y, w, h };
    case 90:
      return { x: y, y: height - x - w, w: h, h: w };
    case 180:
      return { x: width - x - w, y: height - y - h, w, h };
    case 270:
      return { x: width - y - h, y: x, w: h, h: w };
  }
}

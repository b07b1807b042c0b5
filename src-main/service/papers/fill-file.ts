import { AppError } from '#shared/errors/app-error';

/** What the tags of a template stand for; lists are lists of the same. */
export type PaperData = Readonly<Record<string, unknown>>;

/** A blank that somebody fills in by pen or in Word. */
const blank = '………………';

/**
 * Fills a Word template. A tag that has no value becomes a dotted blank, so that a paper is never silently incomplete.
 * @throws AppError paper.badTemplate for a file that is no template: its tags do not close, or it is no Word file
 */
export async function fillFile(template: Uint8Array, data: PaperData): Promise<Uint8Array> {
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([import('pizzip'), import('docxtemplater')]);
  try {
    const document = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      nullGetter: (part: { readonly module?: string }) => (part.module ? [] : blank),
    });
    document.render(data);
    return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
  } catch (error) {
    throw new AppError('paper.badTemplate', {}, error);
  }
}

import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import { paperTemplates } from '#shared/papers/templates';
import { diskFailure, writeAtomically } from '../archive/atomic-file';
import type { Book } from '../book/book';
import { fillFile } from './fill-file';
import { templateFile } from './word-file';

/** Largest Word template that is taken over, in bytes: with pictures in it, but no book. */
const mostBytes = 1_400_000;

const ownOf = (book: Book, template: string) =>
  book.records.list({ type: 'paperTemplate', filters: [{ field: 'template', op: 'eq', value: template }] }).rows;

export const templatesOf = (book: Book) =>
  paperTemplates.map(({ id, name, documentType }) => ({ id, name, documentType, changed: ownOf(book, id).length > 0 }));

/** Writes the template in use as a Word file, to be changed there. */
export async function giveTemplate(book: Book, id: string, file: string): Promise<void> {
  const template = paperTemplates.find((one) => one.id === id);
  if (template === undefined) throw new AppError('record.notFound');
  const own = ownOf(book, id)[0]?.values['content'];
  await writeAtomically(file, typeof own === 'string' ? new Uint8Array(Buffer.from(own, 'base64')) : await templateFile(template));
}

/**
 * Takes over a template that was changed in Word; without a file the built-in one is used again.
 * @throws AppError paper.badTemplate for a file that cannot be filled
 */
export async function takeTemplate(book: Book, id: string, file: string | undefined): Promise<void> {
  const template = paperTemplates.find((one) => one.id === id);
  if (template === undefined) throw new AppError('record.notFound');
  const own = ownOf(book, id);
  if (file === undefined) {
    for (const record of own) book.records.remove('paperTemplate', record.id, 'Trở về mẫu của chương trình');
    return;
  }
  const bytes = await readTemplate(file);
  await fillFile(bytes, {});
  book.records.save([
    {
      type: 'paperTemplate',
      ...(own[0] ? { id: own[0].id } : {}),
      values: { template: id, name: template.name, content: Buffer.from(bytes).toString('base64') },
    },
  ]);
}

async function readTemplate(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > mostBytes) throw new AppError('paper.badTemplate');
    return await readFile(file);
  } catch (error) {
    throw diskFailure(error);
  }
}

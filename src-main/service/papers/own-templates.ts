import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import type { PaperTemplate } from '#shared/papers/template';
import { paperTemplates } from '#shared/papers/templates/index';
import { diskFailure, writeAtomically } from '../archive/atomic-file';
import type { Book } from '../book/book';
import type { StoredRecord } from '../store/record-store';
import { checkTemplate, type TemplateNotes } from './check-template';
import { templateFile } from './word-file';

/** Largest Word template that is taken over, in bytes: with pictures in it, but no book. */
const mostBytes = 1_400_000;

/** Versions that this committee took over, the latest first; all but one in use at most were moved aside. */
function versionsOf(book: Book, template: string): readonly StoredRecord[] {
  const query = {
    type: 'paperTemplate' as const,
    filters: [{ field: 'template', op: 'eq' as const, value: template }],
    sort: [{ field: '$createdAt', direction: 'desc' as const }],
    limit: 100,
  };
  return [...book.records.list(query).rows, ...book.records.list({ ...query, removed: true }).rows].sort((a, b) =>
    a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? 1 : -1,
  );
}
const inUse = (versions: readonly StoredRecord[]): StoredRecord | undefined => versions.find(({ removedAt }) => removedAt === null);
const bytesOf = (record: StoredRecord | undefined): Uint8Array | undefined => {
  const content = record?.values['content'];
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : undefined;
};

const builtIn = (id: string): PaperTemplate => {
  const template = paperTemplates.find((one) => one.id === id);
  if (template === undefined) throw new AppError('record.notFound');
  return template;
};

/** The committee's own Word file of a template, where it has one. */
export const ownTemplate = (book: Book, template: string): Uint8Array | undefined => bytesOf(inUse(versionsOf(book, template)));

export const templatesOf = (book: Book) =>
  paperTemplates.map(({ id, name, documentType, about }) => {
    const versions = versionsOf(book, id);
    return {
      id,
      name,
      documentType,
      about: about ?? ('case' as const),
      changed: inUse(versions) !== undefined,
      versions: versions.map((one) => ({ id: one.id, takenAt: one.createdAt, takenBy: one.createdBy, inUse: one.removedAt === null })),
    };
  });

/** Writes the template in use, or an earlier version, as a Word file, to be changed there. */
export async function giveTemplate(book: Book, id: string, file: string, version?: string): Promise<void> {
  const template = builtIn(id);
  const versions = versionsOf(book, id);
  const asked = version === undefined ? inUse(versions) : versions.find((one) => one.id === version);
  if (version !== undefined && asked === undefined) throw new AppError('record.notFound');
  await writeAtomically(file, bytesOf(asked) ?? (await templateFile(template)));
}

/**
 * Takes over a template that was changed in Word; without a file the built-in one is used again. What was in use is kept as a version.
 * @throws AppError paper.badTemplate, paper.unknownTags, paper.missingParts: the template in use stays
 */
export async function takeTemplate(book: Book, id: string, file: string | undefined): Promise<TemplateNotes> {
  const template = builtIn(id);
  if (file === undefined) {
    setAside(book, id, 'Trở về mẫu của chương trình');
    return { unused: [] };
  }
  const bytes = await readTemplate(file);
  const notes = await checkTemplate(template, bytes);
  keep(book, template, Buffer.from(bytes).toString('base64'));
  return notes;
}

/** Uses an earlier version again, as a new one. */
export function restoreTemplate(book: Book, id: string, version: string): void {
  const record = versionsOf(book, id).find((one) => one.id === version);
  if (record === undefined) throw new AppError('record.notFound');
  keep(book, builtIn(id), String(record.values['content'] ?? ''));
}

const keep = (book: Book, { id, name }: PaperTemplate, content: string): void =>
  book.transact(() => {
    setAside(book, id, 'Thay bằng bản mới');
    book.records.save([{ type: 'paperTemplate', values: { template: id, name, content } }]);
  });

function setAside(book: Book, id: string, reason: string): void {
  for (const one of versionsOf(book, id)) if (one.removedAt === null) book.records.remove('paperTemplate', one.id, reason);
}

async function readTemplate(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > mostBytes) throw new AppError('paper.badTemplate');
    return await readFile(file);
  } catch (error) {
    throw diskFailure(error);
  }
}

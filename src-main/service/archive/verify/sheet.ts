/** One document as the person who checks it sees it: its fields with where they were read, what is unsure of them, who confirmed them. */
import type { DocumentExtraction, PageSummary } from '#shared/contract/window/archive';
import type { Sheet, SheetField } from '#shared/contract/window/verification';
import { AppError } from '#shared/errors/app-error';
import { sureEnough } from '#shared/extraction/model';
import { type Hint, hintsOf } from '#shared/verification/hints';
import { expectedFields, sheetFieldNames } from '#shared/verification/sheet-fields';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';

export interface Confirmation {
  readonly id: string;
  readonly field: string;
  readonly by: string;
  readonly at: string;
  /** What the machine had read, where the person wrote something else. */
  readonly was?: string;
  readonly illegible?: boolean;
}

export const confirmationsOf = (record: StoredRecord): readonly Confirmation[] =>
  (record.values['confirmations'] as readonly Confirmation[] | undefined) ?? [];

export interface SheetParts {
  readonly book: Book;
  readonly extraction: (documentId: string) => DocumentExtraction;
  readonly pagesOfDocument: (documentId: string) => PageSummary[];
}

export type SheetMaker = (documentId: string) => Sheet;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

export function createSheets({ book, extraction, pagesOfDocument }: SheetParts): SheetMaker {
  const { records, db, user } = book;
  const siblings = db.prepare<[string], { id: string; pages: number; checked: number }>(`
    SELECT r.id, d.verification = 'DA_XEM' AS checked, (SELECT count(*) FROM page p WHERE p.document = r.id AND p.removed = 0) AS pages
    FROM archive_document d JOIN record r ON r.n = d.n WHERE d.file = ? AND d.removed = 0 ORDER BY d."order", d.n`);
  const nameOf = (id: string): string => records.titleOf(id) || (id === user.id ? user.name : '');

  const fieldOf = (record: StoredRecord, found: DocumentExtraction, hints: readonly Hint[], name: string): SheetField => {
    const value = textOf(record.values[name]);
    const read = found.fields.find(({ field }) => field === name);
    const mark = confirmationsOf(record).find(({ field }) => field === name);
    const tagged = ((record.values['confirmedFields'] as readonly string[] | undefined) ?? []).includes(name);
    const confirmed =
      mark !== undefined
        ? { by: nameOf(mark.by), at: mark.at, illegible: mark.illegible === true }
        : tagged
          ? { by: nameOf(record.updatedBy), at: record.updatedAt, illegible: false }
          : null;
    const other = read !== undefined && read.value !== value ? read.value : null;
    const about = hints.filter(({ field }) => field === name).map(({ code, other: to }) => ({ code, other: to }));
    const doubtful =
      (value === '' && expectedFields.has(name)) ||
      other !== null ||
      (read !== undefined && read.confidence < sureEnough) ||
      about.length > 0;
    return {
      name,
      value,
      raw: read?.raw ?? null,
      found: other,
      confidence: read?.confidence ?? null,
      pageId: read?.pageId ?? null,
      box: read?.box ?? null,
      boxes: read?.boxes.map((box) => ({ ...box })) ?? [],
      unsure: confirmed === null && doubtful,
      confirmed,
      hints: confirmed === null ? about : [],
    };
  };

  return (documentId) => {
    const record = records.get('archiveDocument', documentId);
    if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
    const fileId = textOf(record.values['file']) || null;
    const file = fileId === null ? undefined : records.get('archiveFile', fileId);
    const found = extraction(documentId);
    const hints = hintsOf(record.values, {
      today: new Date().toISOString().slice(0, 10),
      fileFrom: textOf(file?.values['startDate']),
      fileTo: textOf(file?.values['endDate']),
    });
    const all = fileId === null ? [] : siblings.all(fileId).filter(({ pages }) => pages > 0);
    return {
      documentId,
      title: record.title,
      revision: record.revision,
      state: textOf(record.values['verification']),
      place: {
        fonds: records.titleOf(textOf(file?.values['fonds'])) ?? '',
        term: textOf(file?.values['term']),
        box: textOf(file?.values['box']),
        fileId,
        file: file?.title ?? '',
      },
      position: {
        index: all.findIndex(({ id }) => id === documentId) + 1,
        of: all.length,
        pages: all.reduce((sum, { pages }) => sum + pages, 0),
        pagesChecked: all.reduce((sum, { pages, checked }) => sum + (checked ? pages : 0), 0),
      },
      pages: pagesOfDocument(documentId),
      fields: sheetFieldNames.map((name) => fieldOf(record, found, hints, name)),
    };
  };
}

/** Documents within a stack: proposals where each begins, and the parting of the stack at the places that a person chose. */
import type { DocumentStart } from '#shared/extraction/split';
import { findDocumentStarts } from '#shared/extraction/split';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { uuid7 } from '../store/uuid7';
import type { Extractions } from './extractions';
import type { Ledger, PageStep } from './page-changes/ledger';
import type { PageTable } from './page-table';

export interface Stacks {
  /** Of all pages of a document, in order; only the first when nothing speaks for another. */
  starts(documentId: string): DocumentStart[];
  /**
   * Makes a document of its own of the pages from each of these to the next. The pages before the first of them stay.
   * @throws AppError record.notFound when a page is not of this document
   */
  split(documentId: string, firstPages: readonly string[]): Parted;
}

export interface Parted {
  /** Of all documents, in order. */
  readonly documentIds: string[];
  /** Takes the parting back; null: nothing was parted. */
  readonly changeId: string | null;
}

export function openStacks(book: Book, pages: PageTable, extractions: Pick<Extractions, 'make'>, ledger: Pick<Ledger, 'apply'>): Stacks {
  /** Later documents of the file make room for `count` more behind this one. */
  const makeRoom = (file: string, after: number, count: number): void => {
    const later = pages.documentsBehind(file, after);
    book.records.save(later.map(({ id, order }) => ({ type: 'archiveDocument' as const, id, values: { order: order + count } })));
  };

  return {
    starts: (documentId) =>
      findDocumentStarts(
        pages
          .ofDocument(documentId)
          .map(({ id, width, height, rotation }) => ({ id, width, height, rotation, words: book.search.pageWords(id) })),
      ),
    split: (documentId, firstPages) =>
      book.transact(() => {
        const record = book.records.get('archiveDocument', documentId);
        const all = pages.ofDocument(documentId);
        const places = [...new Set(firstPages)].map((id) => all.findIndex((page) => page.id === id)).sort((a, b) => a - b);
        if (record === undefined || record.removedAt !== null || places.some((place) => place < 0)) throw new AppError('record.notFound');
        const cuts = places.filter((place) => place > 0);
        if (cuts.length === 0) return { documentIds: [documentId], changeId: null };
        const { file, order, secrecy, sourceName } = record.values as DocumentPlace;
        if (file && typeof order === 'number') makeRoom(file, order, cuts.length);
        const steps: PageStep[] = [];
        const made = cuts.map((from, i) => {
          const own = all.slice(from, cuts[i + 1] ?? all.length);
          const id = uuid7();
          book.records.save([
            {
              type: 'archiveDocument',
              id,
              values: {
                secrecy: secrecy ?? 'THUONG',
                verification: 'CHO_XEM',
                pageCount: own.length,
                ...(sourceName && { sourceName }),
                ...(file && { file, ...(typeof order === 'number' && { order: order + i + 1 }) }),
              },
            },
          ]);
          steps.push(
            { id, values: {}, document: true },
            ...own.map((page, at) => ({ id: page.id, values: { document: id, order: at + 1 } })),
          );
          return id;
        });
        const { id: changeId } = ledger.apply('part', steps);
        for (const id of [documentId, ...made]) extractions.make(id);
        return { documentIds: [documentId, ...made], changeId };
      }),
  };
}

interface DocumentPlace {
  readonly file?: string;
  readonly order?: number;
  readonly secrecy?: string;
  readonly sourceName?: string;
}

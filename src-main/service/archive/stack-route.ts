/** Where the pages of a stack go: to the place that was chosen, until a separator sheet says otherwise. One for each import. */
import { AppError } from '#shared/errors/app-error';
import { readSeparator, type Separator } from '#shared/archive/separator-text';
import type { Book } from '../book/book';
import { admitPages } from './gate/secrecy-gate';
import type { ImportPlace } from './import-place';

/** Pages between two sheets. */
export interface Segment {
  readonly place: ImportPlace;
  /** Made with the first page where there is none yet. */
  documentId: string | undefined;
  /** Why the pages behind this sheet do not come in. */
  readonly refusal?: AppError;
}

export class StackRoute {
  readonly #book: Pick<Book, 'records' | 'committee'>;
  readonly #start: ImportPlace;
  /** Set by the first sheet. */
  segment: Segment | undefined;

  constructor(book: Pick<Book, 'records' | 'committee'>, start: ImportPlace) {
    this.#book = book;
    this.#start = start;
  }

  /** Follows the sheet, if the page is one. Returns it, and the title of where it leads. */
  follow(codes: readonly string[] | undefined): { readonly separator: Separator; readonly title: string } | undefined {
    const separator = codes?.map(readSeparator).find((found) => found !== undefined);
    if (separator === undefined) return undefined;
    this.segment = this.#segmentOf(separator);
    const { documentId, place } = this.segment;
    const id = documentId ?? place.fileId;
    return { separator, title: id === undefined ? '' : (this.#book.records.titleOf(id) ?? '') };
  }

  #segmentOf(separator: Separator): Segment {
    if (separator.kind === 'new') {
      const before = this.segment;
      const place = before?.place ?? this.#start;
      return { place: { ...place, documentId: undefined }, documentId: undefined, ...(before?.refusal && { refusal: before.refusal }) };
    }
    const wanted = separator.kind === 'file' ? { fileId: separator.id } : { documentId: separator.id };
    try {
      const place = admitPages(this.#book, wanted);
      return { place, documentId: place.documentId };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { place: { ...this.#start, fileId: undefined, documentId: undefined }, documentId: undefined, refusal: error };
    }
  }
}

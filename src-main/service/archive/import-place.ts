/** Where imported pages go, once the gate has let them in. */
import type { Book } from '../book/book';
import { type Admission, admitPages } from './gate/secrecy-gate';

export interface ImportTarget {
  /** Each source becomes a document of this file. */
  readonly fileId?: string | undefined;
  /** Pages are appended to this document. */
  readonly documentId?: string | undefined;
  /** Whether separator sheets are looked for and followed. */
  readonly route?: boolean | undefined;
}

export type ImportPlace = Admission;

/** @throws AppError as `admitPages` */
export const findPlace = (book: Pick<Book, 'records' | 'committee'>, target: ImportTarget): ImportPlace => admitPages(book, target);

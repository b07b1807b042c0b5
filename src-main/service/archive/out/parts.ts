/** What every way out works with. */
import type { ExportException } from '#shared/contract/window/out';
import type { Book } from '../../book/book';
import type { ArchiveService } from '../archive-service';
import type { ChosenDocument, ChosenFile } from './choice';

export type OutArchive = Pick<
  ArchiveService,
  'readPageImage' | 'pictureOf' | 'readingCopy' | 'pagesOfDocument' | 'keepPageImage' | 'hasPageImage' | 'readAgain' | 'importFiles'
>;

export interface OutParts {
  readonly book: Book;
  readonly archive: OutArchive;
}

/** What was chosen, of it what may leave. */
export interface Choice {
  readonly files: readonly ChosenFile[];
  readonly documents: readonly ChosenDocument[];
  readonly exceptions: readonly ExportException[];
}

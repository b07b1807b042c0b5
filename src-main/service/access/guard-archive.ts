/** The archive as the signed-in person may use it. Sync, courier and the reading of pages use the whole one. */
import { AppError } from '#shared/errors/app-error';
import type { ArchiveService } from '../archive/archive-service';
import type { Book } from '../book/book';

export function guardArchive(archive: ArchiveService, { access, db }: Pick<Book, 'access' | 'db'>): ArchiveService {
  const pagesOf = db.prepare<[string], string>('SELECT r.id FROM page p JOIN record r ON r.n = p.n WHERE p.image = ?').pluck();
  const requireSeen = (id: string): void => {
    if (!access.sees(id)) throw new AppError('record.notFound');
  };
  return {
    ...archive,
    tree: () => (access.can('read') ? archive.tree() : []),
    importFiles: (paths, target, signal) => {
      access.require('writeArchive');
      return archive.importFiles(paths, target, signal);
    },
    pagesOfDocument: (id) => archive.pagesOfDocument(id).filter((page) => access.sees(page.id)),
    pagesOfFile: (id) => archive.pagesOfFile(id).filter((page) => access.sees(page.id)),
    page: (id) => {
      requireSeen(id);
      return archive.page(id);
    },
    correct: (id, text, expectedRevision) => {
      requireSeen(id);
      access.require('writeArchive');
      return archive.correct(id, text, expectedRevision);
    },
    imageVariant: (hash, variant) => {
      // Several pages may show the same image; one that may be seen is enough.
      const pages = pagesOf.all(hash);
      if (!access.can('read') || (pages.length > 0 && !pages.some((id) => access.sees(id)))) throw new AppError('page.missing');
      return archive.imageVariant(hash, variant);
    },
  };
}

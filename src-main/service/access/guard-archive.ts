/** The archive as the signed-in person may use it. Sync, courier and the reading of pages use the whole one. */
import { AppError } from '#shared/errors/app-error';
import type { ArchiveService } from '../archive/archive-service';
import type { Book } from '../book/book';

export function guardArchive(archive: ArchiveService, { access, db }: Pick<Book, 'access' | 'db'>): ArchiveService {
  const pagesOf = db.prepare<[string], string>('SELECT r.id FROM page p JOIN record r ON r.n = p.n WHERE p.image = ?').pluck();
  const requireSeen = (id: string): void => {
    if (!access.sees(id)) throw new AppError('record.notFound');
  };
  const mayChange = (pageIds: readonly string[]): readonly string[] => {
    access.require('writeArchive');
    pageIds.forEach(requireSeen);
    return pageIds;
  };
  return {
    ...archive,
    tree: () => (access.can('read') ? archive.tree() : []),
    importFiles: (paths, target, signal) => {
      access.require('writeArchive');
      return archive.importFiles(paths, target, signal);
    },
    importScans: (scans, target, signal) => {
      access.require('writeArchive');
      return archive.importScans(scans, target, signal);
    },
    changes: {
      ...archive.changes,
      turn: (pageIds, quarter) => archive.changes.turn(mayChange(pageIds), quarter),
      split: (pageId, at, across) => archive.changes.split(mayChange([pageId])[0] ?? pageId, at, across),
      move: (pageIds, documentId, beforePageId) => archive.changes.move(mayChange(pageIds), documentId, beforePageId),
      replace: (pageId, newPageId) => {
        mayChange([pageId, newPageId]);
        return archive.changes.replace(pageId, newPageId);
      },
      remove: (pageIds, reason) => archive.changes.remove(mayChange(pageIds), reason),
      undo: (changeId) => {
        access.require('writeArchive');
        archive.changes.undo(changeId);
      },
    },
    alarms: {
      ...archive.alarms,
      waiting: () => archive.alarms.waiting().filter(({ documentId }) => access.sees(documentId)),
      answer: (documentId, answer) => {
        requireSeen(documentId);
        access.require('writeArchive');
        return archive.alarms.answer(documentId, answer);
      },
    },
    fileProgress: (ids) => archive.fileProgress(ids.filter((id) => access.sees(id))),
    extraction: (id) => {
      requireSeen(id);
      return archive.extraction(id);
    },
    documentStarts: (id) => {
      requireSeen(id);
      return archive.documentStarts(id);
    },
    splitDocument: (id, firstPages) => {
      requireSeen(id);
      mayChange(firstPages);
      return archive.splitDocument(id, firstPages);
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

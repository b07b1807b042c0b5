import { writeSeparators } from '../archive/separators/separator-sheets';
import type { WindowApi } from './context';

export const archiveHandlers = (api: WindowApi) => ({
  tree: api.archive.tree.handler(({ context }) => ({ nodes: context.book().archive.tree() })),
  fileProgress: api.archive.fileProgress.handler(({ context, input }) => ({ files: context.book().archive.fileProgress(input.fileIds) })),
  importFiles: api.archive.importFiles.handler(({ context, input, signal }) =>
    context.book().archive.importFiles(input.paths, input.target, signal),
  ),
  turnPages: api.archive.turnPages.handler(({ context, input }) => context.book().archive.changes.turn(input.pageIds, input.quarter)),
  splitPage: api.archive.splitPage.handler(({ context, input }) =>
    context.book().archive.changes.split(input.pageId, input.at, input.across),
  ),
  movePages: api.archive.movePages.handler(({ context, input }) =>
    context.book().archive.changes.move(input.pageIds, input.documentId, input.beforePageId),
  ),
  removePages: api.archive.removePages.handler(({ context, input }) => context.book().archive.changes.remove(input.pageIds, input.reason)),
  undoPages: api.archive.undoPages.handler(({ context, input }) => {
    context.book().archive.changes.undo(input.changeId);
    return { undone: true as const };
  }),
  writeSeparators: api.archive.writeSeparators.handler(async ({ context, input }) => ({
    sheets: await writeSeparators(context.book().book, input.path, input.fileIds),
  })),
  watch: api.archive.watch.handler(({ context }) => context.book().watch.state()),
  setWatch: api.archive.setWatch.handler(({ context, input }) => {
    const { book, watch } = context.book();
    book.access.require('writeArchive');
    return watch.set(input.settings);
  }),
  pageChanges: api.archive.pageChanges.handler(({ context }) => ({ changes: context.book().archive.changes.recent() })),
  secrecyAlarms: api.archive.secrecyAlarms.handler(({ context }) => ({ alarms: context.book().archive.alarms.waiting() })),
  answerAlarm: api.archive.answerAlarm.handler(({ context, input }) =>
    context.book().archive.alarms.answer(input.documentId, input.answer),
  ),
  pagesOfDocument: api.archive.pagesOfDocument.handler(({ context, input }) => ({
    pages: context.book().archive.pagesOfDocument(input.documentId),
  })),
  pagesOfFile: api.archive.pagesOfFile.handler(({ context, input }) => ({ pages: context.book().archive.pagesOfFile(input.fileId) })),
  page: api.archive.page.handler(({ context, input }) => context.book().archive.page(input.pageId)),
  correct: api.archive.correct.handler(({ context, input }) =>
    context.book().archive.correct(input.pageId, input.text, input.expectedRevision),
  ),
  extraction: api.archive.extraction.handler(({ context, input }) => context.book().archive.extraction(input.documentId)),
  documentStarts: api.archive.documentStarts.handler(({ context, input }) => ({
    starts: context.book().archive.documentStarts(input.documentId),
  })),
  splitDocument: api.archive.splitDocument.handler(({ context, input }) => ({
    ...context.book().archive.splitDocument(input.documentId, input.firstPages),
  })),
  queue: api.archive.queue.handler(({ context }) => context.book().archive.queueState()),
  pauseQueue: api.archive.pauseQueue.handler(({ context, input }) => context.book().archive.pauseQueue(input.paused)),
  readFirst: api.archive.readFirst.handler(({ context, input }) => context.book().archive.readFirst(input.pageIds)),
  readAgain: api.archive.readAgain.handler(({ context, input }) => context.book().archive.readAgain(input.pageIds)),
});

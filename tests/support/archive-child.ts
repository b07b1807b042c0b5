/**
 * A process that opens a book, starts reading, and tells of each page that was read; tests kill it in the middle.
 * Told by its parent over the channel: { dir, userId, passphrase, recognizer, paths }.
 */
import { createArchive } from '../../src-main/service/archive/archive-service';
import { forkRecognizer } from '../../src-main/service/transport/recognizer-fork';
import { openBook } from '../../src-main/service/book/open-book';

export interface ChildTask {
  readonly dir: string;
  readonly userId: string;
  readonly passphrase: string;
  readonly recognizer: string;
  /** Files to import; reading starts with the first page. */
  readonly paths: readonly string[];
}

process.once('message', (task: ChildTask) => {
  void work(task).then(() => process.exit(0));
});

async function work({ dir, userId, passphrase, recognizer, paths }: ChildTask): Promise<void> {
  const book = await openBook(dir, { userId, passphrase });
  const archive = createArchive(book, forkRecognizer(recognizer));
  const read = book.db.prepare<[], { pageId: string }>("SELECT page_id AS pageId FROM ocr_job WHERE state = 'done'");
  const told = new Set<string>();
  book.events.on(() => {
    for (const { pageId } of read.all()) {
      if (!told.has(pageId)) process.send?.({ kind: 'read', pageId });
      told.add(pageId);
    }
  });
  archive.start();
  if (paths.length > 0) for await (const event of archive.importFiles(paths)) process.send?.(event);
  await archive.drain();
  await archive.close();
  book.close();
}

import { createArchive } from '../archive/archive-service';
import { windowSettings } from '../api/settings';
import type { StartRecognizer } from '../transport/recognizer-link';
import type { Book } from '../book/book';
import { createSync } from '../sync/create-sync';
import type { OpenBook } from './open-book';

/** Puts the parts of the service onto an open book. */
export function assemble(book: Book, startRecognizer: StartRecognizer): OpenBook {
  const archive = createArchive(book, startRecognizer, { readers: () => windowSettings(book).readers });
  const sync = createSync(book, { readPageImage: (hash) => archive.readPageImage(hash) });
  return {
    book, archive, sync,
    close: async () => {
      await Promise.all([archive.close(), sync.close()]);
      book.close();
    },
  };
}

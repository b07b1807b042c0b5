import type { PageLine } from '#shared/contract/window/sync';
import type { Book } from '../book/book';

/** Where the image of a page is on its way, and what puts it before the others. */
export interface PageLines {
  of(image: string): PageLine;
  /** Before all other images that wait. */
  first(image: string): PageLine;
}

export function openPageLines(book: Book): PageLines {
  const read = book.db.prepare<[string], { state: string; first_page: number }>('SELECT state, first_page FROM sync_blob WHERE hash = ?');
  const first = book.db.prepare(`UPDATE sync_blob SET first_page = 2, state = 'waiting' WHERE hash = ? AND state IN ('waiting', 'aside')`);
  const of = (image: string): PageLine => {
    const row = read.get(image);
    if (!row) return { here: true, state: 'none' };
    return { here: true, state: row.state === 'confirmed' ? 'confirmed' : row.first_page === 2 ? 'first' : 'waiting' };
  };
  return {
    of,
    first(image) {
      first.run(image);
      book.events.emit({ kind: 'outbox' });
      return of(image);
    },
  };
}

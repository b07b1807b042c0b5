import type { Book } from '../book/book';

/** Records indexed before others get their turn: about 50 ms of pages. */
const records = 60;
const pauseMs = 20;

/** After an upgrade that emptied the index: builds it anew while people work. Goes on at the next start where it was stopped. */
export function catchUp(book: Pick<Book, 'search'>): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const step = (): void => {
    timer = book.search.rebuild(records) ? setTimeout(step, pauseMs) : undefined;
    timer?.unref();
  };
  timer = setTimeout(step, pauseMs);
  timer.unref();
  return { stop: () => clearTimeout(timer) };
}

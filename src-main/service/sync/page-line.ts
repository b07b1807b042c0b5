import type { PageLine } from '#shared/contract/window/sync';
import type { LineParts } from './line-parts';

/** Where the image of a page is on its way, and what puts it before the others. */
export interface PageLines {
  of(image: string): PageLine;
  /** Before all other images that wait. */
  first(image: string): PageLine;
}

export function openPageLines({ book, blobs }: Pick<LineParts, 'book' | 'blobs'>): PageLines {
  const of = (image: string): PageLine => {
    const queued = blobs.find(image);
    if (!queued) return { here: true, state: 'none' };
    return { here: true, state: queued.state === 'confirmed' ? 'confirmed' : queued.asked ? 'first' : 'waiting' };
  };
  return {
    of,
    first(image) {
      blobs.first(image);
      book.events.emit({ kind: 'sync' });
      return of(image);
    },
  };
}

import type { PageLine } from '#shared/contract/window/sync';
import type { LineParts } from './line-parts';

/** Where the image of a page is on its way, and what puts it before the others. */
export interface PageLines {
  of(image: string): PageLine;
  /** Before all other images: up where it waits here, down where only the hub has it. */
  first(image: string): PageLine;
  /** Asks for the images of an archive file that are not here; how many. */
  wantFile(fileId: string): number;
}

export interface PageLineParts extends Pick<LineParts, 'book' | 'blobs' | 'kept' | 'wanted' | 'now'> {
  hasPageImage(hash: string): boolean;
  /** Whether there is any way to a hub. */
  hasHub(): boolean;
}

interface Image {
  readonly hash: string;
  readonly bytes: number;
}

export function openPageLines({ book, blobs, kept, wanted, now, hasPageImage, hasHub }: PageLineParts): PageLines {
  const pagesWith = book.db.prepare<[string], string>('SELECT r.id FROM page p JOIN record r ON r.n = p.n WHERE p.image = ?').pluck();
  const sizeOf = book.db.prepare<[string], number>('SELECT coalesce(bytes, 0) FROM page WHERE image = ? LIMIT 1').pluck();
  const ofFile = book.db.prepare<[string], Image>(
    `SELECT DISTINCT p.image AS hash, coalesce(p.bytes, 0) AS bytes FROM page p JOIN record dr ON dr.id = p.document
     JOIN archive_document d ON d.n = dr.n WHERE d.file = ? AND p.image IS NOT NULL`,
  );
  const want = (images: readonly Image[], urgent: boolean): void => {
    book.transact(() => wanted.add(images, urgent, new Date(now()).toISOString()));
    book.events.emit({ kind: 'sync' });
  };
  const of = (image: string): PageLine => {
    const here = hasPageImage(image);
    if (pagesWith.all(image).some((id) => kept.has(id))) return { here, state: 'kept' };
    const queued = blobs.find(image);
    if (queued) return { here, state: queued.state === 'confirmed' ? 'confirmed' : queued.asked ? 'first' : 'waiting' };
    if (wanted.has(image)) return { here, state: 'wanted' };
    // Its record came from another workstation, which sends it; or it was never to leave.
    return { here, state: !here && hasHub() ? 'confirmed' : 'none' };
  };
  return {
    of,
    first(image) {
      if (hasPageImage(image)) blobs.first(image);
      else if (hasHub()) want([{ hash: image, bytes: sizeOf.get(image) ?? 0 }], true);
      book.events.emit({ kind: 'sync' });
      return of(image);
    },
    wantFile(fileId) {
      if (!hasHub()) return 0;
      const missing = ofFile.all(fileId).filter(({ hash }) => !hasPageImage(hash));
      want(missing, false);
      return missing.length;
    },
  };
}

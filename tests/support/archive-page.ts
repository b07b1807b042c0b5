import { randomUUID } from 'node:crypto';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '#service/book/book';

/** A book, and where the bytes of its page images are kept. */
interface Archivist {
  readonly book: Book;
  /** Makes an image known and returns its hash. */
  image(bytes: Buffer): string;
}

export interface SavedFile {
  readonly file: string;
  readonly document: string;
  readonly pages: string[];
}

/** A file of this secrecy with one document, which has one page for each image. */
export function saveFile({ book: { records }, image }: Archivist, secrecy: string, images: readonly Buffer[], firstOrder = 1): SavedFile {
  const save = (type: RecordTypeName, values: Record<string, unknown>): string => records.save([{ type, values }])[0]?.id ?? '';
  const fonds = save('archiveFonds', { code: randomUUID().slice(0, 8), name: 'Phông thử' });
  const described = { title: 'Hồ sơ thử', retention: '01', accessMode: '01', state: 'DANG_DOC' };
  const file = save('archiveFile', { ...described, code: randomUUID().slice(0, 8), fonds, secrecy });
  const document = save('archiveDocument', { subject: 'Biên bản', file, secrecy: 'THUONG', verification: 'CHO_XEM' });
  const pages = images.map((bytes, i) =>
    save('page', {
      document,
      order: firstOrder + i,
      image: image(bytes),
      mime: 'image/jpeg',
      bytes: bytes.length,
      width: 1,
      height: 1,
      state: 'CHO_DOC',
      rawText: `chữ của trang ${secrecy} ${i}`,
    }),
  );
  return { file, document, pages };
}

/** A page with this image that is not the first of its document, in a file of its own. */
export function savePage(station: Archivist, image: Buffer): { readonly hash: string; readonly file: string } {
  return { hash: station.image(image), file: saveFile(station, 'THUONG', [image], 2).file };
}

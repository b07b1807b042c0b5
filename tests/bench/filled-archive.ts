import type { Book } from '#service/book/book';

/** What a bench adds to the plain records; pages are counted from 0. */
export interface ArchiveWish {
  readonly pages: number;
  readonly pagesOfDocument: number;
  readonly prose: (words: number) => string;
  readonly file?: (firstPage: number) => Readonly<Record<string, unknown>>;
  readonly document: (number: number) => Readonly<Record<string, unknown>>;
  readonly text: () => string;
}

/** A fonds with files of 1,000 pages in documents; each page has text and no image. @returns the documents */
export function fillArchive(book: Book, { pages, pagesOfDocument, prose, file, document, text }: ArchiveWish): string[] {
  const save = (type: 'archiveFonds' | 'archiveFile' | 'archiveDocument', values: Readonly<Record<string, unknown>>): string =>
    book.records.save([{ type, values }])[0]?.id ?? '';
  const fonds = save('archiveFonds', { code: 'P', name: 'Phông Đảng ủy xã' });
  const documents: string[] = [];
  let fileId = '';
  for (let at = 0; at < pages; at += 1000) {
    book.transact(() => {
      for (let i = at; i < Math.min(at + 1000, pages); i += pagesOfDocument) {
        if (i % 1000 === 0) {
          const card = { retention: '01', accessMode: '01', secrecy: 'THUONG', state: 'CHUA_QUET' };
          fileId = save('archiveFile', { code: `HS-${i}`, title: prose(10), fonds, ...card, ...file?.(i) });
        }
        const head = { file: fileId, subject: prose(12), secrecy: 'THUONG', verification: 'CHO_XEM' };
        const id = save('archiveDocument', { ...head, ...document(i / pagesOfDocument) });
        documents.push(id);
        const image = { image: 'ab'.repeat(32), mime: 'image/jpeg', bytes: 1, width: 2480, height: 3508 };
        book.records.save(
          Array.from({ length: pagesOfDocument }, (_, page) => ({
            type: 'page' as const,
            values: { document: id, order: page + 1, ...image, state: 'DA_DOC', rawText: text() },
          })),
        );
      }
    });
  }
  return documents;
}

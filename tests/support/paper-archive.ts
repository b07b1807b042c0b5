/** A small archive of documents with read pages, made in the store alone: no images, no reader. */
import type { Book } from '../../src-main/service/book/book';
import { openExtractions } from '../../src-main/service/archive/extractions';
import { openPageTable } from '../../src-main/service/archive/page-table';
import { createBulk } from '../../src-main/service/archive/bulk/bulk-service';
import { createQuality } from '../../src-main/service/archive/quality/quality-service';
import { createVerify } from '../../src-main/service/archive/verify/verify-service';
import { createFinding } from '../../src-main/service/finding/finding-service';

export interface PaperInput {
  readonly values?: Readonly<Record<string, unknown>>;
  /** Text of each page. */
  readonly pages?: readonly string[];
  readonly pageState?: string;
}

/** The services of verification over a book, with the real extraction. */
export function paperServices(book: Book) {
  const pages = openPageTable(book);
  const extractions = openExtractions(book, pages);
  const verify = createVerify(book, { extraction: extractions.of, pagesOfDocument: pages.ofDocument });
  return { verify, quality: createQuality(book, verify.acts), bulk: createBulk(book, verify.acts), finding: createFinding(book) };
}

export function paperArchive(book: Book) {
  const save = (type: Parameters<Book['records']['save']>[0][number]['type'], values: Readonly<Record<string, unknown>>): string =>
    book.records.save([{ type, values }])[0]?.id ?? '';
  let images = 0;
  const fonds = save('archiveFonds', { code: 'P01', name: 'Đảng bộ xã Tân Hòa (cũ)' });
  return {
    fonds,
    file: (box: string, values: Readonly<Record<string, unknown>> = {}): string =>
      save('archiveFile', {
        code: `P01.${box}.${Math.random().toString(36).slice(2, 8)}`,
        title: 'Thi hành kỷ luật đảng viên',
        fonds,
        term: '2010–2015',
        box,
        retention: '01',
        accessMode: '02',
        secrecy: 'THUONG',
        state: 'CHO_KIEM_TRA',
        ...values,
      }),
    document: (file: string, { values = {}, pages = ['một trang'], pageState = 'DA_DOC' }: PaperInput = {}): string => {
      const document = save('archiveDocument', { file, secrecy: 'THUONG', verification: 'CHO_XEM', ...values });
      pages.forEach((rawText, i) => {
        images += 1;
        save('page', {
          document,
          order: i + 1,
          image: images.toString(16).padStart(64, '0'),
          mime: 'image/jpeg',
          bytes: 1,
          width: 1654,
          height: 2339,
          state: pageState,
          rawText,
        });
      });
      return document;
    },
  };
}

/** An archive with one complete file to hand over: a decision in JPEG, a report in PNG with a correction, words with their places. */
import type { ArchiveOut } from '../../src-main/service/archive/out/create-archive-out';
import { createArchiveOut } from '../../src-main/service/archive/out/create-archive-out';
import type { ExportEvent, PackageImportEvent } from '../../src-shared/contract/window/out';
import type { StartRecognizer } from '../../src-main/service/transport/recognizer-link';
import { newArchive, type TestArchive } from './archive-book';
import { sample } from './sample-scans';

export interface FiledArchive extends TestArchive {
  readonly out: ArchiveOut;
  readonly ids: { readonly fonds: string; readonly file: string; readonly decision: string; readonly report: string };
}

export const outOf = ({ book, archive }: TestArchive): ArchiveOut => createArchiveOut({ book, archive });

export async function filedArchive(recognizer: string | StartRecognizer, dir: string): Promise<FiledArchive> {
  const archive = await newArchive(recognizer, { dir });
  const { book } = archive;
  const save = (type: 'archiveFonds' | 'archiveFile', values: Record<string, unknown>) =>
    book.records.save([{ type, values }])[0]?.id ?? '';
  const fonds = save('archiveFonds', { code: 'P07', name: 'Phông Đảng ủy xã Tân Thượng', archiveCode: 'LT01', lists: '01' });
  const file = save('archiveFile', {
    code: 'HS-2011-03',
    title: 'Hồ sơ thi hành kỷ luật năm 2011',
    fonds,
    term: '2010-2015',
    box: '3',
    fileNumber: '12',
    startDate: '2011-01-05',
    endDate: '2011-12-30',
    retention: '06',
    accessMode: '02',
    secrecy: 'THUONG',
    state: 'CHO_KIEM_TRA',
    language: '01',
    sheets: 4,
    trustLevel: '02',
  });
  const bring = async (number: string, values: Record<string, unknown>): Promise<string> => {
    let id = '';
    for await (const event of archive.archive.importFiles([sample(number).path], { fileId: file }))
      if (event.kind === 'page') id = event.documentId;
    book.records.save([{ type: 'archiveDocument', id, values }]);
    return id;
  };
  const decision = await bring('03', {
    type: 'QD',
    symbol: '128-QĐ/ĐU',
    issuedOn: '2011-10-06',
    issuer: 'Đảng ủy xã Tân Thượng',
    subject: 'thi hành kỷ luật',
    signer: 'Nguyễn Hồng Hòa',
    verification: 'DA_XEM',
  });
  const report = await bring('09', {
    type: 'BC',
    symbol: '15-BC/UBKT',
    issuedOn: '2011-11-20',
    issuer: 'Ủy ban Kiểm tra',
    subject: 'kết quả kiểm tra',
  });
  for (const [document, text] of [
    [decision, 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam'],
    [report, 'Ủy ban Kiểm tra báo cáo'],
  ] as const) {
    const [page] = archive.archive.pagesOfDocument(document);
    const words = text
      .split(' ')
      .map((word, index) => ({ text: word, x: 200 + index * 180, y: 300, w: 150, h: 40, confidence: 90, line: 0 }));
    book.search.putPageWords(page?.id ?? '', words);
    book.records.save([{ type: 'page', id: page?.id ?? '', values: { rawText: text, state: 'DA_DOC' } }]);
  }
  return { ...archive, out: outOf(archive), ids: { fonds, file, decision, report } };
}

/** The last event of a work that came to its end. */
export async function ended<E extends ExportEvent | PackageImportEvent>(events: AsyncIterable<E>): Promise<Extract<E, { kind: 'done' }>> {
  for await (const event of events) if (event.kind === 'done') return event as Extract<E, { kind: 'done' }>;
  throw new Error('the work did not end');
}

/**
 * A process that makes the office's book with one file of one verified decision. It is told on its standard input: { dataDir, passphrase, scan }.
 * The file has no language yet, which a package asks for.
 */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { createArchive } from '#service/archive/archive-service';
import { createBook } from '#service/book/create-book';
import { forkRecognizer } from '#service/transport/recognizer-fork';
import { root } from '../../scripts/setup/paths.mjs';

export interface HandoverBook {
  readonly dataDir: string;
  readonly passphrase: string;
  /** Path of the image. */
  readonly scan: string;
}

const { dataDir, passphrase, scan } = JSON.parse(await text(process.stdin)) as HandoverBook;
const book = await createBook(
  join(dataDir, 'office'),
  {
    committee: {
      name: 'Ủy ban Kiểm tra Đảng ủy xã Tân Thượng',
      partyCommittee: 'Đảng ủy xã Tân Thượng',
      province: 'Tỉnh Hư Cấu',
      symbol: 'UBKTĐU',
      term: '2020-2025',
      profile: 'connected',
    },
    user: { name: 'Lê Thị Giao', title: 'Ủy viên' },
    passphrase,
  },
  { ballastBytes: 0 },
);
const archive = createArchive(book, forkRecognizer(join(root, 'out/main/recognizer.js')));
const [fonds] = book.records.save([{ type: 'archiveFonds', values: { code: 'P01', name: 'Đảng bộ xã Tân Thượng' } }]);
const [file] = book.records.save([
  {
    type: 'archiveFile',
    values: {
      code: 'P01.03',
      title: 'Thi hành kỷ luật đảng viên năm 2011',
      fonds: fonds?.id,
      startDate: '2011-01-05',
      endDate: '2011-12-30',
      retention: '06',
      accessMode: '02',
      secrecy: 'THUONG',
      state: 'DA_XONG',
      sheets: 2,
    },
  },
]);
for await (const event of archive.importFiles([scan], { fileId: file?.id })) {
  if (event.kind !== 'page') continue;
  const values = {
    type: 'QD',
    symbol: '128-QĐ/ĐU',
    issuedOn: '2011-10-06',
    issuer: 'Đảng ủy xã',
    subject: 'thi hành kỷ luật',
    language: '01',
    verification: 'DA_XEM',
  };
  book.records.save([{ type: 'archiveDocument', id: event.documentId, values }]);
}
await archive.close();
book.close();

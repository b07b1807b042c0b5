import { describe, expect, it } from 'vitest';
import { createVerify } from '#service/archive/verify/verify-service';
import { openExtractions } from '#service/archive/extractions';
import { openPageTable } from '#service/archive/page-table';
import type { Book } from '#service/book/book';
import { testBook } from '../../../support/book';
import { paperArchive, paperServices } from '../../../support/paper-archive';

const values = { type: 'QD', symbol: '128-QĐ/ĐU', number: '128', issuedOn: '2011-10-06', issuer: 'Đảng ủy xã Tân Hòa', subject: 'kỷ luật' };

/** The same book in the hands of somebody else. */
function asOther(book: Book): Book {
  const id = '0190aaaa-0000-7000-8000-00000000000b';
  book.records.save([{ type: 'bookUser', id, values: { name: 'Lê Văn Khác' } }]);
  return { ...book, user: { id, name: 'Lê Văn Khác', title: '' } };
}
const verifyOf = (book: Book) => {
  const pages = openPageTable(book);
  return createVerify(book, { extraction: openExtractions(book, pages).of, pagesOfDocument: pages.ofDocument });
};

describe('documents that wait to be verified', () => {
  const book = testBook();
  const archive = paperArchive(book);
  const { verify } = paperServices(book);
  const second = archive.file('2', { fileNumber: '1' });
  const tenth = archive.file('10', { fileNumber: '1' });
  const last = archive.document(tenth, { values });
  const first = archive.document(second, { values: { ...values, order: 1 } });
  const next = archive.document(second, { values: { ...values, order: 2 } });
  archive.document(second, { values, pageState: 'CHO_DOC' });
  archive.document(second, { values, pages: [] });

  it('are counted by box, those still being read apart', () => {
    const { boxes } = verify.boxes();
    expect(boxes.map(({ box, documents, waiting, reading }) => ({ box, documents, waiting, reading }))).toEqual([
      { box: '2', documents: 3, waiting: 2, reading: 1 },
      { box: '10', documents: 1, waiting: 1, reading: 0 },
    ]);
  });

  it('come in the order of the paper, and nobody else is given what one has', () => {
    expect(verify.next({}, 2, [])).toEqual({ documents: [first, next], waiting: 3 });
    const other = verifyOf(asOther(book));
    expect(other.next({}, 5, []).documents).toEqual([last]);
    verify.release([next]);
    expect(other.next({}, 5, []).documents).toEqual([next, last]);
    expect(verify.next({}, 5, []).documents).toEqual([first]);
    other.release([next, last]);
  });

  it('come last when they were put off', () => {
    verify.putOff(first);
    expect(verify.next({}, 5, []).documents).toEqual([next, last, first]);
    verify.release([first, next, last]);
  });

  it('of a box that was given to somebody are given to nobody else', () => {
    const other = asOther(book);
    expect(verify.assign({ fondsId: archive.fonds, term: '2010–2015', box: '10' }, other.user.id)).toBe(1);
    expect(verify.boxes().boxes[1]?.checker).toEqual({ id: other.user.id, name: 'Lê Văn Khác' });
    expect(verify.next({}, 5, []).documents).not.toContain(last);
    expect(verifyOf(other).next({}, 5, []).documents).toContain(last);
    verify.assign({ fondsId: archive.fonds, term: '2010–2015', box: '10' }, null);
  });
});

describe('a document that a person compared with its pages', () => {
  const book = testBook();
  const archive = paperArchive(book);
  const { verify } = paperServices(book);
  const file = archive.file('1', { startDate: '2009', endDate: '2012' });
  const document = archive.document(file, { values: { ...values, number: '123', signer: 'Nguyễn Hồng Hoa' } });
  const read = (name: string) => verify.sheet(document).fields.find((field) => field.name === name);
  const recordOf = () => book.records.get('archiveDocument', document);

  it('shows first what does not fit together', () => {
    expect(read('number')).toMatchObject({ unsure: true, hints: [{ code: 'otherNumber', other: '128-QĐ/ĐU' }] });
    expect(read('issuer')).toMatchObject({ unsure: false, confirmed: null });
  });

  it('is confirmed by name and time, and remembers what had stood there', () => {
    const { revision } = verify.sheet(document);
    const confirmed = verify.confirm({
      documentId: document,
      values: { ...values, number: '128', signer: 'Nguyễn Hồng Hòa', place: '' },
      illegible: ['place'],
      expectedRevision: revision,
    });
    expect(confirmed.pace.today).toBe(1);
    expect(recordOf()?.values).toMatchObject({ verification: 'DA_XEM', number: '128', signer: 'Nguyễn Hồng Hòa' });
    expect(recordOf()?.values['confirmedFields']).toEqual(expect.arrayContaining(['number', 'signer', 'place']));
    expect(recordOf()?.values['confirmations']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'number', by: book.user.id, was: '123' }),
        expect.objectContaining({ field: 'place', illegible: true }),
      ]),
    );
    expect(read('signer')?.confirmed).toMatchObject({ by: 'Nguyễn Thị Thử', illegible: false });
    expect(read('number')?.unsure).toBe(false);
    expect(verify.next({}, 5, []).documents).toEqual([]);
  });

  it('is not overwritten by a later reading', () => {
    const pages = openPageTable(book);
    const [page] = pages.ofDocument(document);
    const line = (text: string, y: number) =>
      text.split(' ').map((word, i) => ({ text: word, x: 300 + i * 90, y, w: 80, h: 30, confidence: 96, line: y }));
    book.search.putPageWords(page?.id ?? '', [...line('Số 999-BC/UBKT', 300), ...line('BÁO CÁO', 500)]);
    openExtractions(book, pages).make(document);
    expect(recordOf()?.values).toMatchObject({ number: '128', symbol: '128-QĐ/ĐU', type: 'QD' });
  });

  it('is taken back as one act', () => {
    const act = verify.acts.latest('verify') ?? 0;
    expect(verify.acts.undo(act)).toEqual({ records: 1, kept: 0 });
    expect(recordOf()?.values).toMatchObject({ verification: 'CHO_XEM', number: '123', signer: 'Nguyễn Hồng Hoa' });
    expect(recordOf()?.values['confirmations']).toBeUndefined();
    expect(verify.pace().today).toBe(0);
    expect(() => verify.acts.undo(act)).toThrow(expect.objectContaining({ code: 'record.notFound' }));
  });
});

describe('suggestions', () => {
  const book = testBook();
  const archive = paperArchive(book);
  const { verify } = paperServices(book);
  book.records.save([
    { type: 'organisation', values: { name: 'Đảng ủy xã Tân Hòa', kind: 'DANG_UY_XA', state: 'HOAT_DONG', secretary: 'Nguyễn Hồng Hòa' } },
    { type: 'organisation', values: { name: 'Chi bộ ấp 7', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } },
  ]);
  archive.document(archive.file('1'), {
    values: { ...values, verification: 'DA_XEM', issuer: 'Huyện ủy Phú Bình', signerPost: 'Chủ nhiệm' },
  });

  it('find what was misread', () => {
    expect(verify.suggest('issuer', 'DÀNG ỦY XÃ TẨN HOA', 3)[0]).toEqual({ value: 'Đảng ủy xã Tân Hòa', source: 'organisation' });
    expect(verify.suggest('signer', 'Nguyễn Hổng Hoà', 3)[0]?.value).toBe('Nguyễn Hồng Hòa');
    expect(verify.suggest('signer', 'Nguyẽn H0ng Hòa', 3)[0]?.value).toBe('Nguyễn Hồng Hòa');
    expect(verify.suggest('issuer', 'huy phu', 3)[0]).toEqual({ value: 'Huyện ủy Phú Bình', source: 'used' });
    expect(verify.suggest('signerPost', 'Chu nhiem', 3)[0]?.value).toBe('Chủ nhiệm');
  });
  it('are silent about what is like nothing', () => expect(verify.suggest('issuer', 'Công ty Mặt Trời', 3)).toEqual([]));
});

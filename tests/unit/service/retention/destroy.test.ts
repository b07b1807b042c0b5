/** Destruction on one machine: what is gone, what stays as proof, who may, and that nothing brings it back. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { guardBook } from '#service/access/guard-book';
import { hashOf, openPageFiles, type PageFiles } from '#service/archive/page-files';
import { openPageTable } from '#service/archive/page-table';
import { verifyPages } from '#service/archive/verify-pages';
import { makeBackup } from '#service/backup/make-backup';
import { readSets, rootOf } from '#service/backup/layout';
import type { Book } from '#service/book/book';
import { dueByYear, dueFiles } from '#service/retention/due';
import { destroy, proofOf, provenPages } from '#service/retention/destroy';
import { minutesData } from '#service/retention/minutes';
import { erasePersonal, personalOf } from '#service/retention/personal';
import { planOf, propose } from '#service/retention/proposal';
import { createPageWords } from '#service/search/page-words';
import { openRaw } from '#service/store/open';
import { oldFile, readyDisposal } from '../../../support/disposal';
import { tempDir, testBook } from '../../../support/book';

const today = '2026-11-23';
const marker = 'zqxbimatcu';
let book: Book;
let dir: string;
let files: PageFiles;
const keepImage = async (bytes: Buffer): Promise<string> => {
  await files.writePage(hashOf(bytes), bytes);
  await files.writePictures(hashOf(bytes), { thumbnail: bytes, view: bytes });
  return hashOf(bytes);
};
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const destroyIt = (id: string, by = guardBook(book)) => destroy({ book: by, records: book.records, files }, id, today);
/** The whole database without its cipher, freed pages too. */
const plainDatabase = (): Buffer => {
  book.db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = join(tempDir(), 'copy.db');
  copyFileSync(join(dir, 'book.db'), copy);
  const db = openRaw(copy, book.keys.database);
  db.pragma('journal_mode = DELETE');
  db.rekey(Buffer.alloc(0));
  db.close();
  return readFileSync(copy);
};

beforeEach(() => {
  dir = tempDir();
  book = testBook(dir);
  files = openPageFiles(dir, book.keys.pages);
  // Backups take the way in along; nobody opens it here.
  writeFileSync(join(dir, 'vault.json'), '{}');
  book.records.save([{ type: 'bookUser', id: book.user.id, values: { name: book.user.name } }]);
});
afterEach(() => book.close());

describe('what is due', () => {
  it('is counted from the end of the year of closing, by the years that the list of codes names, and only what one may see', async () => {
    const old = await oldFile(book, marker, () => 'a'.repeat(64));
    expect(dueFiles(book, 2026)).toMatchObject([{ id: old.file, expired: 2016, pages: 4 }]);
    expect(dueFiles(book, 2015)).toEqual([]);
    expect(dueByYear(book, 2026).years[0]).toEqual({ year: 2026, files: 1 });
    book.records.save([{ type: 'archiveFile', id: old.file, values: { secrecy: 'MAT' } }]);
    book.access.accounts.set({ userId: book.user.id, role: 'archivist', clearance: 'THUONG' });
    book.access.changed();
    expect(dueFiles(book, 2026)).toEqual([]);
    expect(dueByYear(book, 2026).years[0]).toEqual({ year: 2026, files: 0 });
  });

  it('alone may be proposed, and is destroyed only with minutes, council and decision', async () => {
    const old = await oldFile(book, marker, () => 'a'.repeat(64));
    const kept = book.records.save([
      {
        type: 'archiveFile',
        values: {
          code: 'VV',
          title: 'Kỷ luật',
          fonds: book.records.get('archiveFile', old.file)?.values['fonds'],
          retention: '01',
          accessMode: '01',
          secrecy: 'THUONG',
          state: 'DA_XONG',
          endDate: '1990',
        },
      },
    ])[0]?.id;
    expect(await codeOf(() => propose(book, { year: 2026, fileIds: [kept ?? ''], today }))).toBe('retention.notDue');
    const id = propose(book, { year: 2026, fileIds: [old.file], today });
    expect(planOf(book, id, today)).toMatchObject({ files: 1, documents: 2, pages: 4 });
    expect(planOf(book, id, today).hindrances.map(({ why }) => why)).toEqual(['state', 'minutes', 'council', 'decision']);
    expect(await codeOf(() => destroyIt(id))).toBe('retention.notReady');
    expect(book.records.get('page', old.pages[0] ?? '')?.values['rawText']).toContain(marker);
  });
});

describe('a destruction', () => {
  it('takes every byte off the disk, also from backups, and leaves a proof that can be checked', async () => {
    const place = tempDir();
    const old = await oldFile(book, marker, keepImage);
    const living = await oldFile(book, 'conlai', keepImage, 'HS-MOI');
    createPageWords(book.db).put(old.pages[0] ?? '', [{ text: marker, x: 0, y: 0, w: 1, h: 1, confidence: 90, line: 1 }]);
    await makeBackup(book, place, { now: new Date('2026-11-20T01:00:00Z') });
    expect(plainDatabase().includes(marker)).toBe(true);
    expect(book.search.search({ text: marker }).total).toBeGreaterThan(0);

    const id = readyDisposal(book, [old.file]);
    const done = await destroyIt(id);
    expect(done).toMatchObject({ files: 1, documents: 2, pages: 4 });

    for (const image of old.images) expect(existsSync(join(dir, 'pages', image.slice(0, 2), `${image}.ktp`))).toBe(false);
    for (const image of old.images)
      for (const folder of ['thumbs', 'views']) expect(existsSync(join(dir, folder, image.slice(0, 2), `${image}.ktp`))).toBe(false);
    const plain = plainDatabase();
    expect([marker, Buffer.from(marker, 'utf16le')].some((form) => plain.includes(form))).toBe(false);
    expect(plain.includes('conlai')).toBe(true);
    expect(book.search.search({ text: marker }).total).toBe(0);
    expect(book.db.prepare('SELECT count(*) FROM search_word WHERE word = ?').pluck().get(marker)).toBe(0);
    for (const image of living.images) expect(hashOf(await files.readPage(image))).toBe(image);

    const proven = provenPages(book, id);
    expect(proven.map(({ image }) => image).sort()).toEqual([...old.images].sort());
    expect(book.records.get('disposal', id)?.values).toMatchObject({
      state: 'DA_TIEU_HUY',
      fileCount: 1,
      pageCount: 4,
      proof: proofOf(proven),
      destroyedBy: book.user.id,
    });
    expect(book.records.get('archiveFile', old.file)?.values).toMatchObject({
      title: 'Công văn trao đổi',
      state: 'DA_TIEU_HUY',
      disposal: id,
    });
    expect(book.audit.verify()).toMatchObject({ brokenAt: null });
    expect(await verifyPages(book, files)).toMatchObject({ damaged: [], missing: [] });
    expect(minutesData(book, id, today)).toMatchObject({ so_trang: 4, ket_qua: [{ trang: 4 }] });

    // The next whole backup takes the place of those that still hold it.
    await makeBackup(book, place);
    const root = rootOf(place, book.committee.id);
    expect(readSets(root).length).toBe(1);
    const left = old.images.filter((image) => existsSync(join(root, 'pages', image)));
    expect(left).toEqual([]);
  });

  it('is not undone by anybody: no restoring, no change, no scanning the same page again', async () => {
    const old = await oldFile(book, marker, keepImage);
    await destroyIt(readyDisposal(book, [old.file]));
    const mine = guardBook(book);
    expect(await codeOf(() => mine.records.restore('page', old.pages[0] ?? '', 'cần lại'))).toBe('retention.fixed');
    expect(await codeOf(() => mine.records.save([{ type: 'archiveFile', id: old.file, values: { state: 'DA_XONG' } }]))).toBe(
      'retention.fixed',
    );
    const pages = openPageTable(book);
    expect(pages.isDestroyed(old.images[0] ?? '')).toBe(true);
    expect(pages.imagesWithPrefix((old.images[0] ?? '').slice(0, 2)).has(old.images[0] ?? '')).toBe(false);
  });

  it('spares an image that another file still shows', async () => {
    const old = await oldFile(book, marker, keepImage);
    const [image = ''] = old.images;
    const other = await oldFile(book, 'khac', () => image, 'HS-KHAC');
    book.records.save([{ type: 'archiveFile', id: other.file, values: { retention: '01' } }]);
    await destroyIt(readyDisposal(book, [old.file]));
    expect(hashOf(await files.readPage(image))).toBe(image);
    expect(openPageTable(book).isDestroyed(image)).toBe(false);
  });

  it('needs a second person where the book has two', async () => {
    const old = await oldFile(book, marker, keepImage);
    const id = readyDisposal(book, [old.file]);
    book.access.accounts.set({ userId: book.user.id, role: 'archivist', clearance: 'THUONG' });
    const [second = ''] = book.records.save([{ type: 'bookUser', values: { name: 'Lê Văn Hai' } }]).map((one) => one.id);
    book.access.accounts.set({ userId: second, role: 'chairman', clearance: 'TUYET_MAT' });
    book.access.changed();
    expect(await codeOf(() => destroyIt(id))).toBe('access.needsSecond');
    expect(existsSync(join(dir, 'pages', (old.images[0] ?? '').slice(0, 2), `${old.images[0]}.ktp`))).toBe(true);
    const asked = book.approvals.ask('destroy', id, 'theo danh mục');
    book.approvals.decide(asked.id, true, { by: second, reason: 'đã xem' });
    await destroyIt(id);
    expect(book.records.get('disposal', id)?.values['approvedBy']).toBe(second);
    expect(book.approvals.history(10)).toMatchObject([{ action: 'destroy', decidedBy: second, decision: 'đã xem' }]);
    expect(book.approvals.history(10)[0]?.usedAt).not.toBeNull();
  });
});

describe('removal of personal data', () => {
  it('leaves the record, its codes and the figures, and nothing of the person', async () => {
    const values = {
      number: 7,
      kind: 'TC',
      source: 'TRUC_TIEP',
      secrecy: 'THUONG',
      state: 'MOI',
      receivedOn: '2026-03-02',
      summary: 'Đơn',
      petitionerKind: 'CONG_DAN',
    };
    const [saved] = book.records.save([{ type: 'petition', values: { ...values, senderName: marker, senderAddress: marker } }]);
    const id = saved?.id ?? '';
    book.records.save([{ type: 'petition', id, values: { senderName: `${marker} hai` } }]);
    const [cell] = book.records
      .save([{ type: 'organisation', values: { name: 'Chi bộ 1', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } }])
      .map((one) => one.id);
    const [member] = book.records.save([
      {
        type: 'partyMember',
        values: { fullName: `${marker} ten`, citizenId: '001', kind: 'CHINH_THUC', cell, state: 'DANG_SINH_HOAT', homeTown: marker },
      },
    ]);
    const figures = () => ['petition', 'partyMember'].map((type) => book.records.count({ type: type as 'petition' }));
    const before = figures();
    expect(personalOf(book, id).map(({ name }) => name)).toEqual(['senderName', 'senderAddress']);
    const order = { basis: 'Đơn yêu cầu ngày 01/11/2026', remark: '' };
    const parts = { book: guardBook(book), records: book.records, files };
    expect(await erasePersonal(parts, { ...order, id, fields: ['senderName', 'senderAddress', 'summary'] })).toEqual([
      'senderName',
      'senderAddress',
    ]);
    await erasePersonal(parts, { ...order, id: member?.id ?? '', fields: ['fullName', 'homeTown', 'citizenId'] });
    expect(figures()).toEqual(before);
    expect(book.records.get('petition', id)).toMatchObject({ values: { kind: 'TC', petitionerKind: 'CONG_DAN' }, sealed: [] });
    expect(book.records.get('partyMember', member?.id ?? '')?.values['fullName']).toBe('(đã xóa theo yêu cầu)');
    expect(plainDatabase().includes(marker)).toBe(false);
    expect(book.records.list({ type: 'dataErasure' }).rows.map(({ values: v }) => v['fields'])).toContainEqual([
      'senderName',
      'senderAddress',
    ]);
    expect(book.audit.verify()).toMatchObject({ brokenAt: null });
    expect(await codeOf(() => erasePersonal(parts, { ...order, id, fields: ['senderName'] }))).toBe('record.notFound');
  });
});

/** Each part of a book is damaged in turn: the report names that part, and where. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { hashOf, openPageFiles } from '#service/archive/page-files';
import { verifyPages } from '#service/archive/verify-pages';
import { createBackups } from '#service/backup/backup-service';
import { makeBackup } from '#service/backup/make-backup';
import { assembleBook } from '#service/book/assemble-book';
import type { Book } from '#service/book/book';
import { openDatabase } from '#service/store/open';
import { unreadable, type VerifyReport, verifyBook } from '#service/verify/verify-book';
import { oldFile } from '../../support/disposal';
import { tempDir, testBook } from '../../support/book';

async function filled() {
  const dir = tempDir();
  const place = tempDir();
  const book = testBook(dir);
  const files = openPageFiles(dir, book.keys.pages);
  const old = await oldFile(book, 'chữ', async (bytes) => {
    await files.writePage(hashOf(bytes), bytes);
    return hashOf(bytes);
  });
  writeFileSync(join(dir, 'vault.json'), '{}');
  const backups = createBackups(book, { background: false });
  backups.set({ place });
  const made = await makeBackup(book, place);
  const verify = (of: Book = book): Promise<VerifyReport> =>
    verifyBook({ book: of, archive: { verifyPages: () => verifyPages(of, files) }, backups: createBackups(of, { background: false }) });
  return { dir, book, old, made, verify };
}
const partsWrong = (report: VerifyReport): string[] =>
  Object.entries(report).flatMap(([name, part]) => (typeof part === 'boolean' || part.sound ? [] : [name]));
const flip = (file: string, at: (length: number) => number): void => {
  const bytes = readFileSync(file);
  const place = at(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
};

it('finds a whole book sound', async () => {
  const { verify } = await filled();
  expect(await verify()).toMatchObject({ sound: true, backups: { sets: [{ sound: true }] } });
});

it('names pages that are damaged or missing', async () => {
  const { dir, old, verify } = await filled();
  const [image = ''] = old.images;
  flip(join(dir, 'pages', image.slice(0, 2), `${image}.ktp`), (length) => length - 20);
  const report = await verify();
  expect(partsWrong(report)).toEqual(['pages']);
  expect(report.pages.damaged).toEqual([old.pages[0]]);
});

it('names the entry of the audit log', async () => {
  const { book, verify } = await filled();
  book.db.prepare("UPDATE audit SET actor = 'ai đó' WHERE seq = 5").run();
  const report = await verify();
  expect(partsWrong(report)).toEqual(['audit']);
  expect(report.audit.brokenAt).toBe(5);
});

it('names numbers of the outbox that are gone or changed', async () => {
  const { book, verify } = await filled();
  book.db
    .prepare("UPDATE outbox SET op = replace(op, 'công tác', 'khác') WHERE seq = (SELECT min(seq) FROM outbox WHERE op LIKE '%công tác%')")
    .run();
  const changed = await verify();
  expect(partsWrong(changed)).toEqual(['outbox']);
  expect(changed.outbox.changed).toHaveLength(1);
  book.db.prepare('DELETE FROM outbox WHERE seq = 4').run();
  expect((await verify()).outbox.gaps).toEqual([4]);
});

it.each([
  ['book.db', 'database'],
  ['pages.list', 'list'],
  ['manifest.json', 'none'],
] as const)('names the backup and what is wrong with its %s', async (name, problem) => {
  const { made, verify } = await filled();
  flip(join(made.dir, name), (length) => Math.floor(length / 2));
  const { backups } = await verify();
  // A set whose manifest cannot be read is none.
  if (problem === 'none') expect(backups.sets.every(({ sound }) => !sound)).toBe(true);
  else expect(backups).toMatchObject({ sound: false, sets: [{ name: made.name, problems: expect.arrayContaining([problem]) }] });
});

it('names the database, whether it still opens or not', async () => {
  const { dir, book, verify } = await filled();
  const { keys, user, committee } = book;
  book.db.pragma('wal_checkpoint(TRUNCATE)');
  book.db.close();
  flip(join(dir, 'book.db'), (length) => Math.floor(length * 0.6));
  let report: Pick<VerifyReport, 'sound' | 'database'>;
  try {
    const again = assembleBook({ dir, db: openDatabase(join(dir, 'book.db'), keys.database), keys, user, committee });
    report = await verify(again);
    again.db.close();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    report = unreadable(error);
  }
  expect(report.sound).toBe(false);
  expect(report.database.sound).toBe(false);
  expect(report.database.problems.length).toBeGreaterThan(0);
});

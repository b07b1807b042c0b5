import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf, openPageFiles } from '#service/archive/page-files';
import { keptSets } from '#service/backup/keep';
import { findSets, pageOf, readSets, rootOf, type BackupSet } from '#service/backup/layout';
import { makeBackup } from '#service/backup/make-backup';
import { checkSet } from '#service/backup/check-set';
import { restoreBackup } from '#service/backup/restore';
import { createBackups } from '#service/backup/backup-service';
import { createHealth } from '#service/backup/health';
import type { Book } from '#service/book/book';
import { createBook } from '#service/book/create-book';
import { openBook } from '#service/book/open-book';
import { rotateKeys } from '#service/book/rotate-keys';
import { fillSample } from '#service/office/sample-book';
import { makeRecovery } from '#service/vault/manage';
import { passphrase, setup, tempDir } from '../support/book';

/** Everything that a record or page says, with sealed fields opened. */
const contentOf = async (book: Book) => ({
  records: book.db.prepare('SELECT id, type, title, clocks, revision, removed_at FROM record ORDER BY id').all(),
  petitions: book.db.prepare('SELECT * FROM petition ORDER BY n').all(),
  senders: book.records
    .list({ type: 'petition', limit: 5 })
    .rows.filter(({ sealed }) => sealed.length > 0)
    .map(({ id, sealed }) => book.records.unseal('petition', id, sealed, 'đối chiếu')),
  images: await Promise.all(
    book.db
      .prepare<[], string>('SELECT DISTINCT image FROM page WHERE image IS NOT NULL ORDER BY image')
      .pluck()
      .all()
      .map(async (hash) => [hash, hashOf(await openPageFiles(book.dir, book.keys.pages).readPage(hash))]),
  ),
});

/** The practice committee with a few real page images. */
async function office(pages = 3) {
  const base = tempDir();
  const dir = join(base, 'office');
  const book = await createBook(dir, setup, { ballastBytes: 0 });
  fillSample(book, { today: '2026-03-02' });
  const files = openPageFiles(dir, book.keys.pages);
  const images = Array.from({ length: pages }, () => randomBytes(5000));
  for (const image of images) await files.writePage(hashOf(image), image);
  const [document] = book.records.list({ type: 'archiveDocument', limit: 1 }).rows;
  const values = { document: document?.id, mime: 'image/jpeg', bytes: 5000, width: 100, height: 100, state: 'CHO_DOC' };
  book.records.save(images.map((image, at) => ({ type: 'page' as const, values: { ...values, order: at + 1, image: hashOf(image) } })));
  return { base, dir, book, place: tempDir(), actor: { userId: book.user.id, passphrase }, images };
}
const first = (place: string): BackupSet => {
  const [set] = findSets(place);
  if (!set) throw new Error('no set');
  return set;
};

describe('a backup', () => {
  it('gives every record and page back after the profile is deleted, by passphrase and by recovery sheet', async () => {
    const { base, dir, book, place, actor } = await office();
    const { sheets } = await makeRecovery(dir, actor, true);
    const before = await contentOf(book);
    await makeBackup(book, place);
    // What comes after the backup is not in it: sync brings it.
    book.close();
    rmSync(base, { recursive: true, force: true });

    const again = join(tempDir(), 'office');
    const restored = await restoreBackup(first(place).dir, again, actor);
    expect(restored).toMatchObject({ missing: [], setAside: null });
    const opened = await openBook(again, actor);
    expect(before.images).toHaveLength(3);
    expect(before.senders.length).toBeGreaterThan(0);
    expect(await contentOf(opened)).toEqual(before);
    expect(opened.audit.verify().brokenAt).toBeNull();
    expect(opened.audit.list({ limit: 500 }).map(({ action }) => action)).toContain('restoreBackup');
    opened.close();

    const other = join(tempDir(), 'office');
    const newPassphrase = 'câu mới sau khi khôi phục';
    const words = sheets.slice(1).map((sheet) => sheet.join(' '));
    await expect(
      restoreBackup(first(place).dir, other, { userId: actor.userId, words: words.slice(1), newPassphrase }),
    ).rejects.toMatchObject({ code: 'vault.shareMissing' });
    expect(existsSync(other)).toBe(false);
    await restoreBackup(first(place).dir, other, { userId: actor.userId, words, newPassphrase });
    const byWords = await openBook(other, { userId: actor.userId, passphrase: newPassphrase });
    expect((await contentOf(byWords)).images).toEqual(before.images);
    byWords.close();
  });

  it('copies images once, goes on after keys were rotated, and sets a book aside that stands there', async () => {
    const { dir, book, place, actor } = await office();
    const made = await makeBackup(book, place, { now: new Date('2026-03-02T01:00:00Z') });
    expect(made.copied).toBe(made.pages);
    const second = { now: new Date('2026-03-02T02:00:00Z') };
    expect(await makeBackup(book, place, second)).toMatchObject({ copied: 0, name: '2026-03-02T02-00-00Z' });
    expect((await makeBackup(book, place, second)).name).toBe('2026-03-02T02-00-01Z');
    book.close();
    await rotateKeys(dir, actor);
    const opened = await openBook(dir, actor);
    const former = () => checkSet(first(place).dir, rootOf(place, opened.committee.id), opened.keys, { pages: 'opened' });
    expect(await former()).toMatchObject({ sound: true, formerKeys: true });
    const list = join(first(place).dir, 'pages.list');
    const whole = readFileSync(list);
    writeFileSync(list, whole.subarray(65));
    expect((await former()).problems).toEqual(['list']);
    writeFileSync(list, whole);
    expect((await makeBackup(opened, place, { now: new Date('2026-03-02T03:00:00Z') })).copied).toBe(made.pages);
    opened.close();
    // A set from before the rotation still opens, by the key file that lies in it.
    const old = findSets(place).at(-1) as BackupSet;
    const restored = await restoreBackup(old.dir, dir, actor);
    expect(restored.missing).toEqual([]);
    expect(existsSync(join(restored.setAside ?? '', 'vault.json'))).toBe(true);
  });

  it('shows any damage of a set, and is refused then', async () => {
    const { book, place, actor } = await office(1);
    await makeBackup(book, place);
    const root = rootOf(place, book.committee.id);
    const { dir, manifest } = first(place);
    const problemsAfter = async (file: string, damage: (bytes: Buffer) => Buffer): Promise<readonly string[]> => {
      const whole = readFileSync(file);
      writeFileSync(file, damage(Buffer.from(whole)));
      const { problems } = await checkSet(dir, root, book.keys, { pages: 'opened' });
      writeFileSync(file, whole);
      return problems;
    };
    const flip = (bytes: Buffer): Buffer => {
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      return bytes;
    };
    const [image = ''] = readFileSync(join(dir, 'pages.list'), 'utf8').split('\n');
    expect((await checkSet(dir, root, book.keys, { pages: 'opened' })).problems).toEqual([]);
    expect(await problemsAfter(join(dir, 'book.db'), flip)).toContain('database');
    expect(await problemsAfter(join(dir, 'book.db'), (bytes) => bytes.subarray(0, 4096))).toContain('content');
    expect(
      await problemsAfter(join(dir, 'manifest.json'), (bytes) =>
        Buffer.from(bytes.toString('utf8').replace('"records": ', '"records": 1')),
      ),
    ).toContain('manifest');
    expect(await problemsAfter(join(dir, 'pages.list'), flip)).toContain('list');
    expect(await problemsAfter(pageOf(root, manifest.pages.keyId, image), flip)).toContain('pages');
    writeFileSync(join(dir, 'book.db'), flip(readFileSync(join(dir, 'book.db'))));
    await expect(restoreBackup(dir, join(tempDir(), 'office'), actor)).rejects.toMatchObject({ code: 'backup.notSound' });
    book.close();
  });

  it('keeps the last seven, and one of each week and month before', () => {
    const sets = Array.from(
      { length: 400 },
      (_, day) => ({ name: `${new Date(Date.UTC(2026, 11, 31) - day * 86_400_000).toISOString().slice(0, 10)}T08-00-00Z` }) as BackupSet,
    );
    const kept = [...keptSets(sets)];
    expect(kept.slice(0, 7)).toEqual(sets.slice(0, 7).map(({ name }) => name));
    expect(kept.length).toBeGreaterThan(7 + 9);
    expect(kept.length).toBeLessThanOrEqual(7 + 5 + 12);
    expect(new Set(kept.map((name) => name.slice(0, 7))).size).toBe(12);
  });
});

describe('damage of page images', () => {
  it('is found and mended from the backup, then from the province; what neither has is told', async () => {
    const { dir, book, place, images } = await office();
    const backups = createBackups(book, { background: false });
    backups.set({ place });
    await backups.run();
    expect(backups.state().last?.problem).toBeNull();
    expect((await backups.check()).sound).toBe(true);
    const files = openPageFiles(dir, book.keys.pages);
    const [a, b, c] = images.map((image) => hashOf(image)) as [string, string, string];
    const path = (hash: string): string => join(dir, 'pages', hash.slice(0, 2), `${hash}.ktp`);
    writeFileSync(path(a), 'hỏng');
    rmSync(path(b));
    rmSync(path(c));
    for (const hash of [b, c])
      rmSync(pageOf(rootOf(place, book.committee.id), readSets(rootOf(place, book.committee.id))[0]?.manifest.pages.keyId ?? '', hash));
    const province = new Map([[b, images[1] as Buffer]]);
    const health = createHealth(
      {
        book,
        archive: { readPageImage: files.readPage, keepPageImage: (hash, bytes) => files.writePage(hash, bytes) },
        backups,
        fetchPageImage: async (hash) => {
          const bytes = province.get(hash);
          if (bytes) await files.writePage(hash, bytes);
        },
      },
      { background: false },
    );
    const found = await health.mend();
    expect(await files.readPage(a)).toEqual(images[0]);
    expect(await files.readPage(b)).toEqual(images[1]);
    expect(found.database).toBe('sound');
    expect(found.lost.length).toBeGreaterThan(0);
    expect(new Set(found.lost.map((id) => book.records.get('page', id)?.values['image']))).toEqual(new Set([c]));
    await health.close();
    book.close();
  });
});

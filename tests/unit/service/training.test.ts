import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWatchedFolder } from '#service/archive/watch/watched-folder';
import { createBackups } from '#service/backup/backup-service';
import { makeBackup } from '#service/backup/make-backup';
import { isTraining, markTraining } from '#service/book/training';
import { throwAway } from '#service/office/throw-away';
import { createCourier } from '#service/sync/courier/create-courier';
import { createSync } from '#service/sync/create-sync';
import { tempDir, testBook } from '../../support/book';

const noPages = { readPageImage: () => Promise.resolve(null), keepPageImage: () => Promise.resolve(), hasPageImage: () => false } as never;
const refused = { code: 'training.notHere' };

describe('a training committee', () => {
  it('knows itself by its own data', () => {
    const book = testBook();
    expect(isTraining(book)).toBe(false);
    markTraining(book);
    expect(isTraining(book)).toBe(true);
  });

  it('enrols with no province, neither by the line nor by a stick', async () => {
    const book = testBook();
    markTraining(book);
    const sync = createSync(book, noPages);
    await expect(sync.enrol('https://tinh.example', 'ABCDEFGHJK')).rejects.toMatchObject(refused);
    const courier = createCourier(book, noPages);
    const stick = tempDir();
    await expect(courier.enrolRequest(stick, 'ABCDEFGHJK')).rejects.toMatchObject(refused);
    expect(readdirSync(stick)).toEqual([]);
    await Promise.all([sync.close(), courier.close()]);
  });

  it('is never backed up, so that it takes no place of a real backup', async () => {
    const book = testBook();
    markTraining(book);
    const place = tempDir();
    const backups = createBackups(book, { background: false });
    expect(() => backups.set({ place })).toThrow(expect.objectContaining(refused));
    expect(backups.set({ daily: false }).place).toBeNull();
    await expect(makeBackup(book, place)).rejects.toMatchObject(refused);
    expect(readdirSync(place)).toEqual([]);
    await backups.close();
  });

  it("takes nothing out of a scanner's folder", async () => {
    const book = testBook();
    markTraining(book);
    const watch = createWatchedFolder(book, {} as never, false);
    expect(() => watch.set({ dir: tempDir(), after: 'move', fileId: null, route: false })).toThrow(expect.objectContaining(refused));
    expect(watch.set(null).settings).toBeNull();
    await watch.close();
  });

  it('is thrown away whole, with what an interrupted removal left', async () => {
    const dir = join(tempDir(), 'sample');
    for (const folder of [dir, `${dir}-thrown`]) {
      mkdirSync(join(folder, 'pages'), { recursive: true });
      writeFileSync(join(folder, 'pages', 'a.ktp'), 'x');
    }
    await throwAway(dir);
    expect(existsSync(dir)).toBe(false);
    expect(existsSync(`${dir}-thrown`)).toBe(false);
    await throwAway(dir);
  });
});

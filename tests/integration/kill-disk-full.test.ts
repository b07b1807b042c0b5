import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Book } from '#service/book/book';
import { createBook } from '#service/book/create-book';
import { createSync } from '#service/sync/create-sync';
import type { SyncService } from '#service/sync/sync-service';
import { startHub } from '../../src-hub/hub';
import { passphrase, setup } from '../support/book';
import { petition as plainPetition } from '../support/plain-petition';
import { smallDisk, type SmallDisk, whyNoSmallDisk } from '../support/small-disk';
import { startTestHub } from '../support/test-hub';

const missing = whyNoSmallDisk();
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const later = <T>(made: T, end: (made: T) => Promise<void> | void): T => {
  ends.push(() => end(made));
  return made;
};

const petition = (n: number) => plainPetition(n, { summary: `Đơn thứ ${n}: ${'nội dung '.repeat(50)}` });
const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

async function stationIn(dir: string, ballastBytes: number): Promise<{ book: Book; sync: SyncService }> {
  const book = await createBook(dir, { ...setup, passphrase }, { ballastBytes });
  const sync = createSync(book, {
    readPageImage: async () => Buffer.alloc(0),
    keepPageImage: async () => undefined,
    hasPageImage: () => false,
  });
  ends.push(async () => {
    await sync.close();
    book.close();
  });
  return { book, sync };
}
async function settle({ book, sync }: { book: Book; sync: SyncService }): Promise<void> {
  const done = (): boolean => book.outbox.watermarks().made === book.outbox.watermarks().confirmed;
  for (const end = Date.now() + 60_000; !done(); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (Date.now() > end) throw new Error(`the line did not settle: ${JSON.stringify(sync.status())}`);
    await sync.runNow();
  }
}
const sound = (book: Book) => ({
  integrity: book.db.pragma('integrity_check', { simple: true }),
  auditBrokenAt: book.audit.verify().brokenAt,
  opsWithoutRecord: book.db.prepare('SELECT count(*) FROM outbox WHERE record_id NOT IN (SELECT id FROM record)').pluck().get(),
  recordsWithoutOp: book.db.prepare('SELECT count(*) FROM record WHERE id NOT IN (SELECT record_id FROM outbox)').pluck().get(),
});
const wholeBook = { integrity: 'ok', auditBrokenAt: null, opsWithoutRecord: 0, recordsWithoutOp: 0 };

describe.skipIf(missing)(`a disk that is full (skipped where no small disk can be made: ${missing ?? 'it can'})`, () => {
  test('at the workstation: the save fails whole and says so, everything stays readable and is sent when there is room', async () => {
    const hub = later(await startTestHub(), (made) => made.stop());
    const disk: SmallDisk = later(smallDisk(40), (made) => made.remove());
    const dir = join(disk.dir, 'book');
    const station = await stationIn(dir, 4 * 1024 * 1024);
    const { book, sync } = station;
    await sync.enrol(hub.hub.url, await hub.hub.newCode('xa-mau'));
    await settle(station);

    disk.fill(1024 * 1024);
    let saved = 0;
    const fillUp = (together: number): void => {
      for (;;) {
        book.records.save(range(saved + 1, together).map(petition));
        saved += together;
      }
    };
    expect(() => fillUp(20)).toThrow(expect.objectContaining({ code: 'store.diskFull' }));
    expect(saved).toBeGreaterThan(0);
    expect(book.records.count({ type: 'petition' })).toBe(saved);
    const [last] = book.records.list({ type: 'petition', limit: 1 }).rows;

    // Moving something aside needs room as well: where there is none the ballast gives it.
    disk.fill(0);
    expect(() => fillUp(1)).toThrow(expect.objectContaining({ code: 'store.diskFull' }));
    book.records.remove('petition', last?.id ?? '', 'Nhập nhầm');

    // Now the line cannot write down either what it did. It says so, and nothing is lost.
    disk.fill(0);
    expect((await sync.runNow()).problem).toMatchObject({ code: 'store.diskFull' });
    expect(book.records.count({ type: 'petition' })).toBe(saved - 1);

    disk.free();
    book.records.save(range(saved + 1, 20).map(petition));
    saved += 20;
    await settle(station);
    expect(sound(book)).toEqual(wholeBook);
    expect(book.outbox.watermarks()).toMatchObject({ made: saved + 1, confirmed: saved + 1 });
    const atHub = await hub.hub.database.query(
      "SELECT count(*)::int AS n, count(DISTINCT number)::int AS numbers FROM projection.petition WHERE commune = 'xa-mau'",
    );
    expect(atHub).toEqual([{ n: saved, numbers: saved }]);
  });

  test('at the hub: the workstation is told, nothing is half-written, and it goes on when there is room', async () => {
    const disk: SmallDisk = later(smallDisk(400), (made) => made.remove());
    // PostgreSQL runs as another user there.
    chmodSync(disk.dir, 0o755);
    const hubDir = join(disk.dir, 'hub');
    mkdirSync(hubDir);
    const options = {
      dir: hubDir,
      host: '127.0.0.1',
      port: 0,
      name: 'UBKT Tỉnh ủy mẫu',
      logLevel: 'silent',
      tls: 'off',
      reserveBytes: 0,
    } as const;
    const hub = later(await startHub(options), (made) => made.stop());
    const home: SmallDisk = later(smallDisk(200), (made) => made.remove());
    const station = await stationIn(join(home.dir, 'book'), 0);
    const { book, sync } = station;
    await sync.enrol(hub.url, await hub.newCode('xa-mau'));
    book.records.save([petition(1)]);
    await settle(station);

    disk.fill(0);
    book.records.save(range(2, 1000).map(petition));
    for (let tries = 0; tries < 50 && sync.status().problem?.code !== 'sync.hubFull'; tries += 1) await sync.runNow();
    expect(sync.status()).toMatchObject({ problem: { code: 'sync.hubFull' } });
    const { confirmed } = book.outbox.watermarks();
    expect(confirmed).toBeLessThan(1001);
    const [before] = await hub.database.query("SELECT count(*)::int AS n FROM projection.petition WHERE commune = 'xa-mau'");
    expect(before?.['n']).toBe(confirmed);

    disk.free();
    await settle(station);
    expect(book.outbox.watermarks()).toMatchObject({ made: 1001, confirmed: 1001 });
    expect(
      await hub.database.query(
        "SELECT count(*)::int AS n, count(DISTINCT number)::int AS numbers FROM projection.petition WHERE commune = 'xa-mau'",
      ),
    ).toEqual([{ n: 1001, numbers: 1001 }]);
    const log = "SELECT sum(count)::int AS ops, max(first_seq + count - 1)::int AS last FROM log WHERE commune = 'xa-mau'";
    expect(await hub.database.query(log)).toEqual([{ ops: 1001, last: 1001 }]);
  });
});

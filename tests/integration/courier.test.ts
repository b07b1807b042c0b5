import { randomBytes } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CourierRead } from '#shared/contract/window/courier';
import { noHash } from '#shared/sync/batch';
import { limits } from '#shared/sync/limits';
import type { BookProfile } from '#service/book/book';
import { readHub } from '#service/sync/enrolled-hub';
import { isSnapshotWanted, wantSnapshot } from '../../src-main/service/sync/wanted-snapshot';
import { openLineParts } from '#service/sync/line-parts';
import type { HubOptions } from '../../src-hub/config';
import type { StickVisit } from '../../src-hub/courier/serve-stick';
import {
  type CourierStation,
  courierStation,
  enrolByFiles,
  reopened,
  stationOn,
  testStick,
  type TestStick,
  visitHub,
} from '../support/courier-station';
import { verifyAudit } from '#service/security/audit';
import { auditFlags } from '../../src-hub/audit/anchors';
import { rewriteAudit } from '../support/rewrite-audit';
import { startTestHub, type TestHub } from '../support/test-hub';

let home: TestHub;
const stations: CourierStation[] = [];
const sticks: TestStick[] = [];
let communes = 0;
beforeAll(async () => {
  home = await startTestHub();
});
afterEach(async () => {
  for (const station of stations.splice(0)) await station.close();
  for (const stick of sticks.splice(0)) await stick.forget();
});
afterAll(() => home.stop());

const newCommune = (): string => `xa-usb-${++communes}`;
async function enrolled(commune = newCommune(), profile: BookProfile = 'standalone'): Promise<CourierStation & { commune: string }> {
  const station = await courierStation(profile);
  stations.push(station);
  await enrolByFiles(station, home, commune);
  return Object.assign(station, { commune });
}
const plug = async (): Promise<TestStick> => {
  const stick = await testStick();
  sticks.push(stick);
  return stick;
};
const atHub = async (commune: string, table = 'petition') =>
  (await home.hub.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM projection.${table} WHERE commune = $1`, [commune]))[0]?.n;

describe('there and back', () => {
  test('enrolment, changes, images and receipts need nothing but a stick', async () => {
    const station = await enrolled();
    for (let n = 1; n <= 40; n++) station.petition(n);
    station.archive('THUONG', [randomBytes(50_000), randomBytes(60_000)]);
    const stick = await plug();
    expect(station.courier.status()).toMatchObject({ hub: { name: 'UBKT Tỉnh ủy mẫu', profile: 'connected' }, enrolmentPending: false });
    const written = await station.courier.write(stick.dir);
    expect(written).toMatchObject({ holds: { changes: 45, pages: 2 }, missingPages: 0 });
    expect(await stick.files('len')).toEqual(written.files);

    const visit = await visitHub(home, stick);
    expect(visit).toMatchObject({ problem: null, bundles: [{ outcome: 'read', refused: 0, blobs: 2, committee: station.commune }] });
    expect(await atHub(station.commune)).toBe(40);
    expect(station.book.outbox.counts().confirmed).toBe(0);

    const read = await station.courier.read(stick.dir);
    expect(read).toMatchObject({ confirmed: { changes: 45, pages: 2 }, refused: 0, hubRestored: false, bookRestored: false, removed: 1 });
    expect(station.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
    expect(await stick.files('len')).toEqual([]);
  });

  test('sticks carry anchors of the audit log, and a log that was written anew is found on both sides', async () => {
    const station = await enrolled();
    const stick = await plug();
    const flags = async () =>
      (await auditFlags(home.hub.database))
        .filter(({ device }) => device === station.book.outbox.identity().device)
        .map(({ kind }) => kind);
    station.petition(1);
    // Two sticks before the first answer: the second begins where the first one did.
    await station.courier.write(stick.dir);
    await visitHub(home, stick);
    station.petition(2);
    const second = await plug();
    await station.courier.write(second.dir);
    await visitHub(home, second);
    expect(await flags()).toEqual([]);
    expect(verifyAudit(station.book).anchored).toBeNull();
    await station.courier.read(second.dir);
    expect(verifyAudit(station.book)).toMatchObject({ brokenAt: null, anchored: { brokenAt: null } });
    expect(verifyAudit(station.book).anchored?.upTo).toBeGreaterThan(1);

    const { dir, user } = station.book;
    rewriteAudit(station.book, 1, 'lý do khác');
    await station.courier.close();
    station.book.close();
    stations.splice(stations.indexOf(station), 1);
    const again = stationOn(await reopened(dir, user.id));
    stations.push(again);
    expect(verifyAudit(again.book)).toMatchObject({ brokenAt: null });
    expect(verifyAudit(again.book).anchored?.brokenAt).not.toBeNull();
    again.petition(3);
    const third = await plug();
    await again.courier.write(third.dir);
    await visitHub(home, third);
    expect(await flags()).not.toEqual([]);
  });

  test('what one workstation of a committee wrote reaches the other', async () => {
    const commune = newCommune();
    const [here, there] = [await enrolled(commune), await enrolled(commune)];
    const id = here.petition(1);
    const { pages } = here.archive('THUONG', [randomBytes(30_000)]);
    const [up, back] = [await plug(), await plug()];
    await here.courier.write(up.dir);
    await visitHub(home, up);
    // The answer is for both: it travels on either stick.
    expect(await there.courier.read(up.dir)).toMatchObject({ received: { changes: 5 }, confirmed: { changes: 0 } });
    expect(there.book.records.get('petition', id)?.values).toMatchObject({ summary: 'Đơn thứ 1' });
    const image = String(there.book.records.get('page', pages[0] ?? '')?.values['image']);
    expect(there.images.has(image)).toBe(false);

    there.book.records.save([{ type: 'petition', id, values: { summary: 'Đã xem' } }]);
    await there.courier.write(back.dir);
    await visitHub(home, back);
    await here.courier.read(back.dir);
    expect(here.book.records.get('petition', id)?.values).toMatchObject({ summary: 'Đã xem' });
  });
});

/** The hub as it was before it ever heard of this committee's data, or of its workstations as well. */
async function restoreHub(commune: string, { alsoDevices = false } = {}): Promise<void> {
  const { database } = home.hub;
  for (const table of [
    'log',
    'author',
    'record_state',
    'conflict',
    'refused_op',
    'parked_batch',
    'courier_part',
    'courier_wish',
    'blob_holder',
  ])
    await database.query(`DELETE FROM ${table} WHERE commune = $1`, [commune]);
  await database.query('DELETE FROM projection.petition WHERE commune = $1', [commune]);
  await database.query('DELETE FROM scope WHERE commune = $1', [commune]);
  if (!alsoDevices) return void (await database.query('INSERT INTO scope (commune, log_hash) VALUES ($1, $2)', [commune, noHash]));
  await database.query('DELETE FROM audit_anchor WHERE device IN (SELECT device FROM device WHERE commune = $1)', [commune]);
  await database.query('DELETE FROM courier_device WHERE commune = $1', [commune]);
  await database.query('DELETE FROM device WHERE commune = $1', [commune]);
}
/** One journey: out, at the hub, and home again. */
async function journey(station: CourierStation, more: Partial<HubOptions> = {}): Promise<{ visit: StickVisit; read: CourierRead }> {
  const stick = await plug();
  await station.courier.write(stick.dir);
  const visit = await visitHub(home, stick, undefined, false, more);
  return { visit, read: await station.courier.read(stick.dir) };
}

describe('restores', () => {
  test.each([
    ['its data', false],
    ['its workstations as well', true],
  ])('a hub that lost %s gets everything again, by stick alone', async (_what, alsoDevices) => {
    const station = await enrolled();
    for (let n = 1; n <= 5; n++) station.petition(n);
    station.archive('THUONG', [randomBytes(4000)]);
    await journey(station);
    expect(station.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
    await restoreHub(station.commune, { alsoDevices });

    station.petition(6);
    const first = await journey(station);
    expect(first.visit.bundles).toMatchObject([{ outcome: 'read', parked: 1 }]);
    expect(first.read).toMatchObject({ hubRestored: true, bookRestored: false });
    const second = await journey(station);
    expect(second.read).toMatchObject({ hubRestored: false, confirmed: { changes: 10, pages: 1 } });
    expect(await atHub(station.commune)).toBe(6);
    expect(station.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
  });

  test('a book that was copied goes on under a new life, and neither copy loses anything', async () => {
    const station = await enrolled();
    station.petition(1);
    await journey(station);
    const folder = await mkdtemp(path.join(tmpdir(), 'kts-copy-'));
    const userId = station.book.user.id;
    const { dir } = station.book;
    await station.courier.close();
    station.book.close();
    await cp(dir, folder, { recursive: true });
    const [one, other] = [stationOn(await reopened(dir, userId)), stationOn(await reopened(folder, userId))];
    stations.splice(0, 1, one, other);
    one.petition(2);
    other.petition(3);
    const lives = [one, other].map(({ book }) => book.outbox.identity().incarnation);
    expect(lives[0]).toBe(lives[1]);

    await journey(one);
    const { visit, read } = await journey(other);
    expect(visit.bundles).toMatchObject([{ declined: 1 }]);
    expect(read).toMatchObject({ bookRestored: true });
    expect(other.book.outbox.identity().incarnation).not.toBe(lives[0]);
    await journey(other);
    await journey(other);
    await journey(one);
    expect(await atHub(station.commune)).toBe(3);
    for (const { book } of [one, other]) expect(book.records.count({ type: 'petition' })).toBe(3);
  });

  test('what another workstation wrote and the hub lost comes back with whoever read it', async () => {
    const commune = newCommune();
    const [here, there] = [await enrolled(commune), await enrolled(commune)];
    const durable = { durable: 'backup' } as const;
    const stick = await plug();
    here.petition(1);
    await here.courier.write(stick.dir);
    await visitHub(home, stick, undefined, false, durable);
    await there.courier.read(stick.dir);
    await restoreHub(commune, { alsoDevices: true });
    // The first one is lost for good: its stick, its machine and the hub's copy.
    const back = await plug();
    await there.courier.write(back.dir);
    expect(await visitHub(home, back, undefined, false, durable)).toMatchObject({ bundles: [{ outcome: 'read', applied: 1 }] });
    expect(await atHub(commune)).toBe(1);
  });
});

describe('many', () => {
  test('several parts, several committees, one stick', async () => {
    const stick = await plug();
    const both = [await enrolled(), await enrolled()];
    for (const station of both) {
      station.petition(1);
      station.archive(
        'THUONG',
        Array.from({ length: 5 }, () => randomBytes(400_000)),
      );
      expect((await station.courier.write(stick.dir, 1024 * 1024)).files).toHaveLength(3);
    }
    const { bundles, answers } = await visitHub(home, stick);
    expect(bundles.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'read'));
    expect(answers).toHaveLength(2);
    for (const station of both) {
      expect(await station.courier.look(stick.dir)).toMatchObject({ incoming: [{ done: false }], outgoing: [{ parts: 3, done: false }] });
      expect(await station.courier.read(stick.dir)).toMatchObject({ confirmed: { pages: 5 }, removed: 1 });
    }
    expect(await stick.files('len')).toEqual([]);
  });

  test('a second bundle takes the place of the first on the stick, for it holds all of it', async () => {
    const station = await enrolled();
    const stick = await plug();
    station.petition(1);
    await station.courier.write(stick.dir);
    station.petition(2);
    expect(await station.courier.write(stick.dir)).toMatchObject({ holds: { changes: 2 }, removed: 1 });
    expect(await stick.files('len')).toHaveLength(1);
    await visitHub(home, stick);
    expect(await atHub(station.commune)).toBe(2);
  });

  test('what the hub refuses is told with its reason, and the rest goes on', async () => {
    const station = await enrolled();
    station.petition(1);
    const bad = station.petition(2);
    // A record that a later version of the program wrote wrongly.
    station.book.db.prepare("UPDATE outbox SET op = replace(op, '\"Đơn thứ 2\"', '5')").run();
    const { read } = await journey(station);
    expect(read).toMatchObject({ refused: 1 });
    expect(station.book.outbox.parked(5)).toMatchObject([{ recordId: bad }]);
    expect(await atHub(station.commune)).toBe(1);
  });
});

describe('a hub that cannot take it', () => {
  test('a full disk ends the visit in words, and the next one goes on', async () => {
    const station = await enrolled();
    station.petition(1);
    station.archive('THUONG', [randomBytes(4000)]);
    const stick = await plug();
    await station.courier.write(stick.dir);
    const full = await visitHub(home, stick, undefined, false, { reserveBytes: Number.MAX_SAFE_INTEGER });
    expect(full).toMatchObject({ problem: { code: 'disk-full', words: { en: "the hub's disk is full" } }, answers: [] });
    expect(await atHub(station.commune)).toBe(0);
    expect(await visitHub(home, stick)).toMatchObject({ problem: null, bundles: [{ outcome: 'read' }] });
    expect(await station.courier.read(stick.dir)).toMatchObject({ confirmed: { changes: 5, pages: 1 } });
  });
});

describe('newcomers', () => {
  /** So many batches of one change each, at the hub. */
  async function longLog(station: CourierStation, batches: number, more: Partial<HubOptions> = {}): Promise<void> {
    const line = openLineParts(station.book);
    const committee = readHub(station.book.syncState)?.certificate.committee ?? '';
    for (let n = 1; n <= batches; n++) {
      station.petition(n);
      line.former.form(committee, 'gzip', 1);
    }
    await journey(station, more);
  }

  test('take a snapshot and the log behind it, from a stick alone', async () => {
    const old = await enrolled();
    await longLog(old, limits.snapshotFrom + 5);
    const stick = await plug();
    const newcomer = await courierStation('standalone');
    stations.push(newcomer);
    await newcomer.courier.enrolRequest(stick.dir, await home.hub.newCode(old.commune));
    // The same visit brings the enrolment and all that the committee has, in more than one file.
    expect(await visitHub(home, stick, 6000)).toMatchObject({ answers: [{ snapshot: true, devices: 2 }] });
    await newcomer.courier.enrolAnswer(stick.dir);
    const { files } = await newcomer.courier.read(stick.dir);
    expect(files.length).toBeGreaterThan(1);
    expect(new Set(files.map(({ outcome }) => outcome))).toEqual(new Set(['read']));
    expect(newcomer.book.records.count({ type: 'petition' })).toBe(limits.snapshotFrom + 5);
    old.petition(900);
    await journey(old);
    const again = await journey(newcomer);
    expect(again.visit.answers).toMatchObject([{ snapshot: false }]);
    expect(newcomer.book.records.count({ type: 'petition' })).toBe(limits.snapshotFrom + 6);

    // As after a new life: it takes the state of now, once.
    const { incarnation } = newcomer.book.outbox.identity();
    wantSnapshot(newcomer, true);
    expect((await journey(newcomer)).visit.answers).toMatchObject([{ snapshot: true }]);
    expect(isSnapshotWanted(newcomer)).toBe(false);
    expect((await journey(newcomer)).visit.answers).toMatchObject([{ snapshot: false }]);
    expect(newcomer.book.outbox.identity().incarnation).toBe(incarnation);
    expect(newcomer.book.records.count({ type: 'petition' })).toBe(limits.snapshotFrom + 6);
  });

  test('what the hub might still lose of a snapshot comes as log as well, and goes back to a hub that was put back', async () => {
    const old = await enrolled();
    const mode: Partial<HubOptions> = { durable: 'backup' };
    await longLog(old, limits.snapshotFrom + 5, mode);
    const { database } = home.hub;
    const durable = limits.snapshotFrom;
    await database.query('UPDATE scope SET durable = $2 WHERE commune = $1', [old.commune, durable]);
    const stick = await plug();
    const newcomer = await courierStation('standalone');
    stations.push(newcomer);
    await newcomer.courier.enrolRequest(stick.dir, await home.hub.newCode(old.commune));
    expect(await visitHub(home, stick, undefined, false, mode)).toMatchObject({ answers: [{ snapshot: true }] });
    await newcomer.courier.enrolAnswer(stick.dir);
    expect(await newcomer.courier.read(stick.dir)).toMatchObject({ files: [{ outcome: 'read' }] });
    expect(newcomer.book.records.count({ type: 'petition' })).toBe(limits.snapshotFrom + 5);
    const { carried } = openLineParts(newcomer.book);
    const [life = ''] = carried.incarnations();
    expect(carried.nextAfter(life, 0)?.number).toBe(durable + 1);
    expect(carried.last(life)).toBe(limits.snapshotFrom + 5);

    // The hub as its backup has it; the author's workstation never comes again.
    await database.query('DELETE FROM log WHERE commune = $1 AND position > $2', [old.commune, durable]);
    await database.query('DELETE FROM projection.petition WHERE commune = $1 AND number > $2', [old.commune, durable]);
    await database.query(`DELETE FROM record_state WHERE commune = $1 AND (fields->>'number')::int > $2`, [old.commune, durable]);
    const [last] = await database.query<{ number: number; hash: string; log_hash: string; seq: number }>(
      'SELECT number, hash, log_hash, first_seq + count - 1 AS seq FROM log WHERE commune = $1 AND position = $2',
      [old.commune, durable],
    );
    await database.query('UPDATE author SET last_number = $2, last_hash = $3, last_seq = $4 WHERE commune = $1', [
      old.commune,
      last?.number,
      last?.hash,
      last?.seq,
    ]);
    await database.query('UPDATE scope SET head = durable, log_hash = $2 WHERE commune = $1', [old.commune, last?.log_hash]);
    for (let journeys = 0; journeys < 3; journeys++) await journey(newcomer, mode);
    expect(await atHub(old.commune)).toBe(limits.snapshotFrom + 5);
  });

  test('a snapshot that is cut off is gone on with from the next stick', async () => {
    const old = await enrolled();
    await longLog(old, limits.snapshotFrom + 1);
    const newcomer = await enrolled(old.commune);
    newcomer.petition(901);
    const stick = await plug();
    await newcomer.courier.write(stick.dir);
    await visitHub(home, stick);
    const [name = ''] = await stick.files('xuong');
    const bytes = await stick.read('xuong', name);
    await stick.put('xuong', name, bytes.subarray(0, Math.floor(bytes.length / 2)));
    expect(await newcomer.courier.read(stick.dir)).toMatchObject({ files: [{ problem: { code: 'courier.damaged' } }] });
    await journey(newcomer);
    expect(newcomer.book.records.count({ type: 'petition' })).toBe(limits.snapshotFrom + 2);
    await journey(old);
    expect(old.book.records.count({ type: 'petition' })).toBe(limits.snapshotFrom + 2);
  });
});

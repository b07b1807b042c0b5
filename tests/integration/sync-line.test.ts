/** The line itself, between the production workstation and a real hub: cuts, order, TLS, images on demand, what others wrote. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#shared/contract/hub';
import { readBatchHeader } from '#shared/sync/batch';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { readHub } from '#service/sync/enrolled-hub';
import type { HubReply, HubRequest } from '#service/sync/hub-client';
import { createHttpClient } from '#service/sync/http-client';
import { openLineParts } from '#service/sync/line-parts';
import { pushStep } from '#service/sync/push';
import { alignStep } from '#service/sync/align';
import { auditFlags } from '#hub/audit/anchors';
import { openUpdates, publishUpdate, withdrawUpdate } from '#hub/updates/hub-updates';
import { openObjects } from '#hub/blobs/open-blobs';
import { readNote } from '#shared/node/update-note';
import { rawPublicKey } from '#shared/node/ed25519';
import { updateStep } from '#service/sync/update-step';
import { createUpdates } from '#service/update/updates';
import { updateFile } from '../../scripts/release/make-update.mjs';
import { savePage } from '../support/archive-page';
import { stepsOf } from '../support/line-steps';
import { petition } from '../support/plain-petition';
import { type Relay, startRelay } from '../support/relay';
import { startImpostor } from '../support/impostor';
import { startTestHub, type TestHub } from '../support/test-hub';
import { copyOf, forget, newWorkstation, reopen, type Workstation } from '../support/workstation';

let home: TestHub;
const open: Workstation[] = [];
const relays: Relay[] = [];
let communes = 0;
beforeAll(async () => {
  home = await startTestHub({ tls: 'own' });
});
afterAll(async () => {
  for (const station of open.splice(0)) {
    await station.close();
    await forget(station.book.dir);
  }
  for (const relay of relays.splice(0)) await relay.close();
  await home.stop();
});

const track = (station: Workstation): Workstation => {
  open.push(station);
  return station;
};
const newCommune = (): string => `xa-day-${++communes}`;
const enrol = async (station: Workstation, commune = newCommune(), url = home.hub.url): Promise<string> => {
  await station.sync.enrol(url, await home.hub.newCode(commune));
  return commune;
};
const saveMany = (station: Workstation, from: number, to: number): void =>
  station.book.transact(() => {
    for (let n = from; n <= to; n++) station.book.records.save([petition(n)]);
  });
const numbersAtHub = async (commune: string): Promise<number[]> =>
  (
    await home.hub.database.query<{ n: number }>('SELECT number::int AS n FROM projection.petition WHERE commune = $1 ORDER BY number', [
      commune,
    ])
  ).map(({ n }) => n);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// They wait most of the time, so all of them wait together.
describe.concurrent('a line that is cut', () => {
  test('is noticed, told, and goes on within five seconds of its return: each change once', async () => {
    const relay = await startRelay(Number(new URL(home.hub.url).port));
    relays.push(relay);
    const station = track(await newWorkstation());
    const commune = await enrol(station, newCommune(), `https://127.0.0.1:${relay.port}`);
    await station.settle();
    saveMany(station, 1, 3000);
    const running = station.sync.runNow();
    await rest(150);
    relay.cut();
    await rest(9000);
    expect(station.sync.status()).toMatchObject({ line: 'unreachable' });
    expect(station.sync.status().waiting.records + station.sync.status().sent.records).toBeGreaterThan(0);
    relay.restore();
    const back = Date.now();
    await running;
    await station.settle();
    // 5 s to notice, the rest to send it.
    expect(Date.now() - back).toBeLessThan(20_000);
    expect(await numbersAtHub(commune)).toEqual(upTo(3000));
    expect(station.sync.status()).toMatchObject({ line: 'idle', confirmed: { records: 3000 }, waiting: { records: 0 } });
  });

  test('a hub that has been away for minutes is found again by itself', async () => {
    const relay = await startRelay(Number(new URL(home.hub.url).port));
    relays.push(relay);
    const station = track(await newWorkstation());
    const commune = await enrol(station, newCommune(), `https://127.0.0.1:${relay.port}`);
    await station.settle();
    relay.cut();
    saveMany(station, 1, 5);
    for (let i = 0; i < 60 && station.sync.status().problem === null; i++) await rest(1000);
    expect(station.sync.status()).toMatchObject({ line: 'unreachable', problem: { code: 'sync.unreachable' } });
    relay.restore();
    for (let i = 0; i < 16 && (await numbersAtHub(commune)).length < 5; i++) await rest(500);
    expect(await numbersAtHub(commune)).toEqual(upTo(5));
  });

  test('without a line the page stays asked for, and comes when the line is back', async () => {
    const relay = await startRelay(Number(new URL(home.hub.url).port));
    relays.push(relay);
    const a = track(await newWorkstation());
    const commune = await enrol(a);
    const { hash } = savePage(a, randomBytes(200_000));
    await a.settle();
    const b = track(await newWorkstation());
    await enrol(b, commune, `https://127.0.0.1:${relay.port}`);
    await b.settle();
    relay.cut();
    const opened = b.sync.fetchPageImage(hash);
    await expect(opened).rejects.toMatchObject({ code: 'sync.unreachable' });
    expect(b.sync.pageLine(hash)).toEqual({ here: false, state: 'wanted' });
    relay.restore();
    await b.settle();
    expect(b.sync.pageLine(hash).here).toBe(true);
  });
});

describe.concurrent('batches under way', () => {
  test('four at once, in any order: the hub keeps what comes early, and what it refuses of those is told too', async () => {
    const station = track(await newWorkstation());
    const commune = await enrol(station);
    await station.settle();
    station.sync.pause(true);
    saveMany(station, 1, 350);
    const bad = station.book.db.prepare('SELECT seq, record_id FROM outbox WHERE seq = 350').get() as { record_id: string };
    station.book.db.prepare("UPDATE outbox SET op = replace(op, '2026-03-08', '2026-02-31') WHERE seq = 350").run();
    const statuses: number[] = [];
    let under = 0;
    let most = 0;
    const first = Promise.withResolvers<void>();
    const { parts, talk, close } = stepsOf(station, (client) => ({
      async send(request: HubRequest): Promise<HubReply> {
        if (request.path !== paths.push) return client.send(request);
        most = Math.max(most, ++under);
        // The first batch leaves last.
        if (readBatchHeader(request.body ?? Buffer.alloc(0), batchTools).header.number === 1) await first.promise;
        const reply = await client.send(request);
        statuses.push(reply.status);
        if (statuses.length === 3) first.resolve();
        under -= 1;
        return reply;
      },
    }));
    await alignStep(parts, talk);
    await pushStep(parts, talk);
    close();
    expect(most).toBe(4);
    expect(statuses).toEqual([202, 202, 202, 200]);
    expect(await numbersAtHub(commune)).toEqual(upTo(349));
    expect(station.sync.refused()).toMatchObject([{ id: bad.record_id }]);
    expect(station.book.outbox.counts()).toMatchObject({ waiting: 0, sent: 0, confirmed: 349, refused: 1 });
  });

  test('the book does not grow with what the hub has for good', async () => {
    const station = track(await newWorkstation());
    await enrol(station);
    saveMany(station, 1, 300);
    await station.settle();
    const { rows, bytes } = station.book.db.prepare('SELECT count(*) AS rows, sum(length(bytes)) AS bytes FROM sync_batch').get() as {
      rows: number;
      bytes: number | null;
    };
    expect(rows).toBeGreaterThan(0);
    expect(bytes).toBeNull();
  });
});

test.concurrent('a hub with another authority is not talked to', async () => {
  const station = track(await newWorkstation());
  await enrol(station);
  await station.settle();
  const other = await startImpostor(Number(new URL(home.hub.url).port));
  const hub = readHub(station.book.syncState);
  const { device } = station.book.outbox.identity();
  const { key } = openLineParts(station.book);
  const { signal } = new AbortController();
  try {
    const client = createHttpClient({ url: other.url, authority: hub?.tlsAuthority, device, key, signal });
    await expect(client.send({ method: 'GET', path: paths.pull })).rejects.toMatchObject({ code: 'sync.unreachable' });
    client.close();
  } finally {
    await other.close();
  }
});

test.concurrent('nobody enrols through somebody who shows a certificate of his own', async () => {
  const station = track(await newWorkstation());
  const code = await home.hub.newCode(newCommune());
  // Somebody in between, with a certificate of his own, passes everything on.
  const between = await startImpostor(Number(new URL(home.hub.url).port));
  try {
    await expect(station.sync.enrol(between.url, code)).rejects.toMatchObject({ code: 'sync.badAnswer' });
  } finally {
    await between.close();
  }
  expect(station.sync.status().line).toBe('notEnrolled');
  // The code was not lost to him: the same workstation may use it once more, straight.
  expect((await station.sync.enrol(home.hub.url, code)).hub).not.toBeNull();
});

describe.concurrent('images on demand', () => {
  test('another workstation has the page at once, its image when somebody opens it or asks for the file', async () => {
    const a = track(await newWorkstation());
    const commune = await enrol(a);
    const one = savePage(a, randomBytes(700_000));
    const two = savePage(a, randomBytes(300_000));
    await a.settle();
    expect(a.sync.pageLine(one.hash)).toEqual({ here: true, state: 'confirmed' });
    const b = track(await newWorkstation());
    await enrol(b, commune);
    await b.settle();
    expect(b.book.records.list({ type: 'page' }).total).toBe(2);
    expect(b.sync.pageLine(one.hash)).toEqual({ here: false, state: 'confirmed' });
    await b.sync.fetchPageImage(one.hash);
    expect(b.sync.pageLine(one.hash).here).toBe(true);
    expect(b.sync.fetchPages(two.file)).toBe(1);
    expect(b.sync.status().fetching).toBe(1);
    await b.settle();
    expect(b.sync.pageLine(two.hash).here).toBe(true);
    expect(b.sync.status().fetching).toBe(0);
  });

  test('the page that somebody asks for goes before the others', async () => {
    const station = track(await newWorkstation());
    await enrol(station);
    await station.settle();
    station.sync.pause(true);
    const hashes = upTo(12).map(() => savePage(station, randomBytes(2000)).hash);
    const { parts, talk, close } = stepsOf(station);
    await alignStep(parts, talk);
    await pushStep(parts, talk);
    close();
    const last = hashes.at(-1) ?? '';
    expect(parts.blobs.waiting(1).map(({ hash }) => hash)).toEqual([hashes[0]]);
    expect(station.sync.pageFirst(last)).toEqual({ here: true, state: 'first' });
    expect(parts.blobs.waiting(2).map(({ hash }) => hash)).toEqual([last, hashes[0]]);
  });
});

describe.concurrent('restores', () => {
  test('two copies of one book find each other: both go on, nothing is lost', async () => {
    const station = await newWorkstation();
    const commune = await enrol(station);
    saveMany(station, 1, 2);
    const [sealed] = station.book.records.save([petition(3, { senderName: 'Người Tố Cáo Bí Danh' })]);
    await station.settle();
    const source = { dir: station.book.dir, userId: station.book.user.id };
    await station.close();
    const clone = track(await copyOf(source));
    const original = track(await reopen(source));
    saveMany(original, 4, 6);
    saveMany(clone, 7, 9);
    await original.settle();
    await clone.settle();
    await original.settle();
    expect(await numbersAtHub(commune)).toEqual(upTo(9));
    for (const { book } of [original, clone]) expect(book.records.list({ type: 'petition' }).total).toBe(9);
    // The copy has the same keys: what either sealed opens at both, in both lives.
    const [later] = clone.book.records.save([petition(10, { senderName: 'Người Gửi Sau' })]);
    await clone.settle();
    await original.settle();
    for (const { book } of [original, clone]) {
      const open = (id = '') => book.records.unseal('petition', id, ['senderName'], 'xác minh');
      expect([open(sealed?.id), open(later?.id)]).toEqual([{ senderName: 'Người Tố Cáo Bí Danh' }, { senderName: 'Người Gửi Sau' }]);
    }
    expect([original, clone].filter(({ sync }) => sync.status().stationRestoredAt !== null)).toHaveLength(1);
    expect(clone.book.outbox.identity().incarnation).not.toBe(original.book.outbox.identity().incarnation);
    // Logs of as many entries that differ. Whenever the other one speaks its log does not go on from the last anchor: refused once, then taken
    // as a branch. They take turns four times here; a round that a save starts by itself may add a turn for each of the two.
    const { id } = original.sync.status().device;
    const kinds = (await auditFlags(home.hub.database)).flatMap(({ device, kind }) => (device === id ? [kind] : []));
    const branches = kinds.filter((kind) => kind === 'branch').length;
    expect(kinds.filter((kind) => kind === 'rewritten')).toHaveLength(branches);
    expect(branches).toBeGreaterThanOrEqual(2);
    expect(branches).toBeLessThanOrEqual(6);
  });
});

test.concurrent('an update that the hub hands down comes in pieces, goes on after a cut, and is laid out only where its signature is right', async () => {
  const station = track(await newWorkstation());
  await enrol(station);
  const parts = openLineParts(station.book);
  const hub = readHub(station.book.syncState);
  if (!hub) throw new Error('not enrolled');
  const { device } = station.book.outbox.identity();
  const ended = new AbortController();
  const client = createHttpClient({ url: hub.url, authority: hub.tlsAuthority, device, key: parts.key, signal: ended.signal });
  const dir = mkdtempSync(join(tmpdir(), 'kts-update-'));
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    const installer = randomBytes(1_500_000);
    const system = `${process.platform}-${process.arch}`;
    const write = (version: string, key = privateKey) => {
      const foreign = { system: 'win32-x64', name: 'setup.exe', bytes: randomBytes(1000) };
      const bytes = updateFile({ version, schema: 9999, key, parts: [foreign, { system, name: 'app.tar.gz', bytes: installer }] });
      writeFileSync(join(dir, 'x.ktsu'), bytes);
      return join(dir, 'x.ktsu');
    };
    writeFileSync(join(dir, 'release-keys'), rawPublicKey(privateKey));
    const objects = openObjects({ dir: home.dir });
    const updates = createUpdates(dir);
    const round = (go = () => true) => {
      parts.memory.askedForUpdate = 0;
      return updateStep(parts, { client, hub, go }, updates);
    };
    await round();
    expect(updates.state()).toMatchObject({ ready: null, refused: null });

    // Somebody else's: the hub that knows the release key refuses it; handed down all the same, the workstation does.
    const foreign = write('900.0.0', generateKeyPairSync('ed25519').privateKey);
    await expect(publishUpdate(objects, foreign, [rawPublicKey(privateKey)])).rejects.toThrow(/chữ ký/);
    await publishUpdate(objects, foreign, []);
    await round();
    expect(updates.state()).toMatchObject({ ready: null, refused: { version: '900.0.0', why: 'signature' } });

    await publishUpdate(objects, write('901.0.0'), [rawPublicKey(privateKey)]);
    expect(await openUpdates(objects).current()).toMatchObject({ version: '901.0.0' });
    let pieces = 0;
    await round(() => (pieces += 1) <= 1);
    expect(updates.state().ready).toBeNull();
    await round();
    expect(updates.state().ready).toMatchObject({ version: '901.0.0', from: 'hub' });
    expect(readFileSync(readNote(dir)?.path ?? '').equals(installer)).toBe(true);
    await withdrawUpdate(objects);
    expect(await openUpdates(objects).current()).toBeUndefined();
  } finally {
    client.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

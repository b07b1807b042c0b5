/** A hub or a workstation that is not what it was: restored, new, different, full, or of another commune. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#shared/contract/hub';
import { decodeBatch } from '#shared/sync/batch';
import { limits } from '#shared/sync/limits';
import { backup } from '#hub/backup/backup';
import { restore } from '#hub/backup/restore';
import { openObjects } from '#hub/blobs/open-blobs';
import { keysFileOf } from '#hub/keys/hub-keys';
import { connectDatabase } from '#hub/open-database';
import { alignStep } from '#service/sync/align';
import { uploadStep } from '#service/sync/blob-upload';
import { batchTools } from '#service/sync/crypto/batch-tools';
import type { HubReply } from '#service/sync/hub-client';
import { pushStep } from '#service/sync/push';
import { syncText } from '#service/sync/round';
import { snapshotStep } from '#service/sync/snapshot';
import { savePage } from '../support/archive-page';
import { stepsOf } from '../support/line-steps';
import { petition } from '../support/plain-petition';
import { startTestHub, type TestHub } from '../support/test-hub';
import { enrolStation } from '../support/wire-station';
import { forget, newWorkstation, type Workstation } from '../support/workstation';

let home: TestHub;
let dir: string;
const open: Workstation[] = [];
let communes = 0;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kts-restores-'));
  home = await startTestHub({ durable: 'backup' });
});
afterEach(async () => {
  for (const station of open.splice(0)) {
    await station.close();
    await forget(station.book.dir);
  }
});
afterAll(async () => {
  await home.stop();
  await rm(dir, { recursive: true, force: true });
});

const newCommune = (): string => `xa-lai-${++communes}`;
async function enrolled(commune: string): Promise<Workstation> {
  const station = await newWorkstation();
  open.push(station);
  await station.sync.enrol(home.hub.url, await home.hub.newCode(commune));
  return station;
}
const save = ({ book }: Workstation, ...numbers: number[]): void => void book.records.save(numbers.map((n) => petition(n)));
const numbersAtHub = async (commune: string): Promise<number[]> =>
  (
    await home.hub.database.query<{ n: number }>('SELECT number::int AS n FROM projection.petition WHERE commune = $1 ORDER BY number', [
      commune,
    ])
  ).map(({ n }) => n);
const numbersAt = ({ book }: Workstation): number[] =>
  book.records
    .list({ type: 'petition', limit: 1000 })
    .rows.map(({ values: { number } }) => Number(number))
    .sort((a, b) => a - b);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
/** Until nothing waits; what was sent may still be unconfirmed. The first round may have been under way before this was called. */
async function quiet(...stations: Workstation[]): Promise<void> {
  for (const { sync } of stations) {
    for (let tries = 0; ; tries++) {
      const { line, waiting, problem } = await sync.runNow();
      if (tries > 0 && line === 'idle' && waiting.records === 0) break;
      if (tries === 100) throw new Error(`not quiet: ${JSON.stringify({ line, waiting, problem })}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
const count = ({ book }: Workstation, table: string): number =>
  book.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;

describe('a hub that was restored from its backup', () => {
  const backUp = async (to: string) => {
    const [hub] = await home.hub.database.query<{ hub: string }>("SELECT certificate->>'hub' AS hub FROM device LIMIT 1");
    const objects = openObjects({ dir: home.dir });
    await backup({ database: home.hub.database, objects, keysFile: keysFileOf(home.dir), hub: hub?.hub ?? '' }, to);
  };
  const bringBack = async (from: string): Promise<void> => {
    const to = path.join(dir, randomBytes(4).toString('hex'));
    const connected = await connectDatabase({ dir: to });
    try {
      await restore({ database: connected.database, objects: openObjects({ dir: to }), keysFile: keysFileOf(to) }, from);
    } finally {
      await connected.shutDown();
    }
    await home.restart({ dir: to });
  };

  test('gets from one workstation what others had sent since, also of one that was enrolled since; nothing counts as confirmed before', async () => {
    const commune = newCommune();
    const [a, b] = [await enrolled(commune), await enrolled(commune)];
    save(a, 1, 2);
    await quiet(a, b);
    expect(a.sync.status()).toMatchObject({ waiting: { records: 0 }, sent: { records: 2 }, confirmed: { records: 0 } });
    const kept = path.join(dir, 'kept');
    await backUp(kept);
    await quiet(a, b);
    expect(a.sync.status()).toMatchObject({ sent: { records: 0 }, confirmed: { records: 2 } });
    expect(count(b, 'sync_carried')).toBe(0);
    const c = await enrolled(commune);
    save(a, 3);
    save(b, 4);
    save(c, 5);
    await quiet(a, c, b);
    expect(count(b, 'sync_carried')).toBe(2);
    await bringBack(kept);
    expect(await numbersAtHub(commune)).toEqual([1, 2]);
    // The others never come back.
    a.sync.pause(true);
    c.sync.pause(true);
    await quiet(b);
    expect(await numbersAtHub(commune)).toEqual(upTo(5));
    expect(b.sync.status().hubRestoredAt).not.toBeNull();
    expect(b.sync.status().divergedAt).toBeNull();
    await backUp(kept);
    await quiet(b);
    expect(count(b, 'sync_carried')).toBe(0);
    expect(b.sync.status()).toMatchObject({ sent: { records: 0 }, confirmed: { records: 1 } });
    c.sync.pause(false);
    await quiet(c);
    expect(numbersAt(c)).toEqual(upTo(5));
  });
});

describe('a newcomer', () => {
  test('takes a snapshot and the log behind it, and agrees with the hub', async () => {
    const commune = newCommune();
    const wire = await enrolStation(home.hub.url, await home.hub.newCode(commune));
    for (let n = 1; n <= limits.snapshotFrom; n++) await wire.push(wire.batch([wire.op({ fields: petition(n).values })]).bytes);
    const station = await enrolled(commune);
    station.sync.pause(true);
    const asked: string[] = [];
    const { parts, talk, close } = stepsOf(station, (client) => ({
      send: (request) => {
        asked.push(request.path);
        return client.send(request);
      },
    }));
    await syncText(parts, talk);
    expect(asked.filter((one) => one.startsWith(paths.snapshot)).length).toBeGreaterThanOrEqual(2);
    // Nothing of this log is durable: it is read through to the snapshot's place, and once more for what is behind.
    const pulls = asked.filter((one) => one.startsWith(paths.pull));
    expect(pulls.at(-1)).toMatch(new RegExp(`cursor=${limits.snapshotFrom}[.]`));
    expect(pulls.slice(0, -1).every((one) => one.endsWith('mine=none'))).toBe(true);
    expect(count(station, 'sync_carried')).toBe(limits.snapshotFrom);
    expect(numbersAt(station)).toEqual(upTo(limits.snapshotFrom));
    const extra = limits.snapshotFrom + 1;
    await wire.push(wire.batch([wire.op({ fields: petition(extra).values })]).bytes);
    await syncText(parts, talk);
    close();
    expect(numbersAt(station)).toEqual(upTo(extra));
    expect(parts.memory.compared).not.toBe('');
    expect(station.sync.status().divergedAt).toBeNull();
  });

  test('goes on with the snapshot where it was cut', async () => {
    const commune = newCommune();
    const wire = await enrolStation(home.hub.url, await home.hub.newCode(commune));
    for (let n = 1; n <= limits.snapshotFrom; n++) await wire.push(wire.batch([wire.op({ fields: petition(n).values })]).bytes);
    const station = await enrolled(commune);
    station.sync.pause(true);
    const described: string[] = [];
    const fetched: string[] = [];
    let cut = true;
    const steps = () =>
      stepsOf(station, (client) => ({
        async send(request): Promise<HubReply> {
          if (request.path === paths.snapshot) described.push(request.path);
          else if (cut) {
            cut = false;
            throw new Error('cut');
          } else fetched.push(request.path);
          return client.send(request);
        },
      }));
    const first = steps();
    await alignStep(first.parts, { ...first.talk, client: stepsOf(station).talk.client });
    await expect(snapshotStep(first.parts, first.talk)).rejects.toThrow('cut');
    first.close();
    const second = steps();
    second.parts.memory.protocol = 2;
    await snapshotStep(second.parts, second.talk);
    second.close();
    expect(described).toHaveLength(1);
    expect(new Set(fetched).size).toBe(fetched.length);
    expect(numbersAt(station)).toEqual(upTo(limits.snapshotFrom));
  });
});

test('a book that differs from the hub says so, takes what the hub has, and agrees again', async () => {
  const commune = newCommune();
  const [a, b] = [await enrolled(commune), await enrolled(commune)];
  save(a, 1, 2, 3);
  await quiet(a, b);
  // As a defect or a failing disk would leave it.
  const { id } = b.book.records.list({ type: 'petition' }).rows[0] ?? { id: '' };
  b.book.db.prepare("UPDATE petition SET summary = 'khác' WHERE n = (SELECT n FROM record WHERE id = ?)").run(id);
  b.book.db.prepare('UPDATE record SET clocks = replace(clocks, \'"summary"\', \'"extraField"\') WHERE id = ?').run(id);
  save(a, 4);
  await quiet(a);
  const told: (string | null)[] = [];
  const stop = b.book.events.on(() => told.push(b.book.syncState.get<string>('divergedAt') ?? null));
  await quiet(b);
  stop();
  expect(told.some((at) => at !== null)).toBe(true);
  expect(b.book.records.get('petition', id)?.values['summary']).toMatch(/^Đơn thứ/);
  expect(b.sync.status().divergedAt).toBeNull();
});

test('a disk that is full while others’ changes come in: told, nothing half-written, goes on when there is room', async () => {
  const commune = newCommune();
  const [a, b] = [await enrolled(commune), await enrolled(commune)];
  await quiet(b);
  save(a, ...upTo(400));
  await quiet(a);
  b.sync.pause(true);
  const pages = b.book.db.pragma('page_count', { simple: true }) as number;
  b.book.db.pragma(`max_page_count = ${pages + 3}`);
  b.sync.pause(false);
  for (let i = 0; i < 50 && b.sync.status().problem === null; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(b.sync.status()).toMatchObject({ problem: { code: 'store.diskFull' } });
  const before = numbersAt(b).length;
  expect(before).toBeLessThan(400);
  b.book.db.pragma(`max_page_count = ${pages * 100}`);
  await quiet(b);
  expect(numbersAt(b)).toEqual(upTo(400));
});

test('another commune sees nothing: neither records nor images, by any question', async () => {
  const [mine, theirs] = [newCommune(), newCommune()];
  const [a, b] = [await enrolled(mine), await enrolled(theirs)];
  save(a, 1, 2);
  await quiet(a, b);
  expect(numbersAt(b)).toEqual([]);
  const { talk, close } = stepsOf(b);
  const query = new URLSearchParams({ incarnation: a.book.outbox.identity().incarnation });
  const reply = await talk.client.send({ method: 'GET', path: `${paths.watermark}?${query.toString()}` });
  close();
  expect(JSON.parse(reply.bytes.toString('utf8'))).toMatchObject({ marks: [{ number: 0, applied: 0 }] });
  const { hash: image } = savePage(a, randomBytes(1000));
  await a.sync.runNow();
  expect(a.sync.pageLine(image).state).toBe('confirmed');
  await expect(b.sync.fetchPageImage(image)).rejects.toMatchObject({ code: 'page.missing' });
});

test('what became secret after its batch was formed does not leave', async () => {
  const commune = newCommune();
  const station = await enrolled(commune);
  await quiet(station);
  station.sync.pause(true);
  const [saved] = station.book.records.save([{ type: 'petition', values: { ...petition(1).values, summary: 'Nội dung sắp thành mật' } }]);
  save(station, 2);
  const cut = stepsOf(station, (client) => ({
    send: (request) => (request.path === paths.push ? Promise.reject(new Error('cut')) : client.send(request)),
  }));
  await alignStep(cut.parts, cut.talk);
  await expect(pushStep(cut.parts, cut.talk)).rejects.toThrow('cut');
  cut.close();
  expect(cut.parts.batches.waitingBytes()).toBeGreaterThan(0);
  station.book.records.save([{ type: 'petition', id: saved?.id ?? '', values: { secrecy: 'MAT' } }]);
  station.sync.pause(false);
  await quiet(station);
  expect(await numbersAtHub(commune)).toEqual([2]);
  const sent = await home.hub.database.query<{ bytes: Buffer }>('SELECT bytes FROM log WHERE commune = $1', [commune]);
  const ops = sent.flatMap(({ bytes }) => decodeBatch(bytes, batchTools, () => true).ops);
  expect(JSON.stringify(ops)).not.toContain('sắp thành mật');
  expect(station.sync.status().keptHere).toBe(1);
});

test('a batch that something on the way finds too large is formed smaller, and later ones too', async () => {
  const commune = newCommune();
  const station = await enrolled(commune);
  await quiet(station);
  station.sync.pause(true);
  save(station, ...upTo(300));
  const largest: number[] = [];
  const { parts, talk, close } = stepsOf(station, (client) => ({
    async send(request) {
      if (request.path !== paths.push) return client.send(request);
      const size = request.body?.length ?? 0;
      if (size > 2500) return { status: 413, bytes: Buffer.alloc(0), failure: undefined, protocol: 2 };
      largest.push(size);
      return client.send(request);
    },
  }));
  await syncText(parts, talk);
  close();
  expect(Math.max(...largest)).toBeLessThanOrEqual(2500);
  expect(await numbersAtHub(commune)).toEqual(upTo(300));
});

test('an image goes in smaller parts where something on the way lets no larger ones through', async () => {
  const commune = newCommune();
  const station = await enrolled(commune);
  await quiet(station);
  station.sync.pause(true);
  const image = randomBytes(300_000);
  const { hash } = savePage(station, image);
  const { parts, talk, close } = stepsOf(station, (client) => ({
    send: async (request) =>
      request.method === 'PUT' && (request.body?.length ?? 0) > 50_000
        ? { status: 413, bytes: Buffer.alloc(0), failure: undefined, protocol: 2 }
        : client.send(request),
  }));
  await syncText(parts, talk);
  await uploadStep(parts, talk, async () => image);
  close();
  expect(station.sync.pageLine(hash).state).toBe('confirmed');
});

import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#shared/contract/hub';
import { keysFileOf } from '#hub/keys/hub-keys';
import type { HubOptions, S3Options } from '../../src-hub/config';
import { type Hub, startHub } from '../../src-hub/hub';
import { signedFetch } from '../support/signed-request';
import { startTestHub, type TestHub } from '../support/test-hub';
import { enrolStation, sha256, type WireStation } from '../support/wire-station';

const petition = (n: number) => ({ number: n, receivedOn: '2026-03-08', kind: 'TO_CAO', summary: `Đơn thứ ${n}`, secrecy: 'THUONG' });

describe('two instances on one database', () => {
  let dir: string;
  let home: TestHub;
  let second: Hub;
  let s3: S3rver;
  let urls: readonly [string, string];
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'kts-instances-'));
    s3 = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: dir, configureBuckets: [{ name: 'scans', configs: [] }] });
    const { port } = await s3.run();
    const store: S3Options = {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'scans',
      region: 'us-east-1',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
    };
    home = await startTestHub({ s3: store });
    second = await instance('b', home.hub.pgUrl, { s3: store });
    urls = [home.hub.url, second.url];
  });
  afterAll(async () => {
    await second.stop();
    await home.stop();
    await s3.close();
    await rm(dir, { recursive: true, force: true });
  });

  /** Another machine: a folder of its own with a copy of the keys, and the same database. */
  async function instance(name: string, pgUrl: string, more: Partial<HubOptions> = {}): Promise<Hub> {
    const own = path.join(dir, name);
    await mkdir(own, { recursive: true });
    await cp(keysFileOf(home.dir), keysFileOf(own));
    return startHub({ dir: own, pgUrl, host: '127.0.0.1', port: 0, name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent', tls: 'off', ...more });
  }
  const enrolled = async (commune: string): Promise<WireStation> => enrolStation(urls[0], await second.newCode(commune));
  const push = (url: string, station: WireStation, bytes: Uint8Array) => signedFetch(url, station, 'POST', paths.push, Buffer.from(bytes));

  test('one workstation pushes over both at once, out of order: everything counts once and in its order', async () => {
    const station = await enrolled('xa-song-song');
    const batches = Array.from({ length: 60 }, (_, n) =>
      station.batch([station.op({ fields: petition(2 * n + 1) }), station.op({ fields: petition(2 * n + 2) })]),
    );
    // Four at a time as on a line, each group backwards, and each batch at both instances: answers were lost.
    const statuses: number[] = [];
    for (let at = 0; at < batches.length; at += 4) {
      const group = batches.slice(at, at + 4).reverse();
      const replies = await Promise.all(
        group.flatMap(({ bytes }, n) => [push(urls[n % 2] ?? '', station, bytes), push(urls[(n + 1) % 2] ?? '', station, bytes)]),
      );
      statuses.push(...replies.map((reply) => reply.status));
    }
    expect(new Set(statuses)).toEqual(new Set([200, 202]));
    const { database } = home.hub;
    expect(
      await database.query(
        'SELECT count(*)::int AS batches, sum(count)::int AS ops, max(position)::int AS head FROM log WHERE commune = $1',
        ['xa-song-song'],
      ),
    ).toEqual([{ batches: 60, ops: 120, head: 60 }]);
    expect(
      await database.query(
        'SELECT array_agg(number ORDER BY position) = array_agg(number ORDER BY number) AS right FROM log WHERE commune = $1',
        ['xa-song-song'],
      ),
    ).toEqual([{ right: true }]);
    expect(await database.query('SELECT count(*)::int AS n FROM parked_batch WHERE commune = $1', ['xa-song-song'])).toEqual([{ n: 0 }]);
    expect(
      await database.query('SELECT count(*)::int AS n, sum(number)::int AS sum FROM projection.petition WHERE commune = $1', [
        'xa-song-song',
      ]),
    ).toEqual([{ n: 120, sum: 7260 }]);
  });

  test('an upload goes on at the other instance, and either hands the image out', async () => {
    const station = await enrolled('xa-anh');
    const image = Buffer.from(randomBytes(2_500_000));
    const at = (offset: number) => `${paths.blob(sha256(image))}?offset=${offset}&size=${image.length}`;
    const put = (url: string, offset: number, end: number) =>
      signedFetch(url, station, 'PUT', at(offset), image.subarray(offset, end), false);
    expect(await (await put(urls[0], 0, 900_000)).json()).toEqual({ offset: 900_000, done: false });
    expect((await put(urls[1], 0, 500_000)).status).toBe(409);
    const have = await signedFetch(urls[1], station, 'POST', paths.have, Buffer.from(JSON.stringify({ hashes: [sha256(image)] })));
    expect(await have.json()).toEqual({ missing: [{ hash: sha256(image), offset: 900_000 }] });
    expect(await (await put(urls[1], 900_000, 1_800_000)).json()).toEqual({ offset: 1_800_000, done: false });
    expect(await (await put(urls[0], 1_800_000, image.length)).json()).toEqual({ offset: image.length, done: true });
    for (const url of urls) {
      const whole = await signedFetch(url, station, 'GET', paths.blob(sha256(image)));
      expect(Buffer.from(await whole.arrayBuffer()).equals(image)).toBe(true);
    }
  });

  test('a workstation, or one life of its book, that one instance revokes is refused by both', async () => {
    const station = await enrolled('xa-thu-hoi');
    const { bytes } = station.batch([station.op({ fields: petition(1) })]);
    expect(await home.hub.revoke(station.device, station.incarnation)).toBe(true);
    for (const url of urls) expect((await push(url, station, bytes)).status).toBe(403);
    expect((await signedFetch(urls[1], station, 'GET', `${paths.watermark}?incarnation=other`)).status).toBe(200);
    expect(await home.hub.revoke(station.device)).toBe(true);
    for (const url of urls) {
      const reply = await signedFetch(url, station, 'GET', `${paths.watermark}?incarnation=other`);
      expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([403, 'revoked']);
    }
    expect(await home.hub.revoke('nobody')).toBe(false);
  });

  test('instances that start together on an empty database make its tables once', async () => {
    await home.hub.database.query('CREATE DATABASE together');
    const pgUrl = home.hub.pgUrl.replace(/\/postgres$/, '/together');
    const started = await Promise.all(['c', 'd', 'e'].map((name) => instance(name, pgUrl)));
    try {
      for (const { url } of started) expect(((await (await fetch(url + paths.health)).json()) as { database: string }).database).toBe('up');
    } finally {
      await Promise.all(started.map((one) => one.stop()));
    }
  });
});

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#shared/contract/hub';
import { limits } from '#shared/sync/limits';
import { keysFileOf } from '#hub/keys/hub-keys';
import { startHub } from '../../src-hub/hub';
import { signedFetch } from '../support/signed-request';
import { startTestHub, type TestHub } from '../support/test-hub';
import { enrolStation, sha256, type WireStation } from '../support/wire-station';

const petition = (n: number) => ({ number: n, receivedOn: '2026-03-08', kind: 'TO_CAO', summary: `Đơn thứ ${n}`, secrecy: 'THUONG' });
const bytes = (length: number): Buffer<ArrayBuffer> => Buffer.alloc(length, 32);
const codeOf = async (reply: Response): Promise<unknown> => ((await reply.json()) as { code: string }).code;

describe('sizes', () => {
  let home: TestHub;
  let station: WireStation;
  beforeAll(async () => {
    home = await startTestHub();
    station = await enrolStation(home.hub.url, await home.hub.newCode('xa-a'));
  });
  afterAll(() => home.stop());
  const ask = (method: string, at: string, body?: Buffer<ArrayBuffer>, hashed = true) =>
    signedFetch(home.hub.url, station, method, at, body, hashed);
  const hash = sha256(Buffer.from('x'));

  test.each([
    ['an enrolment', () => fetch(home.hub.url + paths.enrol, { method: 'POST', body: bytes(17 * 1024) }), 413],
    ['a batch', () => ask('POST', paths.push, bytes(limits.batchBytes + 1)), 413],
    ['a question for images, in bytes', () => ask('POST', paths.have, bytes(limits.haveHashes * 100 + 1)), 413],
    [
      'a question for images, in hashes',
      () => ask('POST', paths.have, Buffer.from(JSON.stringify({ hashes: Array.from({ length: limits.haveHashes + 1 }, () => hash) }))),
      400,
    ],
    ['an image', () => ask('PUT', `${paths.blob(hash)}?offset=0&size=${limits.blobBytes + 1}`, bytes(10), false), 400],
    ['the body of an image', () => ask('PUT', `${paths.blob(hash)}?offset=0&size=10`, bytes(limits.blobBytes + 1), false), 413],
    ['an image beyond what was announced', () => ask('PUT', `${paths.blob(hash)}?offset=0&size=10`, bytes(11), false), 422],
    ['the name of an image', () => ask('GET', paths.blob('a'.repeat(101))), 414],
    ['a cursor', () => ask('GET', `${paths.pull}?cursor=${'1'.repeat(121)}&mine=a`), 400],
    ['an incarnation', () => ask('GET', `${paths.pull}?cursor=&mine=${'a'.repeat(65)}`), 400],
    [
      'a question for watermarks',
      () =>
        ask('GET', `${paths.watermark}?${Array.from({ length: limits.incarnationsAsked + 1 }, (_, n) => `incarnation=${n}`).join('&')}`),
      400,
    ],
    ['the name of a snapshot', () => ask('GET', paths.snapshotPart('a'.repeat(101), 0)), 414],
    ['an address', () => ask('GET', `${paths.pull}?cursor=&mine=a&x=${'a'.repeat(9000)}`), 414],
    ['the head of a request', () => fetch(home.hub.url + paths.health, { headers: { 'x-more': 'a'.repeat(20_000) } }), 431],
  ])('of %s', async (_what, request, status) => {
    expect((await request()).status).toBe(status);
    expect((await fetch(home.hub.url + paths.health)).status).toBe(200);
  });
});

describe('rates', () => {
  test('a workstation, an address and attempts to enrol are held to their rates, each with the time to wait', async () => {
    const home = await startTestHub({ rates: { device: 3, enrol: 4 } });
    try {
      const [one, other] = [
        await enrolStation(home.hub.url, await home.hub.newCode('xa-a')),
        await enrolStation(home.hub.url, await home.hub.newCode('xa-b')),
      ];
      const at = (station: WireStation) => `${paths.watermark}?incarnation=${station.incarnation}`;
      for (let n = 0; n < 3; n++) expect((await signedFetch(home.hub.url, one, 'GET', at(one))).status).toBe(200);
      const reply = await signedFetch(home.hub.url, one, 'GET', at(one));
      expect(reply.status).toBe(429);
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(await codeOf(reply)).toBe('too-many');
      expect((await signedFetch(home.hub.url, other, 'GET', at(other))).status).toBe(200);
      // Nobody can use up another one's rate without its key.
      const forged = { ...other, key: one.key };
      for (let n = 0; n < 5; n++) expect((await signedFetch(home.hub.url, forged, 'GET', at(other))).status).toBe(401);
      expect((await signedFetch(home.hub.url, other, 'GET', at(other))).status).toBe(200);

      const enrol = () => fetch(home.hub.url + paths.enrol, { method: 'POST', body: '{}' });
      for (let n = 0; n < 2; n++) expect((await enrol()).status).toBe(400);
      expect((await enrol()).status).toBe(429);

      await home.restart({ rates: { address: 2 } });
      for (let n = 0; n < 2; n++) expect((await fetch(home.hub.url + paths.health)).status).toBe(200);
      expect((await fetch(home.hub.url + paths.health)).status).toBe(429);

      // Behind a proxy, the address is what the proxy saw, not what somebody claims.
      await home.restart({ behindProxy: true });
      const from = (chain: string) => fetch(home.hub.url + paths.health, { headers: { 'x-forwarded-for': chain } });
      for (let n = 0; n < 2; n++) expect((await from(`198.51.100.${n}, 192.0.2.1`)).status).toBe(200);
      expect((await from('198.51.100.9, 192.0.2.1')).status).toBe(429);
      expect((await from('198.51.100.9, 192.0.2.2')).status).toBe(200);
    } finally {
      await home.stop();
    }
  });
});

/** A file system of its own, where this user may mount one. */
function smallDisk(megabytes: number): { dir: string; remove(): void } | undefined {
  const dir = mkdtempSync(path.join(tmpdir(), 'kts-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', dir], { stdio: 'ignore' });
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
  return {
    dir,
    remove() {
      execFileSync('umount', [dir]);
      rmSync(dir, { recursive: true });
    },
  };
}

describe('a full disk', () => {
  const disk = smallDisk(400);
  afterAll(() => disk?.remove());

  test.skipIf(!disk)(
    'is told with 507 before the database stops; what is there can be read, and it goes on when there is room',
    async () => {
      const dir = path.join(disk?.dir ?? '', 'hub');
      mkdirSync(dir);
      const home = await startTestHub({ dir, reserveBytes: 64 * 1024 * 1024 });
      try {
        const station = await enrolStation(home.hub.url, await home.hub.newCode('xa-a'));
        const [first, second] = [1, 2].map((n) => station.batch([station.op({ fields: petition(n) })]));
        const push = (body = Buffer.alloc(0)) => signedFetch(home.hub.url, station, 'POST', paths.push, body);
        expect((await push(Buffer.from(first?.bytes ?? []))).status).toBe(200);

        const { bavail, bsize } = statfsSync(dir);
        const ballast = path.join(dir, 'ballast');
        await writeFile(ballast, Buffer.alloc(bavail * bsize - 40 * 1024 * 1024));
        await new Promise((resolve) => setTimeout(resolve, 600));
        const refused = await push(Buffer.from(second?.bytes ?? []));
        expect(refused.status).toBe(507);
        expect(await codeOf(refused)).toBe('disk-full');
        const image = Buffer.from(randomBytes(5000));
        const upload = () => signedFetch(home.hub.url, station, 'PUT', `${paths.blob(sha256(image))}?offset=0&size=5000`, image, false);
        expect((await upload()).status).toBe(507);
        expect((await signedFetch(home.hub.url, station, 'GET', `${paths.pull}?cursor=&mine=none`)).status).toBe(200);

        await rm(ballast);
        await new Promise((resolve) => setTimeout(resolve, 600));
        expect((await push(Buffer.from(second?.bytes ?? []))).status).toBe(200);
        expect((await upload()).status).toBe(200);
        expect(await home.hub.database.query('SELECT count(*)::int AS n FROM projection.petition')).toEqual([{ n: 2 }]);
      } finally {
        await home.stop();
      }
    },
  );

  test.skipIf(!disk)('of the scans alone keeps no half image', async () => {
    const scans = smallDisk(8);
    const home = await startTestHub();
    const dir = scans?.dir ?? '';
    const full = await startHub({
      dir,
      pgUrl: home.hub.pgUrl,
      keysFile: keysFileOf(home.dir),
      host: '127.0.0.1',
      port: 0,
      name: 'x',
      logLevel: 'silent',
      tls: 'off',
      reserveBytes: 0,
    });
    try {
      const station = await enrolStation(full.url, await full.newCode('xa-a'));
      const put = (image: Buffer<ArrayBuffer>) =>
        signedFetch(full.url, station, 'PUT', `${paths.blob(sha256(image))}?offset=0&size=${image.length}`, image, false);
      const images = Array.from({ length: 12 }, () => Buffer.from(randomBytes(900_000)));
      const statuses: number[] = [];
      for (const image of images) statuses.push((await put(image)).status);
      const stored = statuses.filter((status) => status === 200).length;
      expect(statuses).toEqual([...Array<number>(stored).fill(200), ...Array<number>(12 - stored).fill(507)]);
      expect(stored).toBeGreaterThan(3);
      expect(stored).toBeLessThan(12);
      const files = readdirSync(path.join(dir, 'scans'), { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
      expect(files.map((file) => file.name).sort()).toEqual(images.slice(0, stored).map(sha256).sort());
      const [file] = files;
      await rm(path.join(file?.parentPath ?? '', file?.name ?? ''));
      expect((await put(images[11] ?? bytes(1))).status).toBe(200);
    } finally {
      await full.stop();
      await home.stop();
      scans?.remove();
    }
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBook } from '#service/book/create-book';
import { openPageFiles } from '#service/archive/page-files';
import { buildIfChanged } from '../../scripts/build/build-all.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import type { StickVisit } from '../../src-hub/courier/serve-stick';
import { reopened, stationOn, testStick, type TestStick } from '../support/courier-station';
import { startTestHub, type TestHub } from '../support/test-hub';

const passphrase = 'mật khẩu chỉ dùng để thử';

interface Answer {
  readonly code: number | null;
  readonly json: Record<string, unknown> & { error?: { code: string } };
  readonly out: string;
  readonly err: string;
}

let home: TestHub;
let stick: TestStick;
let book: string;
let userId: string;
beforeAll(async () => {
  await buildIfChanged();
  home = await startTestHub();
  stick = await testStick();
  book = await mkdtemp(path.join(tmpdir(), 'kts-lệnh-'));
  const committee = {
    name: 'UBKT Đảng ủy xã Mẫu',
    partyCommittee: 'Đảng ủy xã Mẫu',
    province: 'Tỉnh Mẫu',
    symbol: 'UBKTĐU',
    term: '2025-2030',
    profile: 'standalone' as const,
  };
  const made = await createBook(book, { committee, user: { name: 'Trần Thị Mẫu', title: '' }, passphrase }, { ballastBytes: 0 });
  userId = made.user.id;
  made.close();
}, 180_000);
afterAll(async () => {
  await home.stop();
  await stick.forget();
  await rm(book, { recursive: true, force: true });
});

const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [inRoot('out', program), ...args], { env: { ...process.env, ...env } });
const ended = (child: ChildProcess): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err, json: out.startsWith('{') ? (JSON.parse(out) as Answer['json']) : {} }));
  });
const startKts = (...args: string[]): ChildProcess =>
  start('cli/kts.js', [...args, '--data', book, '--json'], { KTS_PASSPHRASE: passphrase });
const kts = (...args: string[]): Promise<Answer> => ended(startKts(...args));
const startHub = (...args: string[]): ChildProcess =>
  start('hub/hub.js', args, { KTS_HUB_DIR: home.dir, PGURL: home.hub.pgUrl, KTS_HUB_LOG: 'silent' });
const hub = (...args: string[]): Promise<Answer> => ended(startHub(...args));

/** Petitions and one page, saved while no command has the book open. */
async function save(petitions: number): Promise<void> {
  const opened = await reopened(book, userId);
  const station = stationOn(opened);
  for (let n = 1; n <= petitions; n++) station.petition(n);
  const image = randomBytes(200_000);
  const { pages } = station.archive('THUONG', [image]);
  const hash = String(opened.records.get('page', pages[0] ?? '')?.values['image']);
  await openPageFiles(book, opened.keys.pages).writePage(hash, image);
  opened.close();
}

/** kill -9 so many ms after the moment came, if the process did not end before. */
async function killed(child: ChildProcess, moment: () => Promise<boolean> | boolean, ms: number): Promise<void> {
  const done = ended(child);
  while (child.exitCode === null && !(await moment())) await new Promise((resolve) => setTimeout(resolve, 1));
  setTimeout(() => child.kill('SIGKILL'), ms);
  await done;
}

describe('kts bundle and hub courier', { timeout: 400_000 }, () => {
  test('enrol, write, answer and read from the command line, each with its exit code', async () => {
    expect(await kts('bundle', 'dance', stick.dir)).toMatchObject({ code: 2 });
    expect(await kts('bundle', 'write', stick.dir)).toMatchObject({ code: 6, json: { error: { code: 'sync.notEnrolled' } } });
    expect(await kts('bundle', 'status', path.join(stick.dir, 'none'))).toMatchObject({
      code: 7,
      json: { error: { code: 'courier.noFolder' } },
    });
    expect(await kts('enrol-answer', stick.dir)).toMatchObject({ code: 3, json: { error: { code: 'courier.noRequest' } } });
    expect(await kts('enrol-request', stick.dir, '--code', await home.hub.newCode('xa-lenh'))).toMatchObject({ code: 0 });
    expect(await hub('courier', stick.dir)).toMatchObject({ code: 0, err: '' });
    expect(await kts('enrol-answer', stick.dir)).toMatchObject({ code: 0, json: { hub: { profile: 'connected' } } });

    await save(20);
    expect(await kts('bundle', 'status', stick.dir)).toMatchObject({
      code: 0,
      json: { waiting: { changes: 24 }, stick: { writable: true } },
    });
    expect(await kts('bundle', 'write', stick.dir, '--size', '9000')).toMatchObject({ code: 2 });
    expect(await kts('bundle', 'write', stick.dir, '--size', '64')).toMatchObject({ code: 0, json: { holds: { changes: 24, pages: 1 } } });
    const visited = await hub('courier', stick.dir, '--json');
    expect(visited.code).toBe(0);
    expect(visited.json as unknown as StickVisit).toMatchObject({
      bundles: [{ outcome: 'read', blobs: 1 }],
      answers: [{ committee: 'xa-lenh' }],
    });
    expect(await kts('bundle', 'read', stick.dir)).toMatchObject({ code: 0, json: { confirmed: { changes: 24, pages: 1 }, removed: 1 } });
  });

  test('a damaged bundle ends with 3 at the hub, in a table for people', async () => {
    await save(1);
    await kts('bundle', 'write', stick.dir);
    const [name = ''] = await stick.files('len');
    const bytes = await stick.read('len', name);
    await stick.put('len', name, bytes.subarray(0, bytes.length - 100));
    const visited = await hub('courier', stick.dir);
    expect(visited.code).toBe(3);
    expect(visited.out).toContain('damaged');
    expect(visited.out).toContain('Phần đọc được đã nhận');
    await stick.put('len', name, bytes);
  });

  test('killed at any moment of writing and reading, everything arrives once', async () => {
    await save(200);
    for (const round of [0, 2, 5]) {
      // While a part is on its way to the stick, and while one is read.
      await killed(
        startKts('bundle', 'write', stick.dir),
        async () => (await stick.files('len')).some((name) => name.endsWith('.part')),
        round,
      );
      const visited = Date.now();
      await killed(startHub('courier', stick.dir), () => Date.now() - visited > 200 + 150 * round, 0);
      await hub('courier', stick.dir);
      const before = Date.now();
      await killed(startKts('bundle', 'read', stick.dir), () => Date.now() - before > 200 + 150 * round, 0);
    }
    expect(await kts('bundle', 'write', stick.dir)).toMatchObject({ code: 0 });
    expect((await stick.files('len')).filter((name) => name.endsWith('.part'))).toEqual([]);
    await hub('courier', stick.dir);
    expect(await kts('bundle', 'read', stick.dir)).toMatchObject({ code: 0 });
    expect(await kts('bundle', 'status', stick.dir)).toMatchObject({ json: { waiting: { changes: 0, pages: 0 } } });
    expect(await kts('verify')).toMatchObject({ code: 0, json: { sound: true } });
    const [{ n } = { n: 0 }] = await home.hub.database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM projection.petition WHERE commune = 'xa-lenh'",
    );
    const opened = await reopened(book, userId);
    expect(n).toBe(opened.records.count({ type: 'petition' }));
    opened.close();
  });
});

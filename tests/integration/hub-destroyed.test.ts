/** What a committee destroyed, or removed because the law asks for it, leaves the hub as well: scans, texts, log, backups; on a real PostgreSQL. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from '#hub/backup/backup';
import type { Manifest } from '#hub/backup/manifest';
import { openObjects } from '#hub/blobs/open-blobs';
import { keysFileOf } from '#hub/keys/hub-keys';
import { guardBook } from '#service/access/guard-book';
import { clearAway, noteDestroyed } from '#service/retention/clear-away';
import { destroy } from '#service/retention/destroy';
import { erasePersonal } from '#service/retention/personal';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { openDeviceKey } from '#service/sync/crypto/device-key';
import { readHub } from '#service/sync/enrolled-hub';
import { createHttpClient } from '#service/sync/http-client';
import { paths } from '#shared/contract/hub';
import { verifies } from '#shared/node/ed25519';
import { BatchError, decodeBatch } from '#shared/sync/batch';
import { clearInBackground } from '#hub/retention/clear-log';
import { oldFile, readyDisposal } from '../support/disposal';
import { startTestHub, type TestHub } from '../support/test-hub';
import { forget, newWorkstation, type Workstation } from '../support/workstation';

const commune = 'xa-mau';
let home: TestHub;
const open: Workstation[] = [];
beforeAll(async () => {
  home = await startTestHub();
});
afterAll(async () => {
  for (const station of open) {
    await station.close();
    await forget(station.book.dir);
  }
  await home.stop();
});

async function enrolled(): Promise<Workstation> {
  const station = await newWorkstation();
  open.push(station);
  await station.sync.enrol(home.hub.url, await home.hub.newCode(commune));
  return station;
}
const save = (station: Workstation, change: Parameters<Workstation['book']['records']['save']>[0][number]): string =>
  station.book.records.save([change])[0]?.id ?? '';
const one = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>> =>
  (await home.hub.database.query(text, values))[0] ?? {};

const logOf = () =>
  home.hub.database.query<{ bytes: Buffer; hash: string }>('SELECT bytes, hash FROM log WHERE commune = $1 ORDER BY position', [commune]);
const textOf = (bytes: Uint8Array): string => JSON.stringify(decodeBatch(bytes, batchTools, () => true).ops);
const logTexts = async (): Promise<string[]> => (await logOf()).map(({ bytes }) => textOf(bytes));

const backUp = (to: string): Promise<Manifest> =>
  backup(
    {
      database: home.hub.database,
      objects: openObjects({ dir: home.dir }),
      keysFile: keysFileOf(home.dir),
      hub: readHub(open[0]?.book.syncState as never)?.certificate.hub ?? '',
    },
    to,
  );
/** Everything that a backup's tables hold, batches unpacked. */
async function textsIn(dir: string, { tablesFolder }: Manifest): Promise<string> {
  const names = await readdir(path.join(dir, tablesFolder));
  const texts = await Promise.all(
    names.map(async (name) => {
      const lines = zstdDecompressSync(await readFile(path.join(dir, tablesFolder, name))).toString();
      if (!name.startsWith('log.')) return lines;
      const batches = lines
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { bytes: string }).bytes);
      return batches.map((hex) => textOf(Buffer.from(hex.slice(2), 'hex'))).join('\n');
    }),
  );
  return texts.join('\n');
}

test('a destruction travels: scans and texts leave the hub, its log and its backups; other workstations clear what they have', async () => {
  const word = 'zqxtieuhuy';
  const here = await enrolled();
  const there = await enrolled();
  const old = await oldFile(here.book, word, (bytes) => here.image(bytes));
  await here.settle();
  await there.settle();
  for (const image of old.images) await there.sync.fetchPageImage(image);
  const holds = async (): Promise<unknown> => (await one('SELECT count(*)::int AS n FROM blob_holder WHERE commune = $1', [commune]))['n'];
  expect(await holds()).toBe(4);
  // Beside it: what stays, a value that lost, and personal data that is removed.
  const [cell, other] = ['Chi bộ 1', 'Chi bộ 2'].map((name) =>
    save(here, { type: 'organisation', values: { name, kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } }),
  );
  const person = {
    fullName: `${word} nguyễn`,
    citizenId: '001088000001',
    kind: 'CHINH_THUC',
    cell,
    state: 'DANG_SINH_HOAT',
    homeTown: word,
  };
  const member = save(here, { type: 'partyMember', values: person });
  await here.settle();
  await there.settle();
  save(here, { type: 'archiveFile', id: old.file, values: { remark: `${word} một` } });
  save(there, { type: 'archiveFile', id: old.file, values: { remark: `${word} hai` } });
  await there.settle();
  await here.settle();
  await there.settle();
  expect(await one('SELECT count(*)::int AS n FROM conflict WHERE commune = $1', [commune])).toEqual({ n: 1 });
  expect((await logTexts()).some((text) => text.includes(word))).toBe(true);
  const place = await mkdtemp(path.join(tmpdir(), 'kts-hub-copy-'));
  const before = await backUp(place);
  expect(await textsIn(place, before)).toContain(word);
  const chain = await home.hub.database.query('SELECT position, hash, log_hash FROM log WHERE commune = $1 ORDER BY position', [commune]);

  const gone: string[] = [];
  const files = { destroy: async (hash: string) => void gone.push(hash) };
  await destroy({ book: guardBook(here.book), records: here.book.records, files }, readyDisposal(here.book, [old.file]), '2026-11-23');
  expect([...gone].sort()).toEqual([...old.images].sort());
  await here.settle();
  expect(await holds()).toBe(0);
  expect(await one('SELECT count(*)::int AS n FROM blob WHERE hash = ANY ($1)', [old.images])).toEqual({ n: 0 });
  const shown = await one('SELECT raw_text, corrected_text FROM projection.page WHERE commune = $1 LIMIT 1', [commune]);
  expect(shown).toEqual({ raw_text: null, corrected_text: null });
  await erasePersonal(
    { book: guardBook(here.book), records: here.book.records, files },
    { id: member, fields: ['fullName', 'citizenId', 'homeTown'], basis: 'Đơn yêu cầu', remark: '' },
  );
  await here.settle();

  // The hub's log holds none of it: what stays is proven by its author's signature over the batch as it was, and by the hub's over the rest.
  await expect
    .poll(() => one('SELECT count(*)::int AS n, bool_and(cleared) AS cleared FROM destroyed_record WHERE commune = $1', [commune]), {
      timeout: 20_000,
    })
    .toMatchObject({ cleared: true });
  expect((await logTexts()).filter((text) => text.includes(word))).toEqual([]);
  expect((await logTexts()).some((text) => text.includes('Công văn trao đổi'))).toBe(true);
  expect(
    await home.hub.database.query('SELECT position, hash, log_hash FROM log WHERE commune = $1 ORDER BY position LIMIT $2', [
      commune,
      chain.length,
    ]),
  ).toEqual(chain);
  const cleared = (await logOf()).filter(({ bytes }) => bytes.toString('latin1', 0, 4) === 'KTSC');
  expect(cleared.length).toBeGreaterThan(0);
  expect(cleared.length).toBeLessThan((await logOf()).length);
  const mine = readHub(here.book.syncState)?.publicKey ?? '';
  const keys = new Map(
    (await home.hub.database.query<{ device: string; public_key: string }>('SELECT device, public_key FROM device')).map((row) => [
      row.device,
      row.public_key,
    ]),
  );
  for (const { bytes, hash } of cleared) {
    const check =
      (by: 'author' | 'hub', key: string, seal: string) =>
      (digest: Uint8Array, signature: Uint8Array, head: { device: string }, signer: string) =>
        verifies(signer === by ? key || keys.get(head.device) || '' : seal || keys.get(head.device) || '', digest, signature);
    expect(decodeBatch(bytes, batchTools, check('hub', mine, '')).hash).toBe(hash);
    // Whoever does not know of cleared batches, or another hub's, takes none; a changed byte is found.
    expect(() => decodeBatch(bytes, batchTools, check('hub', '', ''))).toThrow('signature');
    for (const at of [60, bytes.length >> 1, bytes.length - 70, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(() => decodeBatch(damaged, batchTools, check('hub', mine, ''))).toThrow(BatchError);
    }
  }
  for (const table of [
    'conflict',
    'record_state',
    'snapshot_part',
    'parked_batch',
    'projection.page',
    'projection.note',
    'projection.archive_document',
  ])
    expect(await one(`SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE '%${word}%'`)).toEqual({ n: 0 });
  // The next backup in the same place holds neither the texts nor the scans.
  const after = await backUp(place);
  expect(await textsIn(place, after)).not.toContain(word);
  expect(
    (await readdir(path.join(place, 'scans'), { recursive: true })).filter((name) => old.images.some((image) => name.includes(image))),
  ).toEqual([]);
  await rm(place, { recursive: true });

  // Who comes new reads that log, and agrees with who made it.
  const late = await enrolled();
  await late.settle();
  for (const type of ['archiveFile', 'archiveDocument', 'page', 'note', 'partyMember', 'organisation'] as const) {
    const shown = (station: Workstation) => station.book.records.list({ type, removed: true }).rows.map(({ id, values }) => [id, values]);
    expect(shown(late)).toEqual(shown(here));
  }
  expect(late.book.records.get('organisation', other ?? '')?.values['name']).toBe('Chi bộ 2');
  expect(await late.book.records.fingerprint(async () => undefined)).toBe(
    (await one('SELECT fingerprint FROM scope WHERE commune = $1', [commune]))['fingerprint'],
  );

  // Sent once more by somebody, one counts as taken and is not kept.
  const hub = readHub(here.book.syncState);
  const { device } = here.book.outbox.identity();
  const key = openDeviceKey(here.book.syncState);
  const client = createHttpClient({ url: home.hub.url, authority: hub?.tlsAuthority, device, key, signal: new AbortController().signal });
  const again = Buffer.from(`ảnh ${word} HS-CU 1 1`.repeat(50));
  const reply = await client.send({
    method: 'PUT',
    path: `${paths.blob(old.images[0] ?? '')}?offset=0&size=${again.length}`,
    body: again,
    unhashed: true,
  });
  expect(reply.status).toBe(200);
  expect(await holds()).toBe(0);

  await there.settle();
  gone.length = 0;
  there.book.transact(() => noteDestroyed(there.book.db));
  expect(await clearAway(there.book, files)).toBeGreaterThan(0);
  expect([...gone].sort()).toEqual([...old.images].sort());
  const remembered = there.book.db.prepare<[], string>('SELECT changes FROM audit UNION ALL SELECT op FROM outbox').pluck().all();
  expect(remembered.filter((text) => text.includes(word))).toEqual([]);
  expect(there.book.records.get('archiveFile', old.file)?.values).toMatchObject({ state: 'DA_TIEU_HUY', title: 'Công văn trao đổi' });
  expect(there.book.audit.verify().brokenAt).toBeNull();
  await expect(there.sync.fetchPageImage(old.images[0] ?? '')).rejects.toMatchObject({ code: 'page.missing' });
  // What was waiting to be sent here was cleared before, and both sides still agree.
  await here.settle();
  await clearAway(here.book, files);
  const own = here.book.db.prepare<[], string>('SELECT op FROM outbox UNION ALL SELECT changes FROM audit').pluck().all();
  expect(own.filter((text) => text.includes(word))).toEqual([]);
});

test('a clearing that fails is told and goes on after the next start of the hub', async () => {
  const isCleared = () => one('SELECT bool_and(cleared) AS cleared FROM destroyed_record WHERE commune = $1', [commune]);
  await home.hub.database.query('UPDATE destroyed_record SET cleared = false WHERE commune = $1', [commune]);
  const told: unknown[] = [];
  const unreadable = () => {
    throw new Error('unreadable');
  };
  const clearing = clearInBackground(
    home.hub.database,
    { tools: { ...batchTools, inflate: unreadable }, sign: unreadable },
    (error) => void told.push(error),
  );
  clearing.nudge();
  await expect.poll(() => told.length).toBe(1);
  await clearing.stop();
  expect(await isCleared()).toEqual({ cleared: false });
  clearing.nudge();
  await clearing.stop();
  expect(told).toHaveLength(1);
  await home.restart();
  await expect.poll(isCleared, { timeout: 20_000 }).toEqual({ cleared: true });
});

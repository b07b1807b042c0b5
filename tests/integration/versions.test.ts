/** Version 1 (programs and files as they were) and the present one together: protocol, section 14. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildIfChanged } from '../../scripts/build/build-all.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { startHub, type Hub } from '../../src-hub/hub';
import { type CliAnswer, oldKts, runKts, startOldHub } from '../support/version-1';

const passphrase = 'câu mật khẩu của phép thử phiên bản';
const commune = 'xa-mau';
const dir = mkdtempSync(join(tmpdir(), 'kts-versions-'));
const newKts = inRoot('out', 'cli', 'kts.js');
let former = '';
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  await buildIfChanged();
  former = oldKts();
}, 180_000);
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

const kts = async (program: string, book: string, ...args: string[]): Promise<CliAnswer> =>
  runKts(program, join(dir, book), passphrase, args);
const create = async (program: string, book: string, name: string): Promise<void> => {
  const made = await kts(program, book, 'record', 'create', 'task', '--set', `name=${name}`, '--set', 'state=CHUA_LAM');
  expect(made.err).toBe('');
};
const namesIn = async (program: string, book: string): Promise<string[]> => {
  const listed = await kts(program, book, 'record', 'list', 'task');
  return (listed.json['rows'] as { values: { name: string } }[]).map(({ values }) => values.name).sort();
};
const hubOn = async (folder: string): Promise<Hub> => {
  const hub = await startHub({
    dir: join(dir, folder),
    host: '127.0.0.1',
    port: 0,
    name: 'UBKT Tỉnh ủy mẫu',
    logLevel: 'silent',
    tls: 'off',
  });
  stops.push(() => hub.stop());
  return hub;
};
const tasksAt = async (hub: Hub): Promise<string[]> =>
  (await hub.database.query<{ name: string }>('SELECT name FROM projection.task WHERE commune = $1 ORDER BY name', [commune])).map(
    ({ name }) => name,
  );

describe('version 1 and this one', () => {
  it('a workstation of version 1 sends to this hub, and goes on after its upgrade without losing or doubling anything', async () => {
    const hub = await hubOn('hub-a');
    await kts(former, 'a', 'init');
    await create(former, 'a', 'Việc của máy cũ');
    const sent = await kts(former, 'a', 'sync', '--hub', hub.url, '--code', await hub.newCode(commune));
    expect(sent.err).toBe('');
    expect(sent).toMatchObject({ code: 0, json: { waiting: { records: 0 } } });
    expect(await tasksAt(hub)).toEqual(['Việc của máy cũ']);

    // A second workstation of the commune, of this version: it reads what the old one wrote, and writes in the new way.
    await kts(newKts, 'b', 'init');
    await create(newKts, 'b', 'Việc của máy mới');
    const joined = await kts(newKts, 'b', 'sync', '--hub', hub.url, '--code', await hub.newCode(commune));
    expect(joined.err).toBe('');
    expect(await namesIn(newKts, 'b')).toEqual(['Việc của máy cũ', 'Việc của máy mới']);

    // The old one goes on sending; what it cannot read waits at the hub for its upgrade.
    await create(former, 'a', 'Việc thứ hai của máy cũ');
    await kts(former, 'a', 'sync');
    expect(await tasksAt(hub)).toContain('Việc thứ hai của máy cũ');

    const upgraded = await kts(newKts, 'a', 'sync');
    expect(upgraded.err).toBe('');
    await kts(newKts, 'b', 'sync');
    const all = ['Việc của máy cũ', 'Việc của máy mới', 'Việc thứ hai của máy cũ'];
    expect(await namesIn(newKts, 'a')).toEqual(all);
    expect(await namesIn(newKts, 'b')).toEqual(all);
    expect((await kts(newKts, 'a', 'verify')).code).toBe(0);
  }, 120_000);

  it('a workstation of this version works with a hub of version 1, and with the same hub after its upgrade', async () => {
    const old = await startOldHub(join(dir, 'hub-c'));
    stops.push(() => old.stop());
    await kts(newKts, 'c', 'init');
    await create(newKts, 'c', 'Việc gửi lên tỉnh cũ');
    const sent = await kts(newKts, 'c', 'sync', '--hub', old.url, '--code', await old.newCode(commune));
    expect(sent.err).toBe('');
    expect(sent).toMatchObject({ code: 0, json: { waiting: { records: 0 }, refused: 0 } });
    await kts(former, 'd', 'init');
    await kts(former, 'd', 'sync', '--hub', old.url, '--code', await old.newCode(commune));
    expect(await namesIn(former, 'd')).toEqual(['Việc gửi lên tỉnh cũ']);
    await stops.pop()?.();

    const hub = await hubOn('hub-c');
    expect(await tasksAt(hub)).toEqual(['Việc gửi lên tỉnh cũ']);
    const port = new URL(hub.url).port;
    expect(port).not.toBe('');
    await create(newKts, 'c', 'Việc gửi lên tỉnh mới');
    const again = await kts(newKts, 'c', 'sync', '--hub', hub.url, '--code', await hub.newCode(commune));
    expect(again.err).toBe('');
    expect(await tasksAt(hub)).toEqual(['Việc gửi lên tỉnh cũ', 'Việc gửi lên tỉnh mới']);
    const held = await hub.database.query<{ count: string }>('SELECT count(*) FROM log WHERE commune = $1', [commune]);
    expect(Number(held[0]?.count)).toBe(2);
  }, 120_000);
});

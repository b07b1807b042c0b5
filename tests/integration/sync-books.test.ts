import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/sync/batch';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { verifyAudit } from '#service/security/audit';
import { auditFlags } from '../../src-hub/audit/anchors';
import { saveFile } from '../support/archive-page';
import { petition } from '../support/plain-petition';
import { rewriteAudit } from '../support/rewrite-audit';
import { startTestHub, type TestHub } from '../support/test-hub';
import { copyOf, forget, newWorkstation, reopen, type Workstation } from '../support/workstation';

let home: TestHub;
const open: Workstation[] = [];
let communes = 0;
beforeAll(async () => {
  home = await startTestHub();
});
afterEach(async () => {
  for (const station of open.splice(0)) {
    await station.close();
    await forget(station.book.dir);
  }
});
afterAll(() => home.stop());

const track = (station: Workstation): Workstation => {
  open.push(station);
  return station;
};
const newCommune = (): string => `xa-mau-${++communes}`;
async function enrolled(commune = newCommune()): Promise<Workstation & { commune: string }> {
  const station = track(await newWorkstation());
  await station.sync.enrol(home.hub.url, await home.hub.newCode(commune));
  return Object.assign(station, { commune });
}
const save = (station: Workstation, ...changes: Parameters<Workstation['book']['records']['save']>[0]) =>
  station.book.records.save(changes);
const one = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>> =>
  (await home.hub.database.query(text, values))[0] ?? {};
const atHub = async (commune: string, table = 'petition') =>
  (await one(`SELECT count(*)::int AS n FROM projection.${table} WHERE commune = $1`, [commune]))['n'];

describe('the way up', () => {
  test('months without a hub: everything waits, then arrives and is confirmed', async () => {
    const station = track(await newWorkstation());
    for (let n = 1; n <= 60; n++) save(station, petition(n));
    expect(station.sync.status()).toMatchObject({
      line: 'notEnrolled',
      waiting: { records: 60 },
      confirmed: { records: 0 },
      problem: null,
    });
    const commune = newCommune();
    await station.sync.enrol(home.hub.url, await home.hub.newCode(commune));
    await station.settle();
    expect(station.sync.status()).toMatchObject({
      line: 'idle',
      hub: { name: 'UBKT Tỉnh ủy mẫu' },
      waiting: { records: 0 },
      confirmed: { records: 60 },
      refused: 0,
    });
    expect(station.sync.status().lastConfirmedAt).not.toBeNull();
    expect(await atHub(commune)).toBe(60);
  });

  test('a hub that goes away in the middle and comes back: each change once', async () => {
    const station = await enrolled();
    await station.settle();
    station.book.transact(() => {
      for (let n = 1; n <= 3000; n++) save(station, petition(n));
    });
    const pushing = station.sync.runNow();
    await new Promise((resolve) => setTimeout(resolve, 250));
    await home.restart();
    await pushing;
    await station.settle();
    expect(
      await one('SELECT count(*)::int AS n, count(DISTINCT number)::int AS d FROM projection.petition WHERE commune = $1', [
        station.commune,
      ]),
    ).toEqual({ n: 3000, d: 3000 });
    expect(
      await one('SELECT sum(count)::int AS n, max(first_seq + count - 1)::int AS last FROM log WHERE commune = $1', [station.commune]),
    ).toEqual({ n: 3000, last: 3000 });
    expect(station.sync.status().confirmed.records).toBe(3000);
  });

  test('while the hub cannot be reached, that is a state and not an error', async () => {
    const station = await enrolled();
    await station.settle();
    const { hub } = home;
    await hub.stop();
    try {
      save(station, petition(1));
      expect(await station.sync.runNow()).toMatchObject({ line: 'unreachable', problem: { code: 'sync.unreachable' } });
      expect(station.book.records.list({ type: 'petition' }).total).toBe(1);
    } finally {
      await home.restart();
    }
    await station.settle();
    expect(station.sync.status()).toMatchObject({ line: 'idle', problem: null, confirmed: { records: 1 } });
  });

  test('nothing in the database of the hub holds the text of a sealed field', async () => {
    const station = await enrolled();
    const secrets = { senderName: 'Người Tố Cáo Bí Danh', senderAddress: 'Ngõ Không Tên 77' };
    const [saved] = save(station, petition(1, secrets));
    await station.settle();
    const tables = await home.hub.database.query<{ t: string }>(
      "SELECT format('%I.%I', table_schema, table_name) AS t FROM information_schema.tables WHERE table_schema IN ('public', 'projection')",
    );
    for (const { t } of tables) {
      const text = JSON.stringify(
        (await home.hub.database.query<{ row: string }>(`SELECT x::text AS row FROM ${t} x`)).map(({ row }) => row),
      );
      for (const secret of Object.values(secrets)) expect(text.includes(secret) ? t : undefined).toBeUndefined();
    }
    const ops = (await home.hub.database.query<{ bytes: Buffer }>('SELECT bytes FROM log')).flatMap(
      ({ bytes }) => decodeBatch(bytes, batchTools, () => true).ops,
    );
    for (const secret of Object.values(secrets)) expect(JSON.stringify(ops)).not.toContain(secret);
    const state = await one("SELECT fields->>'senderName' AS sealed FROM record_state WHERE id = $1", [saved?.id]);
    expect(state['sealed']).toMatch(/^sealed1:/);
  });

  test('what the hub refuses is shown with its reason, does not hold up the rest, and goes out once it is mended', async () => {
    const station = await enrolled();
    station.sync.pause(true);
    const [bad] = save(station, petition(1));
    save(station, petition(2));
    // A workstation of a later version might send what this hub cannot take.
    station.book.db.prepare("UPDATE outbox SET op = replace(op, '2026-03-08', '2026-02-31') WHERE record_id = ?").run(bad?.id);
    station.sync.pause(false);
    for (let i = 0; i < 50 && station.sync.status().refused === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(station.sync.status()).toMatchObject({ refused: 1, confirmed: { records: 1 } });
    expect(station.sync.refused()).toMatchObject([{ id: bad?.id, type: 'petition', reason: { vi: expect.stringContaining('Ngày đến') } }]);
    expect(station.book.records.get('petition', bad?.id ?? '')?.sync).toBe('refused');
    expect(await atHub(station.commune)).toBe(1);
    station.book.records.sendAgain(bad?.id ?? '');
    await station.settle();
    expect(station.sync.refused()).toEqual([]);
    expect(await atHub(station.commune)).toBe(2);
  });
});

describe('several workstations', () => {
  test('edits of different fields of the same record both survive; a clash keeps the loser', async () => {
    const a = await enrolled();
    const b = await enrolled(a.commune);
    const ids = save(a, petition(1, { senderName: 'Người Tố Cáo Bí Danh' }), petition(2)).map(({ id }) => id);
    const [apart = '', clash = ''] = ids;
    await a.settle();
    await b.settle();
    expect(b.book.records.get('petition', apart)?.values).toMatchObject({ number: 1, summary: 'Đơn thứ 1' });
    save(
      a,
      { type: 'petition', id: apart, values: { summary: 'Sửa ở máy A' } },
      { type: 'petition', id: clash, values: { summary: 'A thắng hay thua' } },
    );
    save(
      b,
      { type: 'petition', id: apart, values: { handler: 'Cán bộ B' } },
      { type: 'petition', id: clash, values: { summary: 'B thắng hay thua' } },
    );
    await a.settle();
    await b.settle();
    await a.settle();
    // What was sealed travels sealed: only the workstation that has its key opens it, whoever else changed the record.
    expect(a.book.records.unseal('petition', apart, ['senderName'], 'xác minh')).toEqual({ senderName: 'Người Tố Cáo Bí Danh' });
    expect(b.book.records.get('petition', apart)?.sealed).toEqual(['senderName']);
    expect(() => b.book.records.unseal('petition', apart, ['senderName'], 'xác minh')).toThrow(
      expect.objectContaining({ code: 'record.sealedElsewhere' }),
    );
    expect(b.book.records.history(apart).map(({ action }) => action)).not.toContain('unseal');
    for (const { book } of [a, b]) {
      expect(book.records.get('petition', apart)?.values).toMatchObject({ summary: 'Sửa ở máy A', handler: 'Cán bộ B' });
      expect(book.records.get('petition', clash)?.values['summary']).toBe('B thắng hay thua');
      expect(book.records.conflicts()).toMatchObject([{ recordId: clash, field: 'summary', loser: { value: 'A thắng hay thua' } }]);
    }
    expect(await one('SELECT field, loser, winner FROM conflict WHERE commune = $1', [a.commune])).toEqual({
      field: 'summary',
      loser: 'A thắng hay thua',
      winner: 'B thắng hay thua',
    });
    expect(await one('SELECT summary, handler FROM projection.petition WHERE commune = $1 AND id = $2', [a.commune, apart])).toEqual({
      summary: 'Sửa ở máy A',
      handler: 'Cán bộ B',
    });
  });

  test('a book that was restored from a backup takes a new life and loses nothing', async () => {
    const station = await enrolled();
    save(station, petition(1));
    await station.settle();
    const source = { dir: station.book.dir, userId: station.book.user.id };
    await station.close();
    const backup = await copyOf(source);
    backup.sync.pause(true);
    open.splice(open.indexOf(station), 1, backup);
    const later = track(await reopen(source));
    save(later, petition(2));
    await later.settle();
    const before = backup.book.outbox.identity().incarnation;
    save(backup, petition(3));
    backup.sync.pause(false);
    await backup.settle();
    expect(backup.book.outbox.identity().incarnation).not.toBe(before);
    expect(
      await one('SELECT array_agg(number::int ORDER BY number) AS n FROM projection.petition WHERE commune = $1', [station.commune]),
    ).toEqual({ n: [1, 2, 3] });
    expect(backup.book.records.list({ type: 'petition' }).total).toBe(3);
  });
});

test('a hub that was restored to an older state gets what it lost again', async () => {
  const station = await enrolled();
  save(station, petition(1));
  await station.settle();
  save(station, petition(2), petition(3));
  await station.settle();
  for (const text of [
    'DELETE FROM projection.petition WHERE commune = $1',
    'DELETE FROM record_state WHERE commune = $1',
    'DELETE FROM log WHERE commune = $1',
    'DELETE FROM author WHERE device IN (SELECT device FROM device WHERE commune = $1)',
    "UPDATE scope SET head = 0, log_hash = repeat('0', 64) WHERE commune = $1",
  ])
    await home.hub.database.query(text, [station.commune]);
  await station.settle();
  expect(await atHub(station.commune)).toBe(3);
  expect(station.sync.status()).toMatchObject({ line: 'idle', confirmed: { records: 3 } });
});

test('an audit log that was written anew with all its keys is found at the hub and on the workstation', async () => {
  const station = await enrolled();
  for (let n = 1; n <= 3; n++) save(station, petition(n));
  await station.settle();
  expect(verifyAudit(station.book)).toMatchObject({ brokenAt: null, anchored: { brokenAt: null } });
  // This hub reads anchors in half the bytes and said so.
  expect(station.book.syncState.get('audit.packed')).toBe(true);
  const { dir, user } = station.book;
  rewriteAudit(station.book, 2, 'lý do khác');
  await station.close();
  open.splice(open.indexOf(station), 1);
  const again = track(await reopen({ dir, userId: user.id }));
  // The book by itself finds nothing: chain and seals fit.
  const found = verifyAudit(again.book);
  expect(found.brokenAt).toBeNull();
  expect(found.anchored?.brokenAt).not.toBeNull();
  save(again, petition(4));
  await again.settle();
  const { device } = again.book.outbox.identity();
  expect((await auditFlags(home.hub.database)).filter((flag) => flag.device === device).map(({ kind }) => kind)).toContain('rewritten');
});

describe('pages', () => {
  test('arrive whole through a restart of the hub', async () => {
    const station = await enrolled();
    const images = Array.from({ length: 6 }, (_, i) => randomBytes(1_500_000 + i));
    saveFile(station, 'THUONG', images);
    const running = station.sync.runNow();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await home.restart();
    await running;
    await station.settle();
    const bytes = images.reduce((sum, image) => sum + image.length, 0);
    expect(station.sync.status()).toMatchObject({ waiting: { pages: 0 }, confirmed: { pages: 6, bytes } });
    expect(
      await one('SELECT count(*)::int AS n, sum(b.bytes)::int AS bytes FROM blob_holder h JOIN blob b USING (hash) WHERE h.commune = $1', [
        station.commune,
      ]),
    ).toEqual({ n: 6, bytes });
    expect(await atHub(station.commune, 'page')).toBe(6);
  });

  test('of a secret file stay here with everything that belongs to it, until it is declassified', async () => {
    const station = await enrolled();
    const { file, document, pages } = saveFile(station, 'MAT', [randomBytes(1000)]);
    save(station, petition(1));
    await station.settle();
    expect(station.sync.status()).toMatchObject({ keptHere: 3, refused: 0, confirmed: { pages: 0 } });
    expect([
      await atHub(station.commune, 'archive_file'),
      await atHub(station.commune, 'archive_document'),
      await atHub(station.commune, 'page'),
      await atHub(station.commune),
    ]).toEqual([0, 0, 0, 1]);
    const sent = (await home.hub.database.query<{ bytes: Buffer }>('SELECT bytes FROM log WHERE commune = $1', [station.commune])).map(
      ({ bytes }) => decodeBatch(bytes, batchTools, () => true),
    );
    const ids = new Set(sent.flatMap((batch) => batch.ops.map((op) => op.id)));
    expect([file, document, ...pages].filter((id) => ids.has(id))).toEqual([]);
    expect(sent.flatMap((batch) => batch.withheld)).toHaveLength(3);
    station.book.records.save([{ type: 'archiveFile', id: file, values: { secrecy: 'THUONG' } }], { reason: 'giải mật' });
    await station.settle();
    expect(station.sync.status()).toMatchObject({ keptHere: 0, confirmed: { pages: 1 } });
    expect([
      await atHub(station.commune, 'archive_file'),
      await atHub(station.commune, 'archive_document'),
      await atHub(station.commune, 'page'),
    ]).toEqual([1, 1, 1]);
  });
});

test('a standalone workstation opens no connection', async () => {
  const station = track(await newWorkstation('standalone'));
  save(station, petition(1));
  await expect(station.sync.enrol(home.hub.url, await home.hub.newCode('xa-doc-lap'))).rejects.toMatchObject({ code: 'sync.standalone' });
  expect(await station.sync.runNow()).toMatchObject({ line: 'standalone', hub: null, waiting: { records: 1 } });
  expect(await one("SELECT count(*)::int AS n FROM device WHERE commune = 'xa-doc-lap'")).toEqual({ n: 0 });
});

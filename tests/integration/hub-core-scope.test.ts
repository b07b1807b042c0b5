import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/sync/batch';
import { emptyFingerprint, fingerprintSum } from '#shared/sync/fingerprint';
import { readStamp } from '#shared/sync/hlc';
import { limits } from '#shared/sync/limits';
import { decodeLogPage } from '#shared/sync/log-page';
import { decodeSnapshotPart, type SnapshotDescription, snapshotText } from '#shared/sync/snapshot';
import { batchTools } from '#hub/crypto/batch-tools';
import { optionsFrom, runHub } from '#hub/index';
import { makeSnapshot } from '#hub/log/core/make-snapshot';
import { publish } from '#hub/log/core/publish';
import { pullPage } from '#hub/log/core/pull-page';
import { takeBatch } from '#hub/log/core/take-batch';
import { watermarks } from '#hub/log/core/watermarks';
import { confirmDurablePoint, readDurablePoint, renewOwnIncarnations } from '#hub/scopes/durable-point';
import { publishTo, readPublications } from '#hub/scopes/publish-to';
import { snapshotFor, snapshotPart } from '#hub/snapshot/snapshots';
import { type HubAuthor, recordId } from '../support/hub-author';
import { startTestCore, type TestCore } from '../support/test-core';

let home: TestCore;
beforeAll(async () => {
  home = await startTestCore();
});
afterAll(() => home.stop());

let communes = 0;
const newCommune = (): string => `xa-${++communes}`;
const sql = <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> => home.database.query<R>(text, values);
const petition = (n: number) => ({ number: n, receivedOn: '2026-03-08', kind: 'TO_CAO', summary: `Đơn thứ ${n}`, secrecy: 'THUONG' });
const page = async (commune: string, cursor = '', core = home.core) =>
  decodeLogPage(await pullPage(core, { committee: commune, device: 'none', mine: 'none', cursor, protocol: 2 }), batchTools);
const pushMany = async (author: HubAuthor, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await author.push(author.batch([author.op(petition(n + 1))]).bytes);
};

describe('snapshot', () => {
  async function partsOf(commune: string, description: SnapshotDescription) {
    const bytes = await Promise.all(description.parts.map((_, n) => snapshotPart(home.database, commune, description.id, n)));
    expect(bytes.map((part) => ({ hash: Buffer.from(batchTools.sha256(part)).toString('hex'), bytes: part.length }))).toEqual(
      description.parts,
    );
    return bytes.flatMap((part) => decodeSnapshotPart(part, batchTools));
  }

  test('holds the state at its cursor, says what it contains, is signed and shared', async () => {
    const commune = newCommune();
    const [author, other] = [await home.author(commune), await home.author(newCommune())];
    await pushMany(author, limits.snapshotFrom - 1);
    await expect(snapshotFor(home.core, home.database, commune)).rejects.toMatchObject({ status: 404 });
    await pushMany(author, 1);
    const [description, same] = await Promise.all([
      snapshotFor(home.core, home.database, commune),
      snapshotFor(home.core, home.database, commune),
    ]);
    expect(same.id).toBe(description.id);
    const { signature, ...open } = description;
    expect(home.core.verify(home.core.hub.publicKey, Buffer.from(snapshotText(open)), Buffer.from(signature, 'base64url'))).toBe(true);

    const records = await partsOf(commune, description);
    expect(records).toHaveLength(limits.snapshotFrom);
    const sum = fingerprintSum(emptyFingerprint);
    for (const { type, id, state } of records) sum.add(type, id, state.clocks);
    expect(description.fingerprint).toBe(sum.value());
    expect(description.authors).toEqual([{ incarnation: author.incarnation, seq: limits.snapshotFrom }]);
    expect((await page(commune, description.cursor)).batches).toEqual([]);
    await author.push(author.batch([author.op(petition(999))]).bytes);
    expect((await page(commune, description.cursor)).batches).toHaveLength(1);

    await expect(snapshotPart(home.database, other.key.committee, description.id, 0)).rejects.toMatchObject({ status: 410 });
    await sql('UPDATE snapshot SET expires_at = now() WHERE id = $1', [description.id]);
    await expect(snapshotPart(home.database, commune, description.id, 0)).rejects.toMatchObject({ status: 410, body: { code: 'expired' } });
  });

  test('comes in parts, so that memory does not grow with the scope', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    const long = 'Nội dung rất dài. '.repeat(270);
    for (let b = 0; b < 4; b++)
      await author.push(author.batch(Array.from({ length: 300 }, (_, i) => author.op({ ...petition(i + 1), result: long }))).bytes);
    const sizes: number[] = [];
    const { description, position } = await home.core.store.read(commune, (scope) =>
      makeSnapshot(home.core, scope, commune, 'id', async (part) => void sizes.push(decodeSnapshotPart(part, batchTools).length)),
    );
    expect(position).toBe(4);
    expect(sizes.reduce((a, b) => a + b)).toBe(1200);
    expect(sizes.length).toBeGreaterThan(2);
    expect(description.parts.every((part) => part.bytes <= limits.snapshotPartBytes)).toBe(true);
  });

  test('is made for more committees at once than there are connections to the database', async () => {
    const communes = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const commune = newCommune();
        await pushMany(await home.author(commune), 1);
        return commune;
      }),
    );
    const made = await Promise.all(communes.map((commune) => snapshotFor(home.core, home.database, commune, true)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(communes.length);
  });

  test('sees one moment, whatever is pushed while it is made', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    await author.push(
      author.batch(Array.from({ length: 500 }, (_, i) => author.op({ ...petition(i + 1), result: 'x'.repeat(4900) }))).bytes,
    );
    const seen: number[] = [];
    const { description } = await home.core.store.read(commune, (scope) =>
      makeSnapshot(home.core, scope, commune, 'id', async (part) => {
        if (seen.length === 0) await author.push(author.batch([author.op({ summary: 'sửa sau' }, { id: recordId(500) })]).bytes);
        for (const { state } of decodeSnapshotPart(part, batchTools)) seen.push(state.fields['summary'] === 'sửa sau' ? 1 : 0);
      }),
    );
    expect(seen).toHaveLength(500);
    expect(seen).not.toContain(1);
    expect(description.cursor.startsWith('1.')).toBe(true);
    expect(description.authors).toEqual([{ incarnation: author.incarnation, seq: 500 }]);
  });
});

describe('downwards', () => {
  const instruction = {
    type: 'instruction',
    id: recordId(7001),
    fields: { subject: 'Rà soát kê khai tài sản', issuer: 'UBKT Tỉnh ủy mẫu', issuedOn: '2026-05-04' },
  };
  const fresh = (): string => randomBytes(8).toString('hex');

  test('to one, some or all; a commune reads it from its log under the certificate of the hub', async () => {
    const [a, b, c] = [newCommune(), newCommune(), newCommune()];
    for (const commune of [a, b, c]) await home.author(commune);
    const told: unknown[] = [];
    await publishTo(home.core, home.database, [a, b], readPublications(instruction), (one) => told.push(one));
    expect(told).toEqual([
      { committee: a, changed: 1 },
      { committee: b, changed: 1 },
    ]);
    expect((await page(c)).batches).toEqual([]);
    const { batches, devices, bodies } = await page(b);
    expect(batches).toMatchObject([{ position: 1, refused: [] }]);
    const certificate = devices[home.core.hub.device];
    expect(certificate).toMatchObject({ committee: b, publicKey: home.core.hub.publicKey });
    expect(home.core.isOwnCertificate(certificate!)).toBe(true);
    const batch = decodeBatch(bodies[0]!, batchTools, (hash, signature) => home.core.verify(certificate!.publicKey, hash, signature));
    expect(batch.ops).toMatchObject([{ type: 'instruction', id: instruction.id, fields: instruction.fields, actor: home.core.hub.device }]);
    await expect(publishTo(home.core, home.database, [a, 'nowhere'], readPublications(instruction))).rejects.toThrow('nowhere');
  });

  test('again changes nothing; what is changed goes out alone, made on what stood there and after every clock of the commune', async () => {
    const commune = newCommune();
    const ahead = await home.author(commune, { ms: 1_999_000_000_000 });
    await pushMany(ahead, 1);
    const moment = { now: 1_800_000_000_000, fresh: fresh() };
    expect(await publish(home.core, commune, [instruction], moment)).toBe(1);
    expect(await publish(home.core, commune, [instruction], { ...moment, fresh: fresh() })).toBe(0);
    expect(await publish(home.core, commune, [{ ...instruction, fields: { ...instruction.fields, subject: 'Gia hạn' } }], moment)).toBe(1);
    const { bodies } = await page(commune);
    const [first, second] = bodies.slice(1).map((bytes) => decodeBatch(bytes, batchTools, () => true));
    expect(second?.header).toMatchObject({ incarnation: moment.fresh, number: 2, prevHash: first?.hash });
    expect(second?.ops[0]?.fields).toEqual({ subject: 'Gia hạn' });
    expect(second?.ops[0]?.base['subject']).toContain(first?.ops[0]?.stamp);
    expect(readStamp(first?.ops[0]?.stamp ?? '')).toEqual({ ms: 1_999_000_000_001, counter: 1 });
    expect(await sql('SELECT * FROM conflict WHERE commune = $1', [commune])).toEqual([]);
  });

  test('of a small table only the items that changed are touched', async () => {
    const commune = newCommune();
    await home.author(commune);
    const list = (...codes: string[]) => [
      {
        type: 'codeList',
        id: recordId(7003),
        fields: { list: 'petitionKind', name: 'Loại đơn', items: codes.map((code) => ({ id: code, code, vi: `Mục ${code}` })) },
      },
    ];
    const moment = { now: 1, fresh: fresh() };
    await publish(home.core, commune, list('A', 'B'), moment);
    await publish(home.core, commune, list('A', 'B', 'C'), moment);
    const { bodies } = await page(commune);
    expect(decodeBatch(bodies[1]!, batchTools, () => true).ops[0]?.fields['$touched']).toEqual({ items: { C: '' } });
    expect(await sql('SELECT jsonb_array_length(items) AS n FROM projection.code_list WHERE commune = $1', [commune])).toEqual([{ n: 3 }]);
  });

  test('from a file, on the command line', async () => {
    const commune = newCommune();
    await home.author(commune);
    const file = path.join(home.dir, 'publish.json');
    await writeFile(file, JSON.stringify([instruction, { type: 'codeList', fields: { list: 'petitionKind', name: 'Loại đơn' } }]));
    const run = (...args: string[]) => runHub(args, { ...optionsFrom({ PGURL: home.pgUrl, KTS_HUB_DIR: home.dir }) });
    expect(await run('publish', file, commune)).toBe(0);
    expect(await run('publish', file)).toBe(2);
    await expect(run('publish', file, 'nowhere')).rejects.toThrow('nowhere');
    expect(await sql('SELECT name FROM projection.code_list WHERE commune = $1', [commune])).toEqual([{ name: 'Loại đơn' }]);
    expect((await page(commune)).batches).toHaveLength(1);
  });

  test('types of workstations, and what cannot be applied, do not go out', async () => {
    const commune = newCommune();
    await home.author(commune);
    const moment = { now: 1, fresh: fresh() };
    await expect(publish(home.core, commune, [{ type: 'petition', id: recordId(1), fields: {} }], moment)).rejects.toThrow('petition');
    await expect(publish(home.core, commune, [{ ...instruction, fields: { issuedOn: '2026-02-30' } }], moment)).rejects.toThrow(
      instruction.id,
    );
    expect((await page(commune)).batches).toEqual([]);
  });

  test('after a restore the hub writes under a new life, and takes the batches of the old one back from whoever has them', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    await publish(home.core, commune, [instruction], { now: 1, fresh: 'life1' });
    const { bodies } = await page(commune);
    for (const table of ['log', 'author', 'record_state', 'projection.instruction'])
      await sql(`DELETE FROM ${table} WHERE commune = $1`, [commune]);
    await sql("UPDATE scope SET head = 0, log_hash = $2, fingerprint = $3, stamp = '' WHERE commune = $1", [
      commune,
      '0'.repeat(64),
      emptyFingerprint,
    ]);
    await renewOwnIncarnations(home.database);
    expect(await publish(home.core, commune, [{ ...instruction, id: recordId(7002) }], { now: 2, fresh: 'life2' })).toBe(1);
    const carried = await takeBatch(home.core, bodies[0]!, { committee: commune, protocol: 2, self: author.key });
    expect(carried).toMatchObject({ status: 200, answer: { refused: [] } });
    expect(await sql('SELECT count(*)::int AS n FROM projection.instruction WHERE commune = $1', [commune])).toEqual([{ n: 2 }]);
  });
});

describe('durable', () => {
  test('with backups, only what the last finished one holds is confirmed', async () => {
    const core = home.coreWith({ durable: 'backup' });
    const author = await home.author(newCommune());
    const commune = author.key.committee;
    const push = (bytes: Uint8Array) => takeBatch(core, bytes, { committee: commune, protocol: 2, self: author.key });
    expect(await push(author.batch([author.op(petition(1))]).bytes)).toMatchObject({ answer: { applied: 1, confirmed: 0 } });
    const point = await readDurablePoint(home.database);
    expect(await push(author.batch([author.op(petition(2))]).bytes)).toMatchObject({ answer: { applied: 2, confirmed: 0 } });
    expect((await page(commune, '', core)).durable).toBe(0);
    await confirmDurablePoint(home.database, JSON.parse(JSON.stringify(point)));
    expect(await watermarks(core, commune, [author.incarnation])).toMatchObject([{ applied: 2, confirmed: 1 }]);
    expect((await page(commune, '', core)).durable).toBe(1);
    expect(await push(author.batch([author.op(petition(3))]).bytes)).toMatchObject({ answer: { applied: 3, confirmed: 1 } });
    expect((await page(commune)).durable).toBe(3);
  });
});

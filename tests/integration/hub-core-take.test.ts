import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noHash } from '#shared/sync/batch';
import { emptyFingerprint, fingerprintSum } from '#shared/sync/fingerprint';
import { limits } from '#shared/sync/limits';
import { decodeLogPage } from '#shared/sync/log-page';
import { batchTools } from '#hub/crypto/batch-tools';
import { revoke } from '#hub/devices/device';
import { UnknownScope } from '#hub/log/core/hub-store';
import { pullPage } from '#hub/log/core/pull-page';
import { takeBatch } from '#hub/log/core/take-batch';
import { watermarks } from '#hub/log/core/watermarks';
import type { HubAuthor } from '../support/hub-author';
import { recordId } from '../support/hub-author';
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
const numbersOf = async (commune: string): Promise<unknown[]> =>
  (await sql('SELECT number FROM projection.petition WHERE commune = $1 ORDER BY number', [commune])).map((row) => row['number']);

/** The state as the database has it, counted anew. */
async function countedFingerprint(commune: string): Promise<string> {
  const sum = fingerprintSum(emptyFingerprint);
  await home.core.store.read(commune, async (scope) => {
    for await (const records of scope.allRecords()) for (const { type, id, state } of records) sum.add(type, id, state.clocks);
  });
  return sum.value();
}
const head = (commune: string) => home.core.store.read(commune, (scope) => scope.head());
const page = async (commune: string, { cursor = '', protocol = 2, device = 'none', mine = 'none' } = {}) =>
  decodeLogPage(await pullPage(home.core, { committee: commune, device, mine, cursor, protocol }), batchTools);

test('a row that stands in a table without its record, as a half restore leaves it, is written over and holds nothing up', async () => {
  const commune = newCommune();
  const author = await home.author(commune);
  const op = author.op(petition(1));
  await sql('INSERT INTO projection.petition (commune, id, updated_at, number) VALUES ($1, $2, now(), 77)', [commune, op.id]);
  expect(await author.push(author.batch([op]).bytes)).toMatchObject({ status: 200, answer: { applied: 1, refused: [] } });
  expect(await numbersOf(commune)).toEqual([1]);
  expect(await sql('SELECT count(*)::int AS n FROM log WHERE commune = $1', [commune])).toEqual([{ n: 1 }]);
});

describe('a batch that came too early', () => {
  const five = (author: HubAuthor) => [1, 2, 3, 4, 5].map((n) => author.batch([author.op(petition(n))]));

  test('is kept, and applied with the one that fills the gap', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    const [a, b, c, d, e] = five(author);
    expect(await author.push(c!.bytes)).toEqual({ status: 202, answer: { expected: 1, applied: 0, confirmed: 0, hash: noHash } });
    expect((await author.push(e!.bytes)).status).toBe(202);
    expect((await author.push(e!.bytes)).status).toBe(202);
    expect(await numbersOf(commune)).toEqual([]);
    expect(await author.push(a!.bytes)).toMatchObject({ status: 200, answer: { applied: 1, hash: a!.hash } });
    expect(await author.push(b!.bytes)).toMatchObject({ status: 200, answer: { applied: 3, hash: c!.hash } });
    expect(await author.push(d!.bytes)).toMatchObject({ status: 200, answer: { applied: 5, confirmed: 5, hash: e!.hash } });
    expect(await numbersOf(commune)).toEqual([1, 2, 3, 4, 5]);
    expect(await sql('SELECT count(*)::int AS n FROM parked_batch WHERE commune = $1', [commune])).toEqual([{ n: 0 }]);
    expect((await page(commune)).batches.map((batch) => batch.position)).toEqual([1, 2, 3, 4, 5]);
  });

  test('the refusals of a parked batch reach the author with the one that let it in, and again when it is repeated', async () => {
    const author = await home.author(newCommune());
    const [a, b] = [author.batch([author.op(petition(1))]), author.batch([author.op({ ...petition(2), receivedOn: '2026-02-30' })])];
    await author.push(b.bytes);
    const expected = { status: 200, answer: { applied: 2, refused: [{ seq: 2, code: 'bad-value', field: 'receivedOn' }] } };
    expect(await author.push(a.bytes)).toMatchObject(expected);
    expect(await author.push(a.bytes)).toMatchObject(expected);
    expect(await author.push(b.bytes)).toMatchObject(expected);
  });

  test(`not more than ${limits.parkedBatches} are kept, and for version 1 none`, async () => {
    const author = await home.author(newCommune());
    const batches = Array.from({ length: limits.parkedBatches + 2 }, (_, n) => author.batch([author.op(petition(n + 1))]));
    expect(await author.push(batches[1]!.bytes, 1)).toMatchObject({ status: 409, answer: { code: 'gap', expected: 1 } });
    for (const { bytes } of batches.slice(1, -1)) expect((await author.push(bytes)).status).toBe(202);
    expect(await author.push(batches.at(-1)!.bytes)).toMatchObject({ status: 409, answer: { code: 'gap', expected: 1 } });
    expect(await author.push(batches[0]!.bytes)).toMatchObject({ status: 200, answer: { applied: limits.parkedBatches + 1 } });
  });

  test('one that follows another past is dropped, and the line goes on with the right one', async () => {
    const commune = newCommune();
    const [life, other] = await twins(commune);
    await life.push(life.batch([life.op(petition(1))]).bytes);
    const gap = life.batch([life.op(petition(2))]);
    other.batch([other.op(petition(91))]);
    other.batch([other.op(petition(92))]);
    expect((await life.push(other.batch([other.op(petition(93))]).bytes)).status).toBe(202);
    expect(await life.push(gap.bytes)).toMatchObject({ status: 200, answer: { applied: 2 } });
    expect(await life.push(life.batch([life.op(petition(3))]).bytes)).toMatchObject({ status: 200, answer: { applied: 3 } });
    expect(await numbersOf(commune)).toEqual([1, 2, 3]);
  });
});

/** One author and a clone of it: the same device, key and incarnation. */
async function twins(commune: string): Promise<[HubAuthor, HubAuthor]> {
  const life = await home.author(commune);
  return [life, life.clone()];
}

describe('restored and cloned workstations', () => {
  test('another batch in a place that was taken is a broken chain', async () => {
    const [life, clone] = await twins(newCommune());
    const first = life.batch([life.op(petition(1))]);
    await life.push(first.bytes);
    const chain = { status: 409, answer: { code: 'chain', expected: 2, hash: first.hash } };
    expect(await clone.push(clone.batch([clone.op(petition(2))]).bytes)).toMatchObject(chain);
    expect(await clone.push(clone.batch([clone.op(petition(3))]).bytes)).toMatchObject(chain);
  });

  test('marks of many incarnations, in the order asked for, whoever asks', async () => {
    const commune = newCommune();
    const [a, b] = [await home.author(commune), await home.author(commune)];
    const batch = a.batch([a.op(petition(1)), a.op(petition(2))]);
    await a.push(batch.bytes);
    expect(await watermarks(home.core, commune, [b.incarnation, a.incarnation])).toEqual([
      { incarnation: b.incarnation, number: 0, hash: noHash, applied: 0, confirmed: 0 },
      { incarnation: a.incarnation, number: 1, hash: batch.hash, applied: 2, confirmed: 2 },
    ]);
    expect(await watermarks(home.core, (await home.author(newCommune())).key.committee, [a.incarnation])).toMatchObject([{ number: 0 }]);
  });
});

describe('who may bring what', () => {
  test('a colleague brings the batch of another, whoever is of another committee does not', async () => {
    const commune = newCommune();
    const [a, b, stranger] = [await home.author(commune), await home.author(commune), await home.author(newCommune())];
    const batch = a.batch([a.op(petition(1))]);
    await expect(stranger.push(batch.bytes)).rejects.toMatchObject({ status: 403, body: { code: 'foreign' } });
    expect(await b.push(batch.bytes)).toMatchObject({ status: 200, answer: { applied: 1 } });
    expect(await a.push(batch.bytes)).toMatchObject({ status: 200, answer: { applied: 1 } });
    expect(await numbersOf(commune)).toEqual([1]);
  });

  test('an author whom a restored hub does not know is taken by the certificate that this hub once gave', async () => {
    const commune = newCommune();
    const [a, b] = [await home.author(commune), await home.author(commune)];
    const batch = a.batch([a.op(petition(1))]);
    const [certificate] = Object.values(await home.core.store.certificates([a.key.device]));
    await sql('DELETE FROM device WHERE device = $1', [a.key.device]);
    await expect(b.push(batch.bytes)).rejects.toMatchObject({ body: { code: 'foreign' } });
    const carrier = { committee: commune, protocol: 2, self: b.key };
    const forged = { ...certificate!, publicKey: b.key.publicKey };
    await expect(takeBatch(home.core, batch.bytes, { ...carrier, certificates: [forged] })).rejects.toMatchObject({
      body: { code: 'foreign' },
    });
    expect((await takeBatch(home.core, batch.bytes, { ...carrier, certificates: [certificate!] })).status).toBe(200);
  });

  test('nobody brings what a revoked device, or a revoked life of one, has written', async () => {
    const commune = newCommune();
    const [a, b, c] = [await home.author(commune), await home.author(commune), await home.author(commune)];
    expect(await revoke(home.database, a.key.device)).toBe(true);
    await expect(b.push(a.batch([a.op(petition(1))]).bytes)).rejects.toMatchObject({ status: 403, body: { code: 'revoked' } });
    expect(await revoke(home.database, c.key.device, c.incarnation)).toBe(true);
    await expect(c.push(c.batch([c.op(petition(1))]).bytes)).rejects.toMatchObject({ status: 403, body: { code: 'revoked' } });
    expect(await revoke(home.database, 'nobody', 'none')).toBe(false);
    expect(await numbersOf(commune)).toEqual([]);
  });

  test('what is not a batch, or not signed by its author, is refused', async () => {
    const author = await home.author(newCommune());
    await expect(author.push(Buffer.from('hello'))).rejects.toMatchObject({ status: 400, body: { code: 'bad-batch' } });
    await expect(author.push(Buffer.alloc(limits.batchBytes + 1))).rejects.toMatchObject({ status: 413 });
    const { bytes } = author.batch([author.op(petition(1))]);
    bytes[bytes.length - 1]! ^= 1;
    await expect(author.push(bytes)).rejects.toMatchObject({ status: 400, body: { reason: 'signature' } });
  });

  test('a committee that nobody was enrolled for has no log', async () => {
    await expect(watermarks(home.core, 'nowhere', ['x'])).rejects.toBeInstanceOf(UnknownScope);
  });
});

describe('refused ops', () => {
  test('break a rule and stay out, the rest goes on; what a newer workstation knows is kept', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    const answer = await author.push(
      author.batch([
        author.op(petition(1)),
        author.op({ ...petition(2), receivedOn: '2026-02-30' }),
        author.op({ ...petition(3), summary: 'a\0b' }),
        author.op({ ...petition(4), senderName: 'Nguyễn Văn Mẫu' }),
        author.op({ title: 'Chỉ thị' }, { type: 'instruction' }),
        author.op({ ...petition(6), secrecy: 'MAT' }),
        author.op({ ...petition(7), fieldOfNextYear: { kept: true } }),
        author.op({ name: 'tàu', secrecy: 'THUONG' }, { type: 'spaceship' }),
        author.op({ name: 'tàu mật', secrecy: 'MAT' }, { type: 'spaceship' }),
        author.op({ name: 'x\0' }, { type: 'spaceship' }),
      ]).bytes,
    );
    expect(answer).toMatchObject({
      status: 200,
      answer: {
        applied: 10,
        refused: [
          { seq: 2, code: 'bad-value', field: 'receivedOn' },
          { seq: 3, code: 'not-text' },
          { seq: 4, code: 'sealed-in-clear' },
          { seq: 5, code: 'hub-only' },
          { seq: 6, code: 'secret' },
          { seq: 9, code: 'secret' },
          { seq: 10, code: 'not-text' },
        ],
      },
    });
    expect(await numbersOf(commune)).toEqual([1, 7]);
    expect(await sql("SELECT fields->'name' AS name FROM record_state WHERE commune = $1 AND type = 'spaceship'", [commune])).toEqual([
      { name: 'tàu' },
    ]);
    expect((await sql('SELECT seq FROM refused_op WHERE commune = $1 ORDER BY seq', [commune])).map((row) => row['seq'])).toEqual([
      2, 3, 4, 5, 6, 9, 10,
    ]);
    expect((await page(commune)).batches.map((batch) => batch.refused)).toEqual([[2, 3, 4, 5, 6, 9, 10]]);
    expect((await head(commune)).fingerprint).toBe(await countedFingerprint(commune));
  });

  test('a hub without a network takes what is above THUONG', async () => {
    const author = await home.author(newCommune());
    const { bytes } = author.batch([author.op({ ...petition(1), secrecy: 'MAT' })]);
    const carrier = { committee: author.key.committee, protocol: 2, self: author.key };
    expect(await takeBatch(home.coreWith({ standalone: true }), bytes, carrier)).toMatchObject({ status: 200, answer: { refused: [] } });
  });
});

describe('merging', () => {
  test('disjoint edits both survive, the losing value of a clash is kept, and the fingerprint goes along', async () => {
    const commune = newCommune();
    const [a, b] = [await home.author(commune), await home.author(commune, { ms: 1_800_000_000_000 })];
    const made = a.op(petition(1));
    await a.push(a.batch([made]).bytes);
    const base = { base: { summary: a.clock(made) }, id: made.id };
    await a.push(a.batch([a.op({ summary: 'của A', accusedPost: 'Bí thư' }, base)]).bytes);
    const late = b.op({ summary: 'của B', handler: 'Trần B' }, base);
    await b.push(b.batch([late]).bytes);
    expect(await sql('SELECT summary, accused_post, handler FROM projection.petition WHERE commune = $1', [commune])).toEqual([
      { summary: 'của B', accused_post: 'Bí thư', handler: 'Trần B' },
    ]);
    expect(await sql('SELECT field, loser, winner, settled_by FROM conflict WHERE commune = $1', [commune])).toEqual([
      { field: 'summary', loser: 'của A', winner: 'của B', settled_by: null },
    ]);
    expect((await head(commune)).fingerprint).toBe(await countedFingerprint(commune));
    expect((await head(commune)).stamp).toBe(late.stamp);
  });

  test('any text stands in the tables that people query as it was typed, several types in one batch', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    const odd = ['NULL', '', '{a,b}', 'dấu "nháy" \\ và \'phẩy\'', ' 𝒳\n\t', '\u{1f4c4}'];
    const ops = [
      ...odd.map((summary) => author.op({ ...petition(1), summary })),
      author.op({ ...petition(2), summary: null, receivedOn: null }),
      author.op({ subject: 'Biên bản', keywords: odd, secrecy: 'THUONG' }, { type: 'archiveDocument' }),
      author.op({ name: 'Việc' }, { type: 'task' }),
    ];
    expect(await author.push(author.batch(ops).bytes)).toMatchObject({ status: 200, answer: { refused: [] } });
    expect(
      await sql('SELECT summary, received_on::text AS day FROM projection.petition WHERE commune = $1 ORDER BY id', [commune]),
    ).toEqual([...odd.map((summary) => ({ summary, day: '2026-03-08' })), { summary: null, day: null }]);
    const keywords = await sql('SELECT keywords FROM projection.archive_document WHERE commune = $1 ORDER BY id', [commune]);
    expect(keywords).toEqual([{ keywords: odd }]);
    expect(await sql('SELECT name, due_on FROM projection.task WHERE commune = $1', [commune])).toEqual([{ name: 'Việc', due_on: null }]);
    const states = await sql<{ summary: unknown }>(
      "SELECT fields->'summary' AS summary FROM record_state WHERE commune = $1 AND type = 'petition' ORDER BY id",
      [commune],
    );
    expect(states.map(({ summary }) => summary)).toEqual([...odd, null]);
  });

  test('a decision settles the conflict, also within the batch that made it; another decision opens it again', async () => {
    const commune = newCommune();
    const [a, b] = [await home.author(commune), await home.author(commune, { ms: 1_800_000_000_000 })];
    const of = (field: string) => ({ id: recordId(1), base: { summary: field } });
    const kept = () => sql('SELECT loser_clock, settled_by FROM conflict WHERE commune = $1 ORDER BY loser_clock', [commune]);
    const [mine, theirs] = [a.op({ summary: 'của A' }, { id: recordId(1) }), b.op({ summary: 'của B' }, { id: recordId(1) })];
    await a.push(a.batch([mine]).bytes);
    const settle = b.op({ summary: 'của cả hai', $settles: [a.clock(mine)] }, of(b.clock(theirs)));
    await b.push(b.batch([theirs, settle]).bytes);
    expect(await kept()).toEqual([{ loser_clock: a.clock(mine), settled_by: b.clock(settle) }]);
    const other = a.op({ summary: 'khác', $settles: [a.clock(mine)] }, of(b.clock(theirs)));
    await a.push(a.batch([other]).bytes);
    expect(await kept()).toEqual([
      { loser_clock: a.clock(mine), settled_by: b.clock(settle) },
      { loser_clock: a.clock(other), settled_by: null },
    ]);
    expect(await sql('SELECT summary FROM projection.petition WHERE commune = $1', [commune])).toEqual([{ summary: 'của cả hai' }]);
  });

  test('two that push at once take turns: positions without gaps, one log hash', async () => {
    const commune = newCommune();
    const authors = await Promise.all(Array.from({ length: 4 }, () => home.author(commune)));
    await Promise.all(
      authors.map(async (author, i) => {
        for (let n = 0; n < 5; n++) await author.push(author.batch([author.op(petition(n), { id: recordId(i * 100 + n) })]).bytes);
      }),
    );
    const { batches, head: end, cursor, durable } = await page(commune);
    expect(batches.map((batch) => batch.position)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(cursor).toBe(`20.${end?.hash}`);
    expect(durable).toBe(20);
    expect(end?.fingerprint).toBe(await countedFingerprint(commune));
  });
});

describe('official numbers', () => {
  test('given twice are found until one record is renumbered or removed', async () => {
    const commune = newCommune();
    const [a, b] = [await home.author(commune), await home.author(commune)];
    const clashes = () => sql('SELECT register, within, number, records FROM projection.number_clash WHERE commune = $1', [commune]);
    const first = a.op(petition(7), { id: recordId(1) });
    await a.push(a.batch([first, a.op({ ...petition(7), receivedOn: '2025-03-08' }, { id: recordId(3) })]).bytes);
    expect(await clashes()).toEqual([]);
    await b.push(b.batch([b.op(petition(7), { id: recordId(2) })]).bytes);
    expect(await clashes()).toEqual([{ register: 'SO_DON_THU', within: '2026', number: 7, records: [recordId(1), recordId(2)] }]);
    await a.push(a.batch([a.op({ number: 8 }, { id: first.id, base: { number: a.clock(first) } })]).bytes);
    expect(await clashes()).toEqual([]);
  });
});

describe('pull', () => {
  test('passes over what the asking incarnation wrote, and refuses a cursor that this log never gave', async () => {
    const commune = newCommune();
    const [a, b] = [await home.author(commune), await home.author(commune)];
    await a.push(a.batch([a.op(petition(1))]).bytes);
    await b.push(b.batch([b.op(petition(2))]).bytes);
    const first = await page(commune, { device: b.key.device, mine: b.incarnation });
    expect(first.batches.map((batch) => batch.position)).toEqual([1]);
    expect(Object.keys(first.devices)).toEqual([a.key.device]);
    expect(await page(commune, { cursor: first.cursor })).toMatchObject({ batches: [], more: false, cursor: first.cursor });
    await expect(page(commune, { cursor: `1.${'a'.repeat(64)}` })).rejects.toMatchObject({ status: 410 });
    await expect(page(commune, { cursor: 'nonsense' })).rejects.toMatchObject({ status: 410 });
  });

  test('version 1 waits before the first batch that it cannot unpack, and misses nothing later', async () => {
    const commune = newCommune();
    const author = await home.author(commune);
    await author.push(author.batch([author.op(petition(1))], { codec: 'gzip' }).bytes);
    await author.push(author.batch([author.op(petition(2))], { codec: 'zstd' }).bytes);
    const old = await page(commune, { protocol: 1 });
    expect(old).toMatchObject({ batches: [{ position: 1 }], more: false });
    expect(old.head).toBeUndefined();
    expect((await page(commune, { cursor: old.cursor, protocol: 1 })).batches).toEqual([]);
    expect((await page(commune, { cursor: old.cursor })).batches).toMatchObject([{ position: 2 }]);
  });
});

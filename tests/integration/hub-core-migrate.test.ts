import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noHash } from '#shared/sync/batch';
import { clockOf } from '#shared/sync/clocks';
import { emptyFingerprint, fingerprintSum } from '#shared/sync/fingerprint';
import { fieldClock } from '#shared/sync/hlc';
import { openConflicts } from '#shared/sync/merge';
import type { Json } from '#shared/sync/op';
import { sha256Hex } from '#shared/node/batch-tools';
import { signBytes } from '#hub/crypto/keys';
import { RowWriter } from '#hub/database/copy';
import { type Database, openDatabase } from '#hub/database/database';
import { type EmbeddedPostgres, startEmbedded } from '#hub/database/embedded';
import { migration0001 } from '#hub/database/migrations/0001-log';
import { migrate, migrations } from '#hub/database/migrate';
import { openHubKeys } from '#hub/keys/hub-keys';
import type { HubCore } from '#hub/log/core/hub-core';
import { openCore } from '#hub/log/open-core';
import { ensureTables } from '#hub/projection/ensure-tables';
import { copyTarget, project, shownRows } from '#hub/projection/project';
import { type ColumnType, type Table, tables } from '#hub/projection/tables';
import { hubAuthor, type HubAuthor, recordId } from '../support/hub-author';

let dir: string;
let postgres: EmbeddedPostgres;
let database: Database;
let core: HubCore;
let author: HubAuthor;

const commune = 'xa-cu';
const petition = (n: number) => ({ number: n, receivedOn: '2026-03-08', kind: 'TO_CAO', summary: `Đơn thứ ${n}`, secrecy: 'THUONG' });

/** A database as the first version of the hub left it: two batches of one author, one clash, one refusal, one image. */
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kts-migrate-'));
  const keys = await openHubKeys(path.join(dir, 'keys.json'));
  postgres = await startEmbedded(path.join(dir, 'postgres'));
  database = openDatabase(postgres.url);
  await database.query(migration0001.sql);
  await database.query(
    'CREATE TABLE schema_version (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  await database.query("INSERT INTO schema_version (number, name) VALUES (1, 'first')");
  await database.query(
    'CREATE TABLE projection.petition (commune text, id text, updated_at timestamptz, summary text, PRIMARY KEY (commune, id))',
  );
  core = openCore({ database, keys, name: 'UBKT Tỉnh ủy mẫu' });
  author = await hubAuthor(core, { device: keys.id, sign: (text) => signBytes(keys.signing, text) }, commune);

  const ops = [author.op(petition(1)), author.op(petition(2)), author.op({ number: 0 })];
  const batches = [author.batch(ops.slice(0, 1), { codec: 'gzip' }), author.batch(ops.slice(1), { codec: 'gzip' })];
  let logHash = noHash;
  for (const [i, { bytes, hash }] of batches.entries()) {
    logHash = sha256Hex(logHash + hash);
    const refused = i === 1 ? [{ seq: 3, code: 'bad-value', field: 'number', words: { vi: 'sai', en: 'wrong' } }] : [];
    await database.query(
      'INSERT INTO log (commune, position, device, incarnation, number, first_seq, count, hash, log_hash, refused, bytes) VALUES ($1, $2, $3, $4, $2, $5, $6, $7, $8, $9, $10)',
      [commune, i + 1, author.key.device, author.incarnation, i + 1, i + 1, hash, logHash, JSON.stringify(refused), bytes],
    );
  }
  await database.query('UPDATE scope SET head = 2, log_hash = $2 WHERE commune = $1', [commune, logHash]);
  await database.query('INSERT INTO author VALUES ($1, $2, 3, 2, $3)', [author.key.device, author.incarnation, batches[1]?.hash]);
  for (const op of ops.slice(0, 2)) {
    const clocks = Object.fromEntries(Object.keys(op.fields).map((field) => [field, author.clock(op)]));
    await database.query('INSERT INTO record_state VALUES ($1, $2, $3, $4, $5)', [
      commune,
      op.type,
      op.id,
      JSON.stringify(op.fields),
      JSON.stringify(clocks),
    ]);
  }
  await database.query(
    `INSERT INTO conflict (commune, type, id, field, loser_clock, loser, winner_clock, winner) VALUES ($1, 'petition', $2, 'summary', $3, '"bản thua"', $4, '"Đơn thứ 1"')`,
    [commune, recordId(1), loserClock, author.clock(ops[0]!)],
  );
  await database.query(
    "INSERT INTO refused_op (commune, device, incarnation, seq, type, id, code, field) VALUES ($1, $2, $3, 3, 'petition', $4, 'bad-value', 'number')",
    [commune, author.key.device, author.incarnation, recordId(3)],
  );
  await database.query("INSERT INTO blob (hash, bytes) VALUES ('aa', 1)");
  await database.query("INSERT INTO blob_holder (commune, hash) VALUES ($1, 'aa')", [commune]);
});
afterAll(async () => {
  await database.close();
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
});

async function allOf<T>(chunks: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}

const loserClock = fieldClock('0lr2x5kz1000', 'other', '0123456789ab');

test('a database of the first version is carried over whole, and sync goes on in it', async () => {
  expect(await migrate(database)).toBe(migrations.at(-1)?.number);
  await database.transaction((sql) => ensureTables(sql));

  expect(await database.query('SELECT position, codec, refused FROM log WHERE commune = $1 ORDER BY position', [commune])).toMatchObject([
    { position: 1, codec: 1, refused: [] },
    { position: 2, codec: 1, refused: [{ seq: 3 }] },
  ]);
  expect(await database.query('SELECT number, summary FROM projection.petition WHERE commune = $1 ORDER BY number', [commune])).toEqual([
    { number: 1, summary: 'Đơn thứ 1' },
    { number: 2, summary: 'Đơn thứ 2' },
  ]);
  expect(await database.query('SELECT seq, code FROM refused_op')).toEqual([{ seq: 3, code: 'bad-value' }]);
  expect(await database.query('SELECT commune, hash FROM blob_holder')).toEqual([{ commune, hash: 'aa' }]);
  expect(await database.query("SELECT nspname FROM pg_namespace WHERE nspname = 'before_0002'")).toEqual([]);

  const sum = fingerprintSum(emptyFingerprint);
  const { head, records, marks } = await core.store.read(commune, async (scope) => ({
    head: await scope.head(),
    records: await allOf(scope.allRecords()),
    marks: await scope.marks(),
  }));
  for (const { type, id, state } of records) sum.add(type, id, state.clocks);
  const clocks = records.flatMap(({ state }) => Object.values(state.clocks).map(clockOf));
  expect(head).toMatchObject({ position: 2, durable: 0, fingerprint: sum.value(), stamp: clocks.sort().at(-1)?.slice(0, 12) });
  expect(marks).toMatchObject([{ incarnation: author.incarnation, lastSeq: 3, lastNumber: 2 }]);
  expect(openConflicts('petition', records.find(({ id }) => id === recordId(1))!.state)).toMatchObject([
    { field: 'summary', loser: { clock: loserClock, value: 'bản thua' } },
  ]);

  const base = { summary: clockOf(records.find(({ id }) => id === recordId(1))!.state.clocks['summary']!) };
  const settle = author.op({ summary: 'Đã chọn', $settles: [loserClock] }, { id: recordId(1), base });
  expect(await author.push(author.batch([settle]).bytes)).toMatchObject({ status: 200, answer: { applied: 4 } });
  expect(await database.query('SELECT settled_by FROM conflict')).toEqual([{ settled_by: author.clock(settle) }]);
});

test('a field and a type that came later are filled from what was kept of them', async () => {
  await database.query('DROP TABLE projection.petition CASCADE');
  await database.query('ALTER TABLE projection.task DROP COLUMN name');
  const op = author.op({ name: 'Việc', dueOn: 'không phải ngày' }, { type: 'task' });
  await database.query("INSERT INTO record_state VALUES ($1, 'task', $2, $3, '[]')", [commune, op.id, JSON.stringify(op.fields)]);
  await database.transaction((sql) => ensureTables(sql));
  expect(await database.query('SELECT number FROM projection.petition ORDER BY number')).toEqual([{ number: 1 }, { number: 2 }]);
  expect(await database.query('SELECT name, due_on FROM projection.task')).toEqual([{ name: 'Việc', due_on: null }]);
});

const long = 'Đảng ủy xã '.repeat(60);
/** Values of each type of column: the usual, the ends of what it holds, what no column can hold. */
const values: Record<ColumnType, readonly Json[]> = {
  text: ['Đơn thứ 1', '', `${'a'.repeat(40)}`, long, '𝒳 "nháy" \\ \n\t', 7],
  date: ['2026-03-08', '0001-01-01', '9999-12-31', '2000-02-29', '1999-12-31', '2026-02-30'],
  timestamptz: [
    '2026-03-08T01:02:03.456Z',
    '1999-12-31T23:59:59.999999Z',
    '0001-01-01T00:00Z',
    '2026-03-08T01:02:03.4567896Z',
    '9999-12-31T23:59:59Z',
    'x',
  ],
  bigint: [0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991, 4_294_967_296, 1.5],
  boolean: [true, false, true, false, true, 'x'],
  'text[]': [['a'], [], ['NULL', '', '{a,b}', 'dấu "nháy" \\'], [long], ['𝒳'], [1]],
  jsonb: [{ a: [1, 'á', null] }, [], [{ id: '1' }], 'x', [long], 3],
};
const fieldsOf = (table: Table, n: number): Record<string, Json> =>
  Object.fromEntries(table.columns.map(({ field, type }) => [field, values[type][n] ?? null]));

const shown = async (table: Table, commune: string): Promise<unknown> =>
  (
    await database.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) - 'commune' - 'updated_at' AS row FROM ${table.name} t WHERE commune = $1 ORDER BY id`,
      [commune],
    )
  ).map(({ row }) => row);

test('what is copied into a table is what a statement would have written, in every table and at the ends of every type', async () => {
  const rows = new RowWriter();
  for (const table of tables) {
    const records = [0, 1, 2, 3, 4, 5, 6].map((n) => ({ id: recordId(n), fields: fieldsOf(table, n) }));
    await database.transaction(async (sql) => {
      await sql.copy(copyTarget(table), shownRows(rows, 'xa-chep', table, records));
      await project(sql, 'xa-lenh', table, records);
    });
    const copied = await shown(table, 'xa-chep');
    expect(copied, table.table).toHaveLength(7);
    expect(copied, table.table).toEqual(await shown(table, 'xa-lenh'));
  }
});

test('a copy that fails takes its whole transaction with it, also when nobody waited for it', async () => {
  const [table] = tables;
  const rows = new RowWriter();
  const one = shownRows(rows, 'xa-hai-lan', table!, [{ id: recordId(1), fields: {} }]);
  const twice = database.transaction(async (sql) => {
    sql.unawaited(sql.copy(copyTarget(table!), one), sql.copy(copyTarget(table!), one));
    await sql.query('SELECT 1');
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  expect(await shown(table!, 'xa-hai-lan')).toEqual([]);
  // The connection goes on.
  expect(await database.transaction((sql) => sql.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
});

test('tables of the version before take copied rows once they are brought forward', async () => {
  const [table] = tables;
  await database.query('DELETE FROM schema_version WHERE number >= 8');
  await database.query(`ALTER TABLE ${table!.name} ALTER updated_at DROP DEFAULT`);
  const copy = () =>
    database.transaction((sql) =>
      sql.copy(copyTarget(table!), shownRows(new RowWriter(), 'xa-truoc', table!, [{ id: recordId(1), fields: {} }])),
    );
  await expect(copy()).rejects.toMatchObject({ code: '23502' });
  await migrate(database);
  await copy();
  expect(await shown(table!, 'xa-truoc')).toHaveLength(1);
});

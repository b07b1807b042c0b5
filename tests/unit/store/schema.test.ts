import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { columnsOf, tableName } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import { recordTypeNames } from '#shared/records/record-type-name';
import { assembleBook } from '#service/book/assemble-book';
import { createAuditPlaces, ofRecord, placesAtOnce } from '#service/store/audit-places';
import { schemaVersion } from '#service/store/migrations/index';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';
import { committee, tempDir, testBook } from '../../support/book';

const columnsIn = (db: Database.Database, table: string): string[] =>
  db.prepare<[string], string>("SELECT name || ' ' || type FROM pragma_table_info(?) ORDER BY 1").pluck().all(table);

describe('the schema that the migrations reach', () => {
  const book = testBook();
  for (const name of recordTypeNames) {
    it(`has the columns of ${name}, no more and no less`, () => {
      const type = recordType(name);
      const wanted = ['n INTEGER', 'removed INTEGER', ...columnsOf(type).map(({ column, sql }) => `${column} ${sql}`)].sort();
      expect(columnsIn(book.db, tableName(type)), 'a new field needs a migration').toEqual(wanted);
    });
  }

  it('has nothing but STRICT tables', () => {
    const loose = book.db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});

describe('a book made by version 1', () => {
  const dir = tempDir();
  const file = join(dir, 'book.db');
  const master = newMasterKey();
  const id = '01900000-0000-7000-8000-000000000001';
  let after: ReturnType<typeof assembleBook>;

  beforeAll(() => {
    const old = openDatabase(file, deriveBookKeys(master).database, { create: true, schema: 1 });
    old.exec(`
      INSERT INTO record (n, id, type, title, year, due_on, closed, created_at, created_by, updated_at, updated_by, revision, clocks)
        VALUES (1, '${id}', 'task', 'Viết báo cáo', 2026, '2026-03-01', 0, '2026-01-05T01:00:00.000Z', 'u', '2026-01-05T01:00:00.000Z', 'u', 1, '[["0mabc00000001.aa.bb",["name","state","dueOn"]]]');
      INSERT INTO task (n, name, state, due_on) VALUES (1, 'Viết báo cáo', 'CHUA_LAM', '2026-03-01');
      INSERT INTO search (rowid, title, body) VALUES (1, 'viet bao cao', '');
      INSERT INTO search_doc (n, kind, year) VALUES (1, ${recordTypeNames.indexOf('task')}, 2026);
    `);
    expect(old.pragma('user_version', { simple: true })).toBe(1);
    old.close();
    const keys = deriveBookKeys(master);
    after = assembleBook({
      dir,
      db: openDatabase(file, keys.database),
      keys,
      user: { id: 'u', name: 'u', title: '' },
      committee: { ...committee, id: 'c', createdAt: '' },
    });
  });
  afterAll(() => after.close());

  it('is brought up to date with its rows', () => {
    expect(after.db.pragma('user_version', { simple: true })).toBe(schemaVersion);
    expect(after.records.list({ type: 'task' }).rows).toMatchObject([{ id, title: 'Viết báo cáo', values: { dueOn: '2026-03-01' } }]);
    // The index was emptied by a later version: it is built anew step by step, and then there is nothing left.
    while (after.search.rebuild(1));
    expect(after.search.rebuild(100)).toBe(false);
    for (const text of ['bao cao', '"viet bao cao"', 'bao ca']) expect(after.search.search({ text }).total).toBe(1);
    expect(after.records.lookup(['task'], 'bao c')).toMatchObject([{ id }]);
    expect(after.records.save([{ type: 'task', id, values: { state: 'HOAN_THANH' } }])[0]?.revision).toBe(2);
  });

  it('reads its lists from an index', () => {
    const plan = after.db
      .prepare<[], { detail: string }>(
        'EXPLAIN QUERY PLAN SELECT t.n FROM "case" t WHERE t.removed = 0 ORDER BY t."opened_on" DESC NULLS LAST, t.n DESC',
      )
      .all();
    expect(plan.map(({ detail }) => detail).join()).toMatch(/COVERING INDEX case_opened_on/);
    expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
  });
});

describe('a book made by version 26', () => {
  it('finds by their records the entries of its audit log', () => {
    const file = join(tempDir(), 'book.db');
    const { database } = deriveBookKeys(newMasterKey());
    const old = openDatabase(file, database, { create: true, schema: 26 });
    const write = old.prepare(
      "INSERT INTO audit (seq, at, actor, action, record_id, changes, hash) VALUES (?, '', 'u', 'create', ?, '{}', x'')",
    );
    for (let seq = 1; seq <= placesAtOnce + 3; seq += 1) write.run(seq, seq % 50 === 0 ? null : `r${seq % 7}`);
    old.close();
    const db = openDatabase(file, database);
    const seqs = db.prepare<{ id: string }, number>(`SELECT seq FROM audit WHERE ${ofRecord} ORDER BY seq`).pluck();
    for (let r = 0; r < 7; r += 1)
      expect(seqs.all({ id: `r${r}` })).toEqual(
        Array.from({ length: placesAtOnce + 3 }, (_, i) => i + 1).filter((seq) => seq % 7 === r && seq % 50 !== 0),
      );
    expect(createAuditPlaces(db).brokenAt()).toBeNull();
    db.close();
  });
});

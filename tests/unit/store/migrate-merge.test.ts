import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleBook } from '#service/book/assemble-book';
import type { Book } from '#service/book/book';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';
import type { Op } from '#shared/sync/op';
import { committee, tempDir } from '../../support/book';

const id = '01900000-0000-7000-8000-000000000001';
const clock = (n: number, by: string): string => `0mabc000${n}000.${by}.${String(n).padStart(12, '0')}`;
const [first, loser, winner] = [clock(1, 'aa'), clock(2, 'bb'), clock(3, 'cc')];
const side = (value: unknown, actor: string): string => JSON.stringify({ value, actor, at: '2026-01-05T01:00:00.000Z' });

describe('a book of the version before full merging', () => {
  const dir = tempDir();
  const master = newMasterKey();
  let book: Book;

  beforeAll(() => {
    const file = join(dir, 'book.db');
    const old = openDatabase(file, deriveBookKeys(master).database, { create: true, schema: 6 });
    old.exec(`
      INSERT INTO record (n, id, type, title, year, closed, created_at, created_by, updated_at, updated_by, revision, clocks)
        VALUES (1, '${id}', 'task', 'Của C', 2026, 0, '2026-01-05T01:00:00.000Z', 'a', '2026-01-05T01:00:00.000Z', 'c', 2,
          '[["${winner}",["name"]],["${first}",["state","assignee"]]]');
      INSERT INTO task (n, name, state, assignee) VALUES (1, 'Của C', 'CHUA_LAM', 'An');
      INSERT INTO conflict (record_id, type, field, winner, winner_clock, loser, loser_clock) VALUES
        ('${id}', 'task', 'name', '${side('Của C', 'c')}', '${winner}', '${side('Của B', 'b')}', '${loser}');
    `);
    old.close();
    const keys = deriveBookKeys(master);
    book = assembleBook({
      dir,
      db: openDatabase(file, keys.database),
      keys,
      user: { id: 'u', name: 'u', title: '' },
      committee: { ...committee, id: 'c', createdAt: '' },
    });
  });
  afterAll(() => book.close());

  const op = (n: number, incarnation: string, fields: Op['fields'], base: Op['base']): [string, readonly Op[]] => {
    const [stamp = '', , hash = ''] = clock(n, incarnation).split('.');
    return [incarnation, [{ seq: n, stamp, type: 'task', id, fields, base, actor: incarnation, hash }]];
  };

  it('keeps its open conflicts, and an op that replaces the losing value withdraws it', () => {
    expect(book.records.conflicts()).toMatchObject([
      { field: 'name', item: null, winner: { value: 'Của C' }, loser: { value: 'Của B', actor: 'b' } },
    ]);
    book.records.applyRemote(...op(4, 'bb', { name: 'Của B nữa' }, { name: loser }));
    expect(book.records.conflicts()).toMatchObject([{ winner: { value: 'Của B nữa' }, loser: { value: 'Của C' } }]);
  });

  it('passes over what it merged when it reads the log from its beginning', () => {
    const before = book.records.get('task', id);
    for (const again of [
      op(1, 'aa', { name: 'A', state: 'CHUA_LAM', assignee: 'An' }, {}),
      op(3, 'cc', { name: 'Của C' }, { name: first }),
    ])
      expect(book.records.applyRemote(...again)).toEqual({ applied: 0, conflicts: 0 });
    expect(book.records.get('task', id)).toEqual(before);
    expect(book.records.conflicts()).toHaveLength(1);
  });

  it('settles them like any other', () => {
    book.records.settleConflict(book.records.conflicts()[0]?.id ?? '', 'loser');
    expect(book.records.conflicts()).toEqual([]);
    expect(book.records.get('task', id)?.title).toBe('Của C');
  });
});

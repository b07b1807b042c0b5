import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';
import { tempDir } from '../../support/book';

it('each block of the search index lies in one page of the encrypted database, in new books and in upgraded ones', () => {
  const file = join(tempDir(), 'book.db');
  const { database } = deriveBookKeys(newMasterKey());
  openDatabase(file, database, { create: true, schema: 23 }).close();
  const db = openDatabase(file, database);
  const insert = db.prepare("INSERT INTO search (rowid, title, body, pairs) VALUES (?, '', ?, '')");
  const text = (n: number): string => Array.from({ length: 60 }, (_, i) => `tu${((n * 61 + i) * 7919) % 20_000}`).join(' ');
  db.transaction(() => {
    for (let n = 1; n <= 400; n += 1) insert.run(n, text(n));
  })();
  const pages = db.prepare<[], [string, number]>("SELECT pagetype, count(*) FROM dbstat WHERE name = 'search_data' GROUP BY 1").raw().all();
  expect(new Map(pages).get('leaf')).toBeGreaterThan(20);
  expect(new Map(pages).get('overflow')).toBeUndefined();
  db.close();
});

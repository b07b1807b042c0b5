import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { assembleBook } from '#service/book/assemble-book';
import type { Book, BookProfile } from '#service/book/book';
import { openDatabase } from '#service/store/open';
import { uuid7 } from '#service/store/uuid7';
import { committee } from './setup';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';

export { committee, passphrase, setup } from './setup';

const folders: string[] = [];
const books: Book[] = [];

/** A fresh folder that is removed after the tests of the file. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kts-'));
  folders.push(dir);
  return dir;
}

/** An open book with random keys and without a vault: no passphrase has to be derived. */
export function testBook(dir = tempDir(), profile: BookProfile = 'connected'): Book {
  const keys = deriveBookKeys(newMasterKey());
  const db = openDatabase(join(dir, 'book.db'), keys.database, { create: true });
  const book = assembleBook({
    dir,
    db,
    keys,
    user: { id: uuid7(), name: 'Nguyễn Thị Thử', title: '' },
    committee: { ...committee, profile, id: uuid7(), createdAt: new Date().toISOString() },
  });
  books.push(book);
  return book;
}

afterAll(() => {
  for (const book of books.splice(0)) book.close();
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

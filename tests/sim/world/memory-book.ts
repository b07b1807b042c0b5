/** Books in memory: the production store on a SQLite database that is copied from a template and can be copied, restored and cloned. */
import Database from 'better-sqlite3';
import { assembleBook } from '#service/book/assemble-book';
import type { Book, Committee } from '#service/book/book';
import { migrate } from '#service/store/migrate';
import { deriveBookKeys } from '#service/vault/keys';
import { Secret } from '#service/vault/secret';
import type { Faults } from './faults';

let template: Buffer | undefined;

/** A database as a new book has it. */
export function newDatabase(): Buffer {
  if (template) return template;
  const db = new Database(':memory:');
  migrate(db);
  template = db.serialize();
  db.close();
  return template;
}

export interface Owner {
  readonly userId: string;
  readonly userName: string;
  readonly committee: Committee;
}

/** Opens a copy of the database; what the book does to it goes through `faults`. */
export function openMemoryBook(image: Buffer, owner: Owner, faults: Faults): Book {
  const db = new Database(image);
  faults.guard(db);
  return assembleBook({
    dir: '',
    db,
    keys: deriveBookKeys(new Secret(Buffer.alloc(32, 7))),
    user: { id: owner.userId, name: owner.userName, title: '' },
    committee: owner.committee,
  });
}

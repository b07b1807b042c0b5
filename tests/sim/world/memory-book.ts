/** Books in memory: the production store on a database that can be copied, put back to an earlier state, and cloned. */
import { assembleBook } from '#service/book/assemble-book';
import type { Book, Committee } from '#service/book/book';
import { deriveBookKeys } from '#service/vault/keys';
import { Secret } from '#service/vault/secret';
import type { Faults } from './faults';
import type { MemoryDisk } from './memory-disk';

export interface Owner {
  readonly userId: string;
  readonly userName: string;
  readonly committee: Committee;
}

/** Opens the book that lies on a disk; what it does there goes through `faults`. */
export const openMemoryBook = (disk: MemoryDisk, owner: Owner, faults: Faults): Book =>
  assembleBook({
    dir: '',
    db: faults.guard(disk),
    keys: deriveBookKeys(new Secret(Buffer.alloc(32, 7))),
    user: { id: owner.userId, name: owner.userName, title: '' },
    committee: owner.committee,
  });

/**
 * A process that holds a book: `store-child.ts DIR KEYHEX save` saves batch after batch and says how many it has committed;
 * `hold` opens it, says 'open' and waits. It is killed by the test.
 */
import { join } from 'node:path';
import { assembleBook } from '#service/book/assemble-book';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys } from '#service/vault/keys';
import { Secret } from '#service/vault/secret';

const [dir = '', key = '', mode = ''] = process.argv.slice(2);
const keys = deriveBookKeys(new Secret(Buffer.from(key, 'hex')));
const committee = {
  id: 'c',
  createdAt: '',
  name: '',
  partyCommittee: '',
  province: '',
  symbol: '',
  term: '',
  profile: 'standalone',
} as const;
const book = assembleBook({
  dir,
  db: openDatabase(join(dir, 'book.db'), keys.database),
  keys,
  user: { id: 'u', name: '', title: '' },
  committee,
});

if (mode === 'hold') {
  process.stdout.write('open\n');
  // Something must hold the book, or it is collected and the file is free.
  setInterval(() => book.db.open, 1000);
} else {
  for (let batch = 1; ; batch += 1) {
    book.records.save(
      Array.from({ length: 20 }, (_, i) => ({
        type: 'task' as const,
        values: { name: `Việc ${batch}-${i}`, state: 'CHUA_LAM', remark: 'nội dung '.repeat(50) },
      })),
    );
    process.stdout.write(`${batch}\n`);
  }
}

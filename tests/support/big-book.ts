/**
 * A process that makes the office's book with many tasks, as fast as the store saves them. It is told on its standard input:
 * { dataDir, passphrase, user, tasks, matching }. Task n is due on the n-th tenth of a day after 1/1/2030; `matching` of them, evenly spread, are about receipts.
 */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { createBook } from '#service/book/create-book';
import type { RecordChange } from '#service/store/record-store';
import { addDays } from '#shared/rules/day';

export interface BigBook {
  readonly dataDir: string;
  readonly passphrase: string;
  readonly user: string;
  readonly tasks: number;
  readonly matching: number;
}

const batch = 2000;
const { dataDir, passphrase, user, tasks, matching } = JSON.parse(await text(process.stdin)) as BigBook;

const book = await createBook(
  join(dataDir, 'office'),
  {
    committee: {
      name: 'Ủy ban Kiểm tra Đảng ủy xã Thử Nghiệm',
      partyCommittee: 'Đảng ủy xã Thử Nghiệm',
      province: 'Tỉnh Hư Cấu',
      symbol: 'UBKTĐU',
      term: '2025-2030',
      profile: 'connected',
    },
    user: { name: user, title: 'Ủy viên' },
    passphrase,
  },
  { ballastBytes: 0 },
);

const taskOf = (n: number): RecordChange => ({
  type: 'task',
  values: {
    name: `${n % (tasks / matching) === 0 ? 'Đối chiếu biên lai' : 'Kiểm tra quỹ chi bộ'} số ${n}`,
    assignee: user,
    dueOn: addDays('2030-01-01', Math.floor(n / 10)),
    state: 'CHUA_LAM',
  },
});

for (let from = 1; from <= tasks; from += batch)
  book.records.save(Array.from({ length: Math.min(batch, tasks - from + 1) }, (_, i) => taskOf(from + i)));
book.close();

import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assembleBook } from '#service/book/assemble-book';
import type { Book } from '#service/book/book';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys } from '#service/vault/keys';
import { Secret } from '#service/vault/secret';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { randomFrom } from '../bench/scratch-book';
import { tempDir } from '../support/book';

const key = '6b'.repeat(32);
const keysOf = () => deriveBookKeys(new Secret(Buffer.from(key, 'hex')));
/** Records of one save of store-child. */
const together = 20;

function openTest(dir: string): Book {
  const keys = keysOf();
  return assembleBook({
    dir,
    db: openDatabase(join(dir, 'book.db'), keys.database),
    keys,
    user: { id: 'u', name: '', title: '' },
    committee: { id: 'c', createdAt: '', name: '', partyCommittee: '', province: '', symbol: '', term: '', profile: 'standalone' },
  });
}

/** A book whose process was killed in the middle of saving; how many saves it had told of. */
async function killedBook(): Promise<{ dir: string; told: number }> {
  const dir = tempDir();
  openDatabase(join(dir, 'book.db'), keysOf().database, { create: true }).close();
  const child = spawn(process.execPath, [inRoot('scripts/run/typescript.mjs'), inRoot('tests/support/store-child.ts'), dir, key, 'save'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = 0;
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      told = Number(data.toString().trim().split('\n').at(-1));
      if (told >= 25) child.kill('SIGKILL');
    });
    child.once('exit', () => resolve());
  });
  return { dir, told };
}

const random = randomFrom(Number(process.env['KTS_TEST_SEED'] ?? 5));
const below = (n: number): number => Math.floor(random() * n);

/** What a power cut, or a disk that lied, leaves of the log. */
const damages: Readonly<Record<string, (wal: string, size: number) => void>> = {
  'cut off': (wal, size) => truncateSync(wal, below(size)),
  'without its head': (wal) => overwrite(wal, 0, Buffer.alloc(32)),
  'with a changed bit': (wal, size) => {
    const at = below(size);
    const [byte = 0] = readFileSync(wal).subarray(at, at + 1);
    overwrite(wal, at, Buffer.from([byte ^ (1 << below(8))]));
  },
  'with a sector of zeros': (wal, size) => overwrite(wal, Math.floor(below(size) / 512) * 512, Buffer.alloc(512)),
  'with a page of something else': (wal, size) => overwrite(wal, below(size), Buffer.from(Array.from({ length: 4096 }, () => below(256)))),
  'with a tail of an older one': (wal, size) => {
    const whole = readFileSync(wal);
    const at = below(size);
    writeFileSync(wal, Buffer.concat([whole.subarray(0, at), whole.subarray(0, size - at)]));
  },
};
function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** What must agree in a book after whatever happened. */
function stateOf(book: Book) {
  const one = (sql: string): number => book.db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    integrity: book.db.pragma('integrity_check', { simple: true }),
    auditBrokenAt: book.audit.verify().brokenAt,
    records: one('SELECT count(*) FROM record'),
    tasks: one('SELECT count(*) FROM task'),
    ops: one('SELECT count(*) FROM outbox'),
    lastOp: one('SELECT max(seq) FROM outbox'),
    made: book.outbox.watermarks().made,
    audited: one('SELECT count(DISTINCT record_id) FROM audit'),
  };
}

test('a book whose log was torn by a power cut opens; records, ops, clock and audit log agree, and saving goes on', async () => {
  const { dir, told } = await killedBook();
  const size = statSync(join(dir, 'book.db-wal')).size;
  expect(size).toBeGreaterThan(100_000);
  const found = new Map<string, number[]>();
  const open = (name: string, damage: (wal: string, size: number) => void): number => {
    const copy = tempDir();
    for (const file of ['book.db', 'book.db-wal']) if (existsSync(join(dir, file))) copyFileSync(join(dir, file), join(copy, file));
    damage(join(copy, 'book.db-wal'), size);
    const book = openTest(copy);
    try {
      const state = stateOf(book);
      const n = state.records;
      expect(state, name).toEqual({ integrity: 'ok', auditBrokenAt: null, records: n, tasks: n, ops: n, lastOp: n, made: n, audited: n });
      // A save is there whole or not at all.
      expect(n % together, name).toBe(0);
      book.records.save([{ type: 'task', values: { name: 'Việc sau khi mất điện', state: 'CHUA_LAM' } }]);
      expect(book.outbox.watermarks().made, name).toBe(n + 1);
      return n;
    } finally {
      book.close();
    }
  };
  const whole = open('not damaged', () => undefined);
  expect(whole).toBeGreaterThanOrEqual(told * together);
  for (const [name, damage] of Object.entries(damages))
    for (let time = 0; time < 5; time += 1) found.set(name, [...(found.get(name) ?? []), open(name, damage)]);
  // The damages did take something away, or they would prove nothing.
  expect([...found.values()].flat().filter((n) => n < whole).length).toBeGreaterThan(15);
});

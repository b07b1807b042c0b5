import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Book } from '#service/book/book';
import { assembleBook } from '#service/book/assemble-book';
import { freeBallast, layBallast } from '#service/store/ballast';
import { schemaVersion } from '#service/store/migrations/index';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys } from '#service/vault/keys';
import { Secret } from '#service/vault/secret';
import { tempDir, testBook } from '../support/book';

const key = '5a'.repeat(32);
const keysOf = () => deriveBookKeys(new Secret(Buffer.from(key, 'hex')));
const inRepo = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function makeDatabase(dir: string): string {
  const file = join(dir, 'book.db');
  openDatabase(file, keysOf().database, { create: true }).close();
  return file;
}

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

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

function start(dir: string, mode: string): ChildProcess {
  const child = spawn(process.execPath, [inRepo('scripts/run/typescript.mjs'), inRepo('tests/support/store-child.ts'), dir, key, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));
const said = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return 'nothing was thrown';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('a process that is killed while it saves', () => {
  it('leaves whole saves only, and records, ops, audit entries and search text that agree', async () => {
    const dir = tempDir();
    makeDatabase(dir);
    let confirmed = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = openTest(dir);
      const had = before.records.count({ type: 'task' });
      before.close();
      let batches = 0;
      const child = start(dir, 'save');
      child.stdout?.on('data', (data: Buffer) => (batches = Number(data.toString().trim().split('\n').at(-1))));
      await said(child);
      await new Promise((resolve) => setTimeout(resolve, 40 + round * 70));
      child.kill('SIGKILL');
      await ended(child);
      confirmed += batches * 20;

      const book = openTest(dir);
      const records = book.records.count({ type: 'task' });
      expect(records % 20, 'a save is there as a whole').toBe(0);
      expect(records - had, 'what was reported as saved is there').toBeGreaterThanOrEqual(batches * 20);
      expect(book.outbox.watermarks().made).toBe(records);
      expect(book.outbox.pending(100_000, 0).length).toBe(records);
      expect(book.audit.verify()).toMatchObject({ entries: records, brokenAt: null });
      expect(book.db.prepare("SELECT count(*) FROM search WHERE search MATCH 'viec'").pluck().get()).toBe(records);
      expect(book.db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(records);
      expect(book.db.pragma('integrity_check', { simple: true })).toBe('ok');
      book.close();
    }
    expect(confirmed).toBeGreaterThan(0);
  });
});

describe('a book that is open elsewhere', () => {
  it('is refused to a second process and to a second opening here, and free after a kill', async () => {
    const dir = tempDir();
    const file = makeDatabase(dir);
    const child = start(dir, 'hold');
    expect(await said(child)).toBe('open\n');
    expect(codeOf(() => openDatabase(file, keysOf().database))).toBe('store.inUse');
    child.kill('SIGKILL');
    await ended(child);
    const db = openDatabase(file, keysOf().database);
    expect(codeOf(() => openDatabase(file, keysOf().database))).toBe('store.inUse');
    db.close();
    openDatabase(file, keysOf().database).close();
  });
});

describe('a file that is no book', () => {
  it('is refused and not written to', () => {
    const dir = tempDir();
    const file = join(dir, 'book.db');
    expect(codeOf(() => openDatabase(file, keysOf().database))).toBe('store.notFound');
    writeFileSync(file, 'đây là một tệp khác\n'.repeat(400));
    const content = readFileSync(file);
    expect(codeOf(() => openDatabase(file, keysOf().database))).toBe('store.notABook');
    expect(readFileSync(file).equals(content)).toBe(true);
    expect(codeOf(() => openDatabase(file, keysOf().database, { create: true }))).toBe('store.exists');
  });

  it('includes a book under another key, and one of which the disk lost a part', () => {
    const file = makeDatabase(tempDir());
    expect(codeOf(() => openDatabase(file, new Secret(Buffer.alloc(32, 1))))).toBe('store.notABook');
    openDatabase(file, keysOf().database).close();
    truncateSync(file, 4096 + 100);
    expect(codeOf(() => openDatabase(file, keysOf().database))).toBe('store.notABook');
  });

  it('and a book of a newer version stays as it is', () => {
    const file = makeDatabase(tempDir());
    const db = openDatabase(file, keysOf().database);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    db.close();
    const content = readFileSync(file);
    expect(codeOf(() => openDatabase(file, keysOf().database))).toBe('store.newerSchema');
    expect(readFileSync(file).equals(content)).toBe(true);
  });
});

describe('a full disk', () => {
  it('fails a save as a whole and says so; reading goes on, and saving when there is room', () => {
    const book = testBook();
    const task = (name: string) => ({ type: 'task' as const, values: { name, state: 'CHUA_LAM', remark: 'x'.repeat(10_000) } });
    book.records.save([task('Trước')]);
    // SQLite itself refuses to grow the file: the same failure as of a disk without room.
    const pages = book.db.pragma('page_count', { simple: true }) as number;
    book.db.pragma(`max_page_count = ${pages + 2}`);
    expect(codeOf(() => book.records.save(Array.from({ length: 20 }, (_, i) => task(`Sau ${i}`))))).toBe('store.diskFull');
    expect(book.records.list({ type: 'task' }).rows.map(({ title }) => title)).toEqual(['Trước']);
    expect(book.outbox.watermarks().made).toBe(1);
    book.db.pragma(`max_page_count = ${pages * 100}`);
    book.records.save([task('Có chỗ')]);
    expect(book.outbox.pending(10, 0).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(book.audit.verify().brokenAt).toBeNull();
  });

  it('has ballast that is really written and can be freed once', () => {
    const dir = tempDir();
    expect(layBallast(dir, 3 * 1024 * 1024)).toBe(true);
    expect(readFileSync(join(dir, 'ballast')).length).toBe(3 * 1024 * 1024);
    expect(freeBallast(dir)).toBe(true);
    expect(existsSync(join(dir, 'ballast'))).toBe(false);
    expect(freeBallast(dir)).toBe(false);
  });
});

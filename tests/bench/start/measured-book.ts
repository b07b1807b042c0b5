/** The book that a start is measured with: made once, with everything that a save writes, and kept in the user's cache. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBook } from '#service/book/create-book';
import { openBook, readBookHead } from '#service/book/open-book';
import { Secret } from '#service/vault/secret';
import { unlockMaster } from '#service/vault/unlock';
import { sampleCommune } from '#shared/sample/index';
import { userCache } from '../../../scripts/setup/paths.mjs';
import { keyName } from './key-file';

export interface BookSize {
  readonly cases: number;
  /** Pages with text and without image. */
  readonly pages: number;
}

export interface MeasuredBook extends BookSize {
  /** Folder for KTS_DATA_DIR; the book is its `office`, the key lies beside it in a file that only a build for measuring reads. */
  readonly dataDir: string;
  readonly records: number;
}

/** Raise when the sample or the schema changes so much that a kept book is no longer a fair one. */
const generation = 1;
const passphrase = 'do toc do khoi dong';
/** Fixed, so that the same records are measured next year. */
const today = '2026-06-15';

export async function measuredBook(size: BookSize): Promise<MeasuredBook> {
  const dataDir = join(userCache, 'bench', `start-${generation}-${size.cases}-${size.pages}`);
  if (!existsSync(dataDir)) await make(dataDir, size);
  const key = await masterKey(join(dataDir, 'office'));
  await bringUpToDate(join(dataDir, 'office'), key);
  writeFileSync(join(dataDir, keyName), key, { mode: 0o600 });
  return { ...size, dataDir, records: countRecords(dataDir) };
}

/** What unlocking with the passphrase costs, in milliseconds; it is no part of the measured start. */
export async function keyDerivation({ dataDir }: MeasuredBook): Promise<number> {
  const started = performance.now();
  await masterKey(join(dataDir, 'office'));
  return performance.now() - started;
}

async function masterKey(dir: string): Promise<Buffer> {
  const user = readBookHead(dir).users[0];
  if (user === undefined) throw new Error('the measured book has no user');
  return (await unlockMaster(dir, user.id, passphrase)).reveal();
}

async function make(dataDir: string, { cases, pages }: BookSize): Promise<void> {
  const part = `${dataDir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  console.error(`Making a book with ${cases} cases and ${pages} pages of text, once...`);
  const committee = {
    name: 'Ủy ban Kiểm tra Đảng ủy xã Tân Thượng',
    partyCommittee: 'Đảng ủy xã Tân Thượng',
    province: 'Tỉnh Quảng Hòa',
    symbol: 'UBKTĐU',
    term: '2025–2030',
    profile: 'connected',
  } as const;
  const book = await createBook(
    join(part, 'office'),
    { committee, user: { name: 'Trần Thị Minh Hạnh', title: 'Ủy viên' }, passphrase },
    { ballastBytes: 0 },
  );
  let records = 0;
  for (const batch of sampleCommune({ seed: 4, today, cases, pageTexts: pages })) records += book.records.save(batch).length;
  book.close();
  writeFileSync(join(part, 'records.json'), JSON.stringify({ records }));
  renameSync(part, dataDir);
}

/** What an upgrade does once is no part of a start. */
async function bringUpToDate(dir: string, key: Buffer): Promise<void> {
  const book = await openBook(dir, { masterKey: new Secret(key) });
  while (book.search.rebuild(1000));
  book.close();
}

const countRecords = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'records.json'), 'utf8')) as { records: number }).records;

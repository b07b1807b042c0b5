import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  blankScan,
  collect,
  expectEveryImage,
  filesBelow,
  newArchive,
  noisyScan,
  ofKind,
  openArchive,
  passphrase,
  pdfOf,
  removeFolder,
  temporaryFolder,
} from '../support/archive-book';
import type { ChildTask } from '../support/archive-child';
import { buildChild } from '../support/build-child';
import { buildRecognizer } from '../support/recognizer';
import { stripFile } from '../support/sample-scans';

let recognizer: string;
let child: string;
let folder: string;
beforeAll(async () => {
  recognizer = await buildRecognizer();
  child = await buildChild('archive-child', 'tests/support/archive-child.ts');
});
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

/** Runs the child until `enough` messages of this kind have come, then kills it as a power cut would. */
async function killAfter(task: ChildTask, kind: string, enough: number): Promise<string[]> {
  const running = fork(child, [], { serialization: 'advanced', execArgv: [] });
  const seen: string[] = [];
  const exit = once(running, 'exit');
  running.on('message', (message: { kind: string; pageId?: string }) => {
    if (message.kind !== kind || seen.length === enough) return;
    seen.push(message.pageId ?? '');
    if (seen.length === enough) running.kill('SIGKILL');
  });
  running.send(task);
  await exit;
  return seen;
}

test('kill -9 while pages are read loses nothing and repeats at most the pages in work', async () => {
  const own = await newArchive(recognizer, { dir: folder });
  const paths = await Promise.all(['01', '04', '07', '05'].map((number) => stripFile(folder, number)));
  expect(ofKind(await collect(own.archive.importFiles(paths)), 'page')).toHaveLength(4);
  await own.close();

  const read = await killAfter({ dir: own.dir, userId: own.book.user.id, passphrase, recognizer, paths: [] }, 'read', 2);
  const again = await openArchive(own.dir, own.book.user.id, recognizer);
  const kept = again.archive.queueState();
  expect(kept.done).toBeGreaterThanOrEqual(2);
  expect(kept).toMatchObject({ reading: 0, failed: 0 });
  expect(kept.waiting + kept.done).toBe(4);
  const texts = new Map(read.map((id) => [id, again.archive.page(id).rawText]));
  for (const text of texts.values()) expect(text.length).toBeGreaterThan(100);
  await again.archive.drain();
  expect(again.archive.queueState()).toMatchObject({ waiting: 0, done: 4, failed: 0 });
  const attempts = again.book.db.prepare<[], { id: string; attempts: number }>('SELECT page_id AS id, attempts FROM ocr_job').all();
  // Two readers: those two pages that were in work, and no other.
  expect(attempts.filter(({ attempts: n }) => n > 1).length).toBeLessThanOrEqual(2);
  for (const { id, attempts: n } of attempts) if (texts.has(id)) expect(n).toBe(1);
  for (const [id, text] of texts) expect(again.archive.page(id).rawText).toBe(text);
  expect(again.book.audit.verify().brokenAt).toBeNull();
  await again.close();
});

test('kill -9 while pages come in: every page that was reported is there with its image, the import goes on', async () => {
  const own = await newArchive(recognizer, { dir: folder });
  await own.close();
  const path = join(folder, 'cả hộp.pdf');
  await writeFile(path, pdfOf(await Promise.all(Array.from({ length: 60 }, (_, n) => blankScan(n)))));
  for (const enough of [5, 9]) {
    const reported = await killAfter({ dir: own.dir, userId: own.book.user.id, passphrase, recognizer, paths: [path] }, 'page', enough);
    const again = await openArchive(own.dir, own.book.user.id, recognizer);
    for (const id of reported) expect(again.archive.page(id).image).toMatch(/^[0-9a-f]{64}$/);
    expect(await expectEveryImage(again)).toBeGreaterThanOrEqual(enough);
    await again.close();
  }
  const last = await openArchive(own.dir, own.book.user.id, recognizer);
  expect((await collect(last.archive.importFiles([path]))).at(-1)).toMatchObject({ refused: 0 });
  expect(await expectEveryImage(last)).toBe(60);
  expect(await filesBelow(join(own.dir, 'pages'))).toHaveLength(60);
  const documents = last.book.records.list({ type: 'archiveDocument' });
  expect(documents.rows.map(({ values }) => values.pageCount)).toEqual([60]);
  expect(last.archive.pagesOfDocument(documents.rows[0]!.id).map(({ order }) => order)).toEqual(
    Array.from({ length: 60 }, (_, n) => n + 1),
  );
  await last.archive.drain();
  expect(last.archive.queueState()).toMatchObject({ waiting: 0, done: 60, failed: 0 });
  await last.close();
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

test.skipIf(!canMount)(
  'a full disk ends the import cleanly; with room again it goes on (needs root on Linux for a small tmpfs)',
  async () => {
    const disk = join(folder, 'đĩa nhỏ');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]);
    try {
      const own = await newArchive(recognizer, { dir: disk });
      const path = join(folder, 'to.pdf');
      await writeFile(path, pdfOf(await Promise.all(Array.from({ length: 12 }, () => noisyScan(500)))));
      const other = join(folder, 'khác.jpg');
      await writeFile(other, await blankScan(1));
      const filler = join(disk, 'filler');
      const room = Number(execFileSync('df', ['--output=avail', '-B1', disk]).toString().split('\n')[1]);
      await writeFile(filler, Buffer.alloc(room - 1_200_000));

      const events = await collect(own.archive.importFiles([path, other]));
      const taken = ofKind(events, 'page').length;
      expect(taken).toBeGreaterThan(0);
      expect(taken).toBeLessThan(12);
      expect(ofKind(events, 'refused')).toMatchObject([
        { file: 'to.pdf', code: 'store.diskFull' },
        { file: 'khác.jpg', code: 'store.diskFull' },
      ]);
      expect(events.at(-1)).toMatchObject({ kind: 'done', pages: taken, refused: 2 });
      expect(await expectEveryImage(own)).toBe(taken);
      expect((await filesBelow(own.dir)).filter((file) => file.endsWith('.part'))).toEqual([]);
      await own.close();

      await rm(filler);
      const again = await openArchive(own.dir, own.book.user.id, recognizer);
      expect((await collect(again.archive.importFiles([path, other]))).at(-1)).toEqual({
        kind: 'done',
        files: 2,
        pages: 13 - taken,
        duplicates: taken,
        refused: 0,
      });
      expect(await expectEveryImage(again)).toBe(13);
      expect(again.book.records.count({ type: 'archiveDocument' })).toBe(2);
      expect(again.book.audit.verify().brokenAt).toBeNull();
      await again.close();
    } finally {
      execFileSync('umount', [disk]);
    }
  },
);

/** Containers may keep root from mounting. */
function mounts(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type ArchiveOptions, createArchive } from '../../src-main/service/archive/archive-service';
import { forkRecognizer } from '../../src-main/service/transport/recognizer-fork';
import type { Request } from '../../src-shared/recognizer/messages';
import type { RecognizerLink } from '../../src-main/service/transport/recognizer-link';
import { blankScan, collect, filesBelow, ofKind, openArchive, pdfOf } from '../support/archive-book';
import { archivePerTest } from '../support/archive-per-test';
import { buildRecognizer } from '../support/recognizer';
import { stripFile } from '../support/sample-scans';

const at = archivePerTest({ readers: () => 1 });
const take = async (...paths: string[]) => ofKind(await collect(at.own.archive.importFiles(paths)), 'page').map(({ pageId }) => pageId);
const takeBlank = async (count: number, name = 'a.pdf') => {
  const path = join(at.folder, name);
  await writeFile(path, pdfOf(await Promise.all(Array.from({ length: count }, (_, n) => blankScan(name.charCodeAt(0) * 7 + n)))));
  return take(path);
};
/** Pages in the order in which their readings were kept. */
const readOrder = () =>
  at.own.book.db
    .prepare<[], { id: string }>("SELECT page_id AS id FROM ocr_job WHERE state = 'done' ORDER BY finished_at, rowid")
    .all()
    .map(({ id }) => id);
const until = async (what: () => boolean, seconds = 60) => {
  for (let left = seconds * 20; !what(); left--) {
    if (left === 0) throw new Error('did not come to pass');
    await wait(50);
  }
};
const reopen = async (options: ArchiveOptions = {}) => {
  await at.own.close();
  at.own = await openArchive(at.own.dir, at.own.book.user.id, at.recognizer.start, { readers: () => 1, ...options });
};
/** The same book on a recognizer of the test's choice. */
const withRecognizer = async (start: () => Promise<RecognizerLink>, options: ArchiveOptions = {}) => {
  await at.own.archive.close();
  const archive = createArchive(at.own.book, start, { readers: () => 1, ...options });
  const { book, dir } = at.own;
  at.own = {
    dir,
    book,
    archive,
    close: async () => {
      await archive.close();
      book.close();
    },
  };
};

test('a real scan gets its text, words with boxes, confidence; it is found without diacritics; the queue tells of it', async () => {
  const events: string[] = [];
  at.own.book.events.on(({ kind }) => events.push(kind));
  const [pageId] = await take(await stripFile(at.folder, '01', 0, 0.55));
  expect(at.own.archive.page(pageId!)).toMatchObject({ state: 'CHO_DOC', rawText: '', words: [], correctedText: null });
  await at.own.archive.drain();
  const page = at.own.archive.page(pageId!);
  expect(['DA_DOC', 'CAN_XEM']).toContain(page.state);
  expect(page.rawText).toContain('ỦY BAN KIỂM TRA');
  expect(page.confidence).toBeGreaterThan(80);
  expect(page.words.length).toBeGreaterThan(100);
  for (const { x, y, w, h, confidence } of page.words) {
    expect(x + w).toBeLessThanOrEqual(page.width);
    expect(y + h).toBeLessThanOrEqual(page.height);
    expect(confidence).toBeLessThanOrEqual(100);
  }
  expect(at.own.book.records.get('page', pageId!)?.values).toMatchObject({ textSource: 'OCR', rotation: 0 });
  expect(at.own.book.search.search({ text: 'uy ban kiem tra' }).hits.map(({ id }) => id)).toContain(pageId);
  const state = at.own.archive.queueState();
  expect(state).toMatchObject({ waiting: 0, reading: 0, done: 1, failed: 0, current: [], paused: false });
  expect(state.secondsPerPage).toBeGreaterThan(0);
  expect(events).toContain('ocr');
  expect(events).toContain('records');
});

test('pages are read by themselves once started; progress is told for each page; a pause lasts over a restart', async () => {
  at.own.archive.pauseQueue(true);
  await reopen();
  at.own.archive.start();
  const [pageId] = await take(await stripFile(at.folder, '04'));
  await wait(300);
  expect(at.own.archive.queueState()).toMatchObject({ paused: true, waiting: 1, reading: 0 });
  const fractions: number[] = [];
  at.own.archive.pauseQueue(false);
  await until(() => {
    for (const { pageId: id, fraction, title } of at.own.archive.queueState().current) {
      expect([id, title]).toEqual([pageId, at.own.book.records.titleOf(pageId!)]);
      fractions.push(fraction);
    }
    return at.own.archive.queueState().done === 1;
  });
  expect(Math.max(...fractions)).toBeGreaterThan(0.2);
  for (const fraction of fractions) expect(fraction).toBeLessThanOrEqual(1);
});

test('a pause lets the page in work be read to its end and takes no other', async () => {
  await take(await stripFile(at.folder, '01'), await stripFile(at.folder, '04'));
  at.own.archive.start();
  await until(() => at.own.archive.queueState().reading === 1);
  at.own.archive.pauseQueue(true);
  await until(() => at.own.archive.queueState().done === 1);
  await wait(300);
  expect(at.own.archive.queueState()).toMatchObject({ waiting: 1, reading: 0, done: 1 });
});

test('what people ask for is read first, then first pages, then the rest', async () => {
  const a = await takeBlank(3, 'a.pdf');
  const b = await takeBlank(3, 'b.pdf');
  at.own.archive.readFirst([b[2]!]);
  await at.own.archive.drain();
  expect(readOrder()).toEqual([b[2], a[0], b[0], a[1], a[2], b[1]]);
});

test('a correction survives another reading, which changes only the raw text', async () => {
  const [pageId] = await take(await stripFile(at.folder, '04'));
  const before = at.own.archive.page(pageId!);
  await at.own.archive.drain();
  expect(() => at.own.archive.correct(pageId!, 'dựa trên trang cũ', before.revision)).toThrow(
    expect.objectContaining({ code: 'record.changedMeanwhile' }),
  );
  const corrected = at.own.archive.correct(pageId!, 'Chữ do đồng chí Mai sửa', at.own.archive.page(pageId!).revision);
  expect(corrected).toMatchObject({ state: 'DA_SUA', correctedText: 'Chữ do đồng chí Mai sửa' });
  at.own.book.records.save([{ type: 'page', id: pageId!, values: { rawText: 'đọc sai' } }]);
  expect(at.own.archive.readAgain([pageId!])).toMatchObject({ waiting: 1, done: 0 });
  await at.own.archive.drain();
  const after = at.own.archive.page(pageId!);
  expect(after).toMatchObject({ state: 'DA_SUA', correctedText: 'Chữ do đồng chí Mai sửa' });
  expect(after.rawText).toContain('TỜ TRÌNH');
  expect(at.own.book.records.get('page', pageId!)?.values.textSource).toBe('NHAP_TAY');
});

test('a page whose image is damaged fails with its reason, the others are read; it is read after it was mended', async () => {
  const pages = await takeBlank(3);
  const image = at.own.archive.page(pages[1]!).image;
  const path = (await filesBelow(join(at.own.dir, 'pages'))).find((file) => file.includes(image));
  await truncate(path!, 30);
  await at.own.archive.drain();
  expect(at.own.archive.queueState()).toMatchObject({ done: 2, failed: 1 });
  expect(at.own.archive.page(pages[1]!)).toMatchObject({ state: 'LOI', error: 'page.damaged' });
  expect(await take(join(at.folder, 'a.pdf'))).toEqual([]);
  expect(at.own.archive.readAgain([pages[1]!])).toMatchObject({ waiting: 1, failed: 0 });
  expect(at.own.archive.page(pages[1]!)).toMatchObject({ state: 'CHO_DOC', error: null });
  await at.own.archive.drain();
  expect(at.own.archive.queueState()).toMatchObject({ done: 3, failed: 0 });
});

test('when the recognizer is killed it is started again, and only the page in work is read twice', async () => {
  const readers: RecognizerLink[] = [];
  await withRecognizer(async () => {
    const link = await forkRecognizer(await buildRecognizer())();
    const post = (message: unknown) => {
      if ((message as Request).kind === 'recognise' && !readers.includes(link)) readers.push(link);
      link.post(message);
    };
    return { ...link, post };
  });
  for (const number of ['01', '04', '07']) await take(await stripFile(at.folder, number));
  const drained = at.own.archive.drain();
  await until(() => at.own.archive.queueState().done === 1 && at.own.archive.queueState().reading === 1);
  const [inWork] = at.own.archive.queueState().current;
  readers[0]!.kill();
  await drained;
  expect(at.own.archive.queueState()).toMatchObject({ waiting: 0, done: 3, failed: 0 });
  expect(readers).toHaveLength(2);
  const attempts = at.own.book.db.prepare<[], { id: string; attempts: number }>('SELECT page_id AS id, attempts FROM ocr_job').all();
  for (const { id, attempts: n } of attempts) expect(n).toBe(id === inWork!.pageId ? 2 : 1);
});

test('pages come in by a process of their own: none waits for a page that is being read, and one reader makes room meanwhile', async () => {
  const processes: Set<string>[] = [];
  const held: (() => void)[] = [];
  const coming: (() => void)[] = [];
  let holdFiles = false;
  await withRecognizer(
    async () => {
      const link = await at.recognizer.start();
      const asked = new Set<string>();
      processes.push(asked);
      const post = (message: unknown) => {
        const { kind } = message as Request;
        asked.add(kind);
        if (kind === 'recognise') held.push(() => link.post(message));
        else if (kind === 'page' && holdFiles) coming.push(() => link.post(message));
        else link.post(message);
      };
      return { ...link, post };
    },
    { readers: () => 2 },
  );
  await takeBlank(3, 'a.pdf');
  holdFiles = true;
  const taken = takeBlank(1, 'b.pdf');
  await until(() => coming.length === 1);
  at.own.archive.start();
  await until(() => held.length === 1);
  expect(at.own.archive.queueState()).toMatchObject({ reading: 1, waiting: 2, done: 0 });
  holdFiles = false;
  for (const release of coming) release();
  await taken;
  // The other reader takes up its work as soon as nothing comes in any more, and a third page is prepared.
  await until(() => held.length === 3);
  expect(at.own.archive.queueState()).toMatchObject({ reading: 3, waiting: 1, done: 0 });
  await until(() => {
    for (const release of held.splice(0)) release();
    return at.own.archive.queueState().done === 4;
  });
  expect(processes.filter((asked) => asked.has('recognise')).map((asked) => asked.has('page') || asked.has('describe'))).not.toContain(
    true,
  );
  expect(processes.some((asked) => asked.has('page'))).toBe(true);
});

test('a page that kills the recognizer is found out and fails; its neighbours do not', async () => {
  const pages = await takeBlank(4);
  const poison = at.own.archive.page(pages[2]!).image;
  const poisonBytes = await at.own.archive.readPageImage(poison);
  let deaths = 0;
  await withRecognizer(
    async () => {
      const link = await at.recognizer.start();
      return {
        ...link,
        post: (message) => {
          const request = message as Request;
          if (request.kind === 'recognise' && poisonBytes.equals(request.bytes)) {
            deaths++;
            link.kill();
          } else link.post(request);
        },
      };
    },
    { readers: () => 4 },
  );
  await at.own.archive.drain();
  expect(at.own.archive.queueState()).toMatchObject({ waiting: 0, done: 3, failed: 1 });
  expect(at.own.archive.page(pages[2]!)).toMatchObject({ state: 'LOI', error: 'ocr.crashed' });
  expect(deaths).toBeLessThanOrEqual(4);
}, 120_000);

test('without a recognizer draining says so and no page is lost or marked as failed', async () => {
  await takeBlank(2);
  await withRecognizer(async () => {
    throw new Error('ENOENT');
  });
  await expect(at.own.archive.drain()).rejects.toMatchObject({ code: 'ocr.unavailable' });
  expect(at.own.archive.queueState().problem).toMatchObject({ code: 'ocr.unavailable' });
  expect(at.own.archive.queueState()).toMatchObject({ waiting: 2, reading: 0, failed: 0 });
});

test('closing in the middle gives the page back without counting an attempt; the next opening reads it', async () => {
  const [pageId] = await take(await stripFile(at.folder, '01'));
  at.own.archive.start();
  await until(() => at.own.archive.queueState().reading === 1);
  const before = performance.now();
  await at.own.archive.close();
  expect(performance.now() - before).toBeLessThan(4000);
  expect(at.own.book.db.prepare('SELECT state, attempts FROM ocr_job').get()).toEqual({ state: 'queued', attempts: 0 });
  await reopen();
  await at.own.archive.drain();
  expect(at.own.archive.page(pageId!).rawText).not.toBe('');
});

test('the recognizer is stopped after a while without work', async () => {
  let exits = 0;
  await withRecognizer(
    async () => {
      const link = await forkRecognizer(await buildRecognizer())();
      link.onExit(() => exits++);
      return link;
    },
    { idleMs: 200 },
  );
  await takeBlank(1);
  await at.own.archive.drain();
  await until(() => exits === 1, 10);
  expect(exits).toBe(1);
});

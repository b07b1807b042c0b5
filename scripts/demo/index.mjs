/**
 * The main job from beginning to end, on real parts: a committee works without network, its papers are scanned, read and found,
 * the hub comes up, everything arrives. Ends well only if what the hub's database holds agrees with what the workstation holds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../setup/paths.mjs';
import { check, compare } from './check.mjs';
import { ktsOn } from './kts.mjs';
import { scanFiles, scanPages, workOn } from './papers.mjs';
import { workInWindow } from './window.mjs';

const commune = 'xa-tan-thuong';
const words = 'that thoat tai san';

/**
 * @param {{ json?: string }} options `json`: file for the summary
 * @returns {Promise<number>} exit code
 */
export const runDemo = async ({ json }) => {
  const started = Date.now();
  const dir = mkdtempSync(join(tmpdir(), 'kts-demo-'));
  const book = join(dir, 'office');
  const kts = ktsOn(book);
  /** @param {string} text */
  const say = (text) => process.stdout.write(`[${((Date.now() - started) / 1000).toFixed(0).padStart(3)} s] ${text}\n`);
  /** @type {import('./hub.mjs').DemoHub | undefined} */
  let hub;
  try {
    say('Lập ủy ban mẫu / creating the sample committee');
    const made = await kts('init', 'sample');

    say(`Nhập ${scanFiles().length} tệp quét / importing scans`);
    const imported = await kts('import', ...scanFiles());
    check(imported.pages === scanPages(), `imported ${imported.pages} of ${scanPages()} pages`);
    const again = await kts('import', scanFiles()[0] ?? '');
    check(again.pages === 0 && again.duplicates === 1, 'the same scan again is a duplicate');

    say('Đọc chữ / reading the pages');
    const ocr = await kts('ocr');
    check(ocr.failed === 0 && ocr.waiting === 0, `${ocr.read} read, ${ocr.failed} failed, ${ocr.waiting} waiting`);
    const pages = (await kts('record', 'list', 'page', '--limit', '500')).rows;
    const confidence = pages
      .map((/** @type {any} */ row) => row.values.confidence)
      .filter((/** @type {unknown} */ value) => typeof value === 'number');

    say('Ghi đơn thư, vụ việc gắn với trang quét / petitions and cases with their papers');
    const work = workOn(imported.documents, new Date().toISOString().slice(0, 10));
    for (const [type, rows] of /** @type {const} */ ([
      ['petition', work.petitions],
      ['case', work.cases],
    ]))
      for (const row of rows)
        await kts('record', 'create', type, ...Object.entries(row).flatMap(([field, value]) => ['--set', `${field}=${value}`]));
    const search = await kts('search', words, '--kind', 'page');
    check(search.total > 0, `"${words}" finds ${search.total} pages`);

    say('Làm việc trên cửa sổ khi chưa có mạng, rồi máy chủ tỉnh hoạt động / the window, first offline, then with the hub');
    const { startDemoHub } = await import('./hub.mjs');
    const queued = await workInWindow({
      dir,
      search: words,
      hub: async () => {
        hub = await startDemoHub(pathToFileURL(inRoot('out', 'hub', 'hub.js')).href, join(dir, 'hub'));
        return { url: hub.url, code: await hub.newCode(commune) };
      },
      say,
    });
    if (hub === undefined) throw new Error('the window did not ask for the hub');

    say('Gửi nốt và đối chiếu với PostgreSQL / sending the rest and comparing with PostgreSQL');
    const line = await kts('sync');
    const verified = await kts('verify');
    check(verified.sound, 'kts verify finds the book sound');
    const there = await hub.counts(commune);
    await compare(kts, there);
    check(
      line.waiting.records === 0 && line.waiting.pages === 0 && line.refused === 0,
      `waiting ${line.waiting.records} records, ${line.waiting.pages} pages, refused ${line.refused}`,
    );
    check(there.blobs === imported.pages, `the hub holds ${there.blobs} of ${imported.pages} page images`);

    const summary = {
      pages: imported.pages,
      ocr: { done: ocr.read, failed: ocr.failed, meanConfidence: mean(confidence), secondsPerPage: ocr.secondsPerPage },
      records: made.records + work.petitions.length + work.cases.length,
      search: { query: words, hits: search.total, milliseconds: search.milliseconds },
      outbox: { queuedWhileOffline: queued, confirmed: line.confirmed.records, waiting: line.waiting.records, refused: line.refused },
      hub: { records: there.records, pages: there.pages, blobsBytes: there.blobsBytes },
      seconds: (Date.now() - started) / 1000,
    };
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    if (json) writeFileSync(json, `${JSON.stringify(summary, null, 2)}\n`);
    say('Xong: mọi số liệu khớp. Ảnh màn hình ở out/demo / done: all counts agree, screenshots in out/demo');
    return 0;
  } catch (error) {
    process.stderr.write(`Chạy thử chưa đạt / the demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await hub?.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** @param {number[]} values */
const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { Pool, type PoolSettings } from '#recognizer/engine/pool';
import type { EngineJob } from '#recognizer/engine/tesseract-worker';
import { loadGray, measurePage } from '#recognizer/files/load-gray';
import { cut } from '#recognizer/prepare/raster';
import { parseTsv } from '#recognizer/read/parse-tsv';
import { sample } from '../../../support/sample-scans';

// The real engine: what is tested is how it behaves when it is late, dead or worn out.

const bytes = new Uint8Array(readFileSync(sample('12').path));
const size = await measurePage(bytes);
const whole: EngineJob = { page: await loadGray(bytes, size), dpi: size.dpi, layout: 'page', network: 'quick' };
const strip: EngineJob = { ...whole, page: cut(whole.page, 0, 200, whole.page.width, 120) };
const LONG = { timeoutMs: 60_000 };

const threads: Thread[] = [];
process.on('worker', (thread) => threads.push(thread));

let pool: Pool;
const start = (settings: Partial<PoolSettings>) => (pool = new Pool({ workers: 1, ...settings }));
afterEach(async () => {
  await pool.close();
  threads.length = 0;
});

describe('Pool', { timeout: 90_000 }, () => {
  it('reuses a worker, and replaces it after its number of pages', async () => {
    start({ recycleAfter: 2 });
    for (let page = 0; page < 3; page++) expect(await pool.run(strip, LONG)).toContain('\t');
    expect(threads).toHaveLength(2);
    expect(pool.size).toBe(1);
  });

  it('answers a page that is too slow with ocr.timeout and reads the next', async () => {
    start({});
    await pool.run(strip, LONG);
    const [late, next] = await Promise.allSettled([pool.run(whole, { timeoutMs: 30 }), pool.run(strip, LONG)]);
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'ocr.timeout', data: { milliseconds: 30 } } });
    expect(next.status).toBe('fulfilled');
    expect(threads).toHaveLength(2);
  });

  it('answers only the page whose worker died with ocr.crashed', async () => {
    start({});
    await pool.run(strip, LONG);
    const dying = pool.run(whole, { ...LONG, onStart: () => void threads.at(-1)?.terminate() });
    const [died, next] = await Promise.allSettled([dying, pool.run(strip, LONG)]);
    expect(died).toMatchObject({ status: 'rejected', reason: { code: 'ocr.crashed' } });
    expect(next.status).toBe('fulfilled');
  });

  it('lets go of a page that nobody waits for any more, running or queued', async () => {
    start({});
    const running = new AbortController();
    const queued = new AbortController();
    const first = pool.run(whole, { ...LONG, signal: running.signal, onStart: () => running.abort() });
    const second = pool.run(whole, { ...LONG, signal: queued.signal });
    const third = pool.run(strip, LONG);
    queued.abort();
    await expect(second).rejects.toMatchObject({ code: 'ocr.cancelled' });
    await expect(first).rejects.toMatchObject({ code: 'ocr.cancelled' });
    await expect(third).resolves.toContain('\t');
  });

  it('never has more workers than it may, and none after a rest', async () => {
    start({ workers: 2, idleMs: 50 });
    await Promise.all([1, 2, 3, 4].map(() => pool.run(strip, LONG)));
    expect(threads).toHaveLength(2);
    await expect.poll(() => pool.size, { timeout: 5000 }).toBe(0);
    await expect(pool.run(strip, LONG)).resolves.toContain('\t');
  });

  it('says that it is unavailable when the language data is damaged', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kts-tessdata-'));
    writeFileSync(path.join(folder, 'vie_fast.traineddata.gz'), 'not a model');
    start({ tessdata: folder });
    await expect(pool.run(strip, LONG)).rejects.toMatchObject({ code: 'ocr.unavailable' });
  });

  it('reads with the network that is asked for, in one thread', async () => {
    start({});
    const thorough: EngineJob = { ...strip, network: 'thorough' };
    const [first, second, third] = [await pool.run(strip, LONG), await pool.run(thorough, LONG), await pool.run(strip, LONG)];
    expect(second).not.toBe(first);
    expect(third).toBe(first);
    for (const tsv of [first, second]) expect(parseTsv(tsv).text).toContain('KIỂM TRA');
    expect(threads).toHaveLength(1);
  });

  it('goes on with the other network where the data of one is damaged', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kts-tessdata-'));
    writeFileSync(path.join(folder, 'vie.traineddata.gz'), 'not a model');
    start({ tessdata: folder });
    await expect(pool.run({ ...strip, network: 'thorough' }, LONG)).rejects.toMatchObject({ code: 'ocr.crashed' });
    await expect(pool.run(strip, LONG)).resolves.toContain('\t');
  });
});

/**
 * One engine in its own thread.
 *
 * The thread runs the worker script of tesseract.js; this is its other end. The package's own other end is not used because it does not survive
 * what happens in the field: it leaves its caller waiting when the thread dies, and throws outside any call when the language data is damaged or the
 * thread is stopped at work. The script understands messages `{ workerId, jobId, action, payload }` and answers with `{ jobId, status, data }`,
 * where status is 'resolve', 'reject' or 'progress'.
 *
 * Pages go in as the engine's image library keeps them in memory (uncompressed gray, in words of four pixels), which it only has to copy: a PGM,
 * read pixel by pixel, cost a twentieth of a page. Readings come out as TSV (a tenth of the JSON that the engine also offers).
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { RecognizerError } from '#shared/recognizer/failure';
import type { Raster } from '../prepare/raster';
import { startPatience } from './patience';
import { findTessdata, LANGUAGES, type Network } from './tessdata';

/** Stored with every text, see `readingSchema.engine`. */
export const ENGINE = 'tesseract.js 7 vie fast, best_int';

export type EngineJob = {
  readonly page: Raster;
  readonly dpi: number;
  /** 'page' finds columns, blocks and lines; 'block' takes the image for one block of text. */
  readonly layout: 'page' | 'block';
  readonly network: Network;
  readonly onProgress?: (fraction: number) => void;
};

/** Names and values of Tesseract's own interface. */
const LSTM_ONLY = 1;
const PAGE_SEGMENTATION = { page: '3', block: '6' } as const;

/** The engine reads doubtful lines once more as white on black, which no paper is: a tenth of the time of four sample papers, which read as well without (docs/reading.md). */
const WHITE_PAPER = { tessedit_do_invert: '0' };

/** Starting takes under a second; on an old PC with a hard disk several. */
const START_TIMEOUT_MS = 60_000;

export class TesseractWorker {
  /** Pages read by this thread. */
  pages = 0;
  readonly #thread: Worker;
  readonly #open = new Map<string, Call>();
  readonly #tessdata: string | undefined;
  readonly #loaded = new Set<Network>();
  #network: Network | undefined;
  #nextJob = 1;
  #alive = true;

  private constructor(tessdata: string | undefined) {
    this.#tessdata = tessdata;
    // What the engine remarks about a page ("Detected 12 diacritics") is caught and dropped: it may quote the page.
    this.#thread = new Worker(scriptPath(), { stdout: true, stderr: true });
    this.#thread.stdout.resume();
    this.#thread.stderr.resume();
    this.#thread.on('message', (reply: ScriptReply) => this.#receive(reply));
    this.#thread.once('error', () => this.#end());
    this.#thread.once('exit', () => this.#end());
  }

  /** With the quick network. `tessdata`: folder to look in first. Throws 'ocr.unavailable' when the engine or its language data does not load. */
  static async start(tessdata: string | undefined): Promise<TesseractWorker> {
    const worker = new TesseractWorker(tessdata);
    const endPatience = startPatience(
      START_TIMEOUT_MS,
      () => 1,
      () => void worker.stop(),
    );
    try {
      await worker.#call('load', { options: { lstmOnly: true, logging: false } });
      await worker.#use('quick');
      return worker;
    } catch (error) {
      await worker.stop();
      throw error instanceof RecognizerError ? error : new RecognizerError('ocr.unavailable');
    } finally {
      endPatience();
    }
  }

  /** The network that it has now: another one takes it some 70 ms. */
  get network(): Network | undefined {
    return this.#network;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** TSV of the engine: see `parse-tsv.ts`. Throws 'ocr.crashed' when the thread dies or the engine gives up. */
  async read({ page, dpi, layout, network, onProgress }: EngineJob): Promise<string> {
    this.pages++;
    try {
      await this.#use(network);
      await this.#call('setParameters', {
        params: { ...WHITE_PAPER, tessedit_pageseg_mode: PAGE_SEGMENTATION[layout], user_defined_dpi: String(Math.round(dpi)) },
      });
      const image = toSpix(page);
      const read = await this.#call(
        'recognize',
        { image, options: {}, output: { text: false, tsv: true } },
        { onProgress, transfer: image.buffer },
      );
      return (read as { tsv: string | null }).tsv ?? '';
    } catch {
      throw new RecognizerError('ocr.crashed');
    }
  }

  /** Ends the thread, also in the middle of a page. */
  async stop(): Promise<void> {
    this.#end();
    await this.#thread.terminate();
  }

  async #use(network: Network): Promise<void> {
    if (this.#network === network) return;
    const langs = LANGUAGES[network];
    if (!this.#loaded.has(network)) {
      const langPath = findTessdata(network, this.#tessdata);
      await this.#call('loadLanguage', { langs, options: { langPath, cacheMethod: 'none', gzip: true, lstmOnly: true } });
      this.#loaded.add(network);
    }
    this.#network = undefined;
    await this.#call('initialize', { langs, oem: LSTM_ONLY, config: {} });
    this.#network = network;
  }

  #call(
    action: string,
    payload: object,
    { onProgress, transfer }: { onProgress?: EngineJob['onProgress']; transfer?: ArrayBuffer } = {},
  ): Promise<unknown> {
    if (!this.#alive) return Promise.reject(new Error('the thread has ended'));
    const jobId = `job-${this.#nextJob++}`;
    return new Promise((resolve, reject) => {
      this.#open.set(jobId, { resolve, reject, onProgress });
      this.#thread.postMessage({ workerId: 'worker', jobId, action, payload }, transfer ? [transfer] : []);
    });
  }

  #receive({ jobId, status, data }: ScriptReply): void {
    const call = this.#open.get(jobId);
    // The script answers a failed start twice, first 'reject', then 'resolve': the first counts.
    if (!call) return;
    if (status === 'progress') {
      if (data?.status === 'recognizing text') call.onProgress?.(data.progress ?? 0);
      return;
    }
    this.#open.delete(jobId);
    if (status === 'resolve') call.resolve(data);
    else call.reject(new Error('the engine gave up'));
  }

  #end(): void {
    this.#alive = false;
    for (const { reject } of this.#open.values()) reject(new Error('the thread has ended'));
    this.#open.clear();
  }
}

type Call = { resolve: (data: unknown) => void; reject: (error: Error) => void; onProgress: EngineJob['onProgress'] };

type ScriptReply = { jobId: string; status: 'resolve' | 'reject' | 'progress'; data?: { status?: string; progress?: number } };

const scriptPath = (): string => createRequire(import.meta.url).resolve('tesseract.js/src/worker-script/node/index.js');

/** Leptonica's serialized image: a head of seven words, then rows of whole words, of which the first pixel is the highest byte. */
export const toSpix = ({ width, height, data }: Raster): Uint8Array<ArrayBuffer> => {
  const [head, row] = [28, Math.ceil(width / 4) * 4];
  const image = new Uint8Array(head + row * height);
  image.set(Buffer.from('spix', 'latin1'));
  const depth = 8;
  const colours = 0;
  new Uint32Array(image.buffer, 4, 6).set([width, height, depth, row / 4, colours, row * height]);
  if (row === width) image.set(data, head);
  else for (let y = 0; y < height; y++) image.set(data.subarray(y * width, (y + 1) * width), head + y * row);
  Buffer.from(image.buffer, head).swap32();
  return image;
};

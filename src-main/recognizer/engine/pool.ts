/**
 * A bounded pool of engine workers.
 *
 * - At most `workers` threads; each is reused and replaced after `recycleAfter` pages.
 * - Jobs wait in the order in which they came. A job that takes too long costs its thread and answers 'ocr.timeout'; a thread that
 *   dies answers 'ocr.crashed' for its own job; the next job gets a fresh thread either way.
 * - Threads are started when first needed, one after the other, and stopped after `idleMs` without work.
 */
import os from 'node:os';
import { RecognizerError } from '#shared/recognizer/failure';
import { ORDINARY_PIXELS } from '../limits';
import { startPatience } from './patience';
import { type EngineJob, TesseractWorker } from './tesseract-worker';

export type PoolSettings = {
  workers: number;
  recycleAfter: number;
  idleMs: number;
  tessdata?: string | undefined;
};

export const DEFAULT_POOL: PoolSettings = {
  // Two threads read 1.8 times as fast as one; more would leave nothing for the person at the PC, and 250 MB each.
  workers: Math.max(1, Math.min(2, os.availableParallelism())),
  recycleAfter: 200,
  idleMs: 60_000,
};

export type JobLimits = {
  /** As `startPatience` counts it. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onStart?: () => void;
  /** Told at the end: what was counted of `timeoutMs`. */
  readonly onEnd?: (usedMs: number) => void;
};

type Waiting = { job: EngineJob; limits: JobLimits; resolve: (tsv: string) => void; reject: (error: unknown) => void };

export class Pool {
  #settings: PoolSettings;
  readonly #queue: Waiting[] = [];
  readonly #idle: TesseractWorker[] = [];
  readonly #busy = new Set<TesseractWorker>();
  #starting = 0;
  /** Starts come one after the other: each takes a core for half a second. */
  #lastStart: Promise<unknown> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(settings: Partial<PoolSettings> = {}) {
    this.#settings = { ...DEFAULT_POOL, ...settings };
  }

  /** Changes only what is given; running pages end under the settings with which they began. */
  configure({ workers, recycleAfter, idleMs, tessdata }: { readonly [K in keyof PoolSettings]?: PoolSettings[K] | undefined }): void {
    const now = this.#settings;
    this.#settings = {
      workers: workers ?? now.workers,
      recycleAfter: recycleAfter ?? now.recycleAfter,
      idleMs: idleMs ?? now.idleMs,
      tessdata: tessdata ?? now.tessdata,
    };
    this.#next();
  }

  /** Threads that exist or are being started. */
  get size(): number {
    return this.#idle.length + this.#busy.size + this.#starting;
  }

  get limit(): number {
    return this.#settings.workers;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Reads one image. The time counts from when a thread takes the job, not while it waits for one or for the processor. */
  run(job: EngineJob, limits: JobLimits): Promise<string> {
    if (this.#closed) return Promise.reject(new RecognizerError('ocr.cancelled'));
    if (limits.signal?.aborted) return Promise.reject(new RecognizerError('ocr.cancelled'));
    clearTimeout(this.#idleTimer);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { job, limits, resolve, reject };
      this.#queue.push(waiting);
      limits.signal?.addEventListener('abort', () => this.#withdraw(waiting), { once: true });
      this.#next();
    });
  }

  /** Stops all threads; jobs still open end with 'ocr.cancelled'. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    for (const waiting of this.#queue.splice(0)) waiting.reject(new RecognizerError('ocr.cancelled'));
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.stop()));
    await this.#lastStart;
  }

  #withdraw(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    waiting.reject(new RecognizerError('ocr.cancelled'));
  }

  #next(): void {
    while (this.#idle.length > 0) {
      const waiting = this.#queue.shift();
      if (!waiting) break;
      // Taking another network costs time: -1, the last one, where none has it.
      const at = this.#idle.findLastIndex(({ network }) => network === waiting.job.network);
      for (const worker of this.#idle.splice(at, 1)) void this.#work(worker, waiting);
    }
    while (this.#queue.length > this.#starting && this.size < this.#settings.workers && !this.#closed) this.#start();
    if (this.#queue.length === 0 && this.#busy.size === 0 && this.#idle.length > 0) this.#restSoon();
  }

  #start(): void {
    this.#starting++;
    this.#lastStart = this.#lastStart.then(async () => {
      try {
        const worker = await TesseractWorker.start(this.#settings.tessdata);
        if (this.#closed) await worker.stop();
        else this.#idle.push(worker);
      } catch (error) {
        // Whoever waits first learns why; the others try again with a start of their own.
        this.#queue.shift()?.reject(error);
      } finally {
        this.#starting--;
        this.#next();
      }
    });
  }

  async #work(worker: TesseractWorker, { job, limits, resolve, reject }: Waiting): Promise<void> {
    this.#busy.add(worker);
    let stopped: 'ocr.timeout' | 'ocr.cancelled' | undefined;
    const stop = (why: 'ocr.timeout' | 'ocr.cancelled') => {
      stopped ??= why;
      void worker.stop();
    };
    const onAbort = () => stop('ocr.cancelled');
    limits.signal?.addEventListener('abort', onAbort, { once: true });
    const endPatience = startPatience(
      limits.timeoutMs,
      () => this.#busy.size,
      () => stop('ocr.timeout'),
    );
    try {
      limits.onStart?.();
      resolve(await worker.read(job));
    } catch (error) {
      reject(
        stopped
          ? new RecognizerError(stopped, stopped === 'ocr.timeout' ? { milliseconds: limits.timeoutMs } : {})
          : this.#closed
            ? new RecognizerError('ocr.cancelled')
            : error,
      );
      // After a failure the engine's inner state is not to be trusted.
      await worker.stop();
    } finally {
      limits.onEnd?.(endPatience());
      limits.signal?.removeEventListener('abort', onAbort);
      this.#busy.delete(worker);
      await this.#giveBack(worker, job);
      this.#next();
    }
  }

  async #giveBack(worker: TesseractWorker, { page }: EngineJob): Promise<void> {
    if (!worker.alive) return;
    const tooMany = this.#idle.length + this.#busy.size >= this.#settings.workers;
    // The memory of the engine grows with a page and never shrinks.
    const swollen = page.width * page.height > ORDINARY_PIXELS;
    if (this.#closed || tooMany || swollen || worker.pages >= this.#settings.recycleAfter) await worker.stop();
    else this.#idle.push(worker);
  }

  #restSoon(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const worker of this.#idle.splice(0)) void worker.stop();
    }, this.#settings.idleMs);
    this.#idleTimer.unref();
  }
}

/** Answers requests: validates them, does the work, and turns every failure into an answer. One failing page never touches another. */
import { constants, setPriority } from 'node:os';
import { RecognizerError } from '#shared/recognizer/failure';
import {
  type Answer,
  type Progress,
  type Reply,
  type Request,
  requestSchema,
  type RequestKind,
  type RequestOf,
} from '#shared/recognizer/messages';
import { Pool } from './engine/pool';
import { Documents } from './files/documents';
import { readingCopyOf } from './files/reading-copy';
import { derivePage } from './files/derive';
import { measurePage } from './files/load-gray';
import { takeImage } from './files/take';
import { viewOf } from './files/view';
import { Gate } from './gate';
import { ORDINARY_PIXELS } from './limits';
import type { Link } from './link';
import { readPage } from './read/read-page';
import { withCodes } from './separators/codes';
import { readSheet } from './sheets/read-sheet';

/** Twenty times an ordinary page on a slow PC; beyond it something is wrong with the page. */
const DEFAULT_PAGE_TIMEOUT_MS = 120_000;

/** Progress more often than this would only cost messages. */
const PROGRESS_EVERY_MS = 200;

export class RecognizerServer {
  readonly #documents = new Documents();
  readonly #pool = new Pool();
  /** One page is prepared while each worker reads another: no worker waits, and memory holds that many pages. */
  readonly #gate = new Gate(() => this.#pool.limit + 1);
  readonly #running = new Map<number, AbortController>();
  readonly #end: () => void;
  #pageTimeoutMs = DEFAULT_PAGE_TIMEOUT_MS;
  #pagesDone = 0;

  constructor(end: () => void) {
    this.#end = end;
  }

  serve(link: Link): void {
    link.onMessage((message) => void this.#receive(message, link));
  }

  async #receive(message: unknown, link: Link): Promise<void> {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      const id = (message as { id?: unknown } | null)?.id;
      if (typeof id === 'number') send(link, { kind: 'failure', id, code: 'recognizer.badMessage', data: {} });
      return;
    }
    const request = parsed.data;
    try {
      const result: unknown = await this.#answer(request, link);
      send(link, { kind: 'result', id: request.id, result });
      if (request.kind === 'shutdown') this.#end();
    } catch (error) {
      const failure =
        error instanceof RecognizerError
          ? error
          : new RecognizerError('recognizer.internal', { name: error instanceof Error ? error.name : 'unknown' });
      send(link, { kind: 'failure', id: request.id, code: failure.code, data: failure.data });
    }
  }

  async #answer(request: Request, link: Link): Promise<Answer<RequestKind>> {
    switch (request.kind) {
      case 'configure':
        return this.#configure(request.settings);
      case 'describe':
        return this.#documents.describe(request.path);
      case 'page':
        return withCodes(await this.#documents.page(request.path, request.index), request.codes);
      case 'take':
        return withCodes(await takeImage(request.bytes, request.dpi), request.codes);
      case 'derive':
        return derivePage(request);
      case 'sheet':
        return readSheet(request.path, request.sheet);
      case 'close':
        await this.#documents.close(request.path);
        return { done: true };
      case 'view':
        return viewOf(request.bytes, request.longSide);
      case 'readingCopy':
        return readingCopyOf(request.bytes, request.dpi);
      case 'recognise':
        return this.#recognise(request, link);
      case 'cancel':
        this.#running.get(request.target)?.abort();
        return { done: true };
      case 'stats':
        return {
          rss: process.memoryUsage.rss(),
          workers: this.#pool.size,
          pagesDone: this.#pagesDone,
          waiting: this.#pool.waiting + this.#gate.waiting,
        };
      case 'shutdown':
        for (const running of this.#running.values()) running.abort();
        await Promise.all([this.#pool.close(), this.#documents.close()]);
        return { done: true };
    }
  }

  #configure({ pageTimeoutMs, background, ...pool }: RequestOf<'configure'>['settings']): Answer<'configure'> {
    if (background === true) stepBack();
    if (pageTimeoutMs !== undefined) this.#pageTimeoutMs = pageTimeoutMs;
    this.#pool.configure(pool);
    return { done: true };
  }

  async #recognise({ id, bytes, dpi, options }: RequestOf<'recognise'>, link: Link): Promise<Answer<'recognise'>> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      const weight = await weightOf(bytes, dpi);
      const read = () =>
        readPage(bytes, this.#pool, {
          dpi,
          effort: options?.effort ?? 'full',
          timeoutMs: options?.timeoutMs ?? this.#pageTimeoutMs,
          signal: controller.signal,
          onProgress: progressTo(link, id),
        });
      const reading = await this.#gate.pass(controller.signal, read, weight);
      this.#pagesDone++;
      return reading;
    } finally {
      this.#running.delete(id);
    }
  }
}

/** Some systems forbid it. */
const stepBack = (): void => {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {}
};

/** Pages as large as several count as several, so that memory stays within its bounds. */
const weightOf = async (bytes: Uint8Array, dpi: number | undefined): Promise<number> => {
  const { width, height, scale } = await measurePage(bytes, dpi);
  return Math.max(1, Math.ceil((width * height * scale * scale) / ORDINARY_PIXELS));
};

const progressTo = (link: Link, id: number) => {
  let last = 0;
  let lastPhase: Progress['phase'] | undefined;
  return (phase: Progress['phase'], fraction: number): void => {
    const now = performance.now();
    if (phase === lastPhase && now - last < PROGRESS_EVERY_MS) return;
    last = now;
    lastPhase = phase;
    send(link, { kind: 'progress', id, phase, fraction: Math.max(0, Math.min(1, fraction)) });
  };
};

const send = (link: Link, reply: Reply): void => link.post(reply);

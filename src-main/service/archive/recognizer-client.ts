/**
 * The service's hold on the recognizer: promises instead of messages.
 *
 * The recognizer may die at any time (that is what it is apart for): then every open request rejects with 'recognizer.exited' and the
 * owner starts another. A foreign file may also keep it busy for ever; requests about files and pictures have a deadline, and when
 * it passes the process is ended.
 */
import type { z } from 'zod';
import { RecognizerError } from '#shared/recognizer/failure';
import {
  type Answer,
  answerSchemas,
  type Description,
  type Picture,
  type PixelBox,
  type Progress,
  type QuarterTurn,
  type Reading,
  type ReadingCopy,
  type RecogniseOptions,
  replySchema,
  type Request,
  type RequestKind,
  type RequestOf,
  type ScannedPage,
  type Settings,
  type SheetTable,
  type Stats,
} from '#shared/recognizer/messages';
import type { RecognizerLink } from '../transport/recognizer-link';

export type RecogniseCall = {
  /** From the scanner, if it told. */
  readonly dpi?: number;
  readonly options?: RecogniseOptions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Pick<Progress, 'phase' | 'fraction'>) => void;
};

/** Opening and decoding a page takes seconds even for a 600 dpi A3 on an old PC. */
const FILE_DEADLINE_MS = 180_000;

type Pending = {
  readonly kind: RequestKind;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: RecognizerError) => void;
  readonly onProgress?: RecogniseCall['onProgress'];
};

type CallOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: RecogniseCall['onProgress'];
  readonly deadlineMs?: number;
};

export class RecognizerClient {
  readonly #link: RecognizerLink;
  readonly #deadlineMs: number;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #exited = false;

  constructor(link: RecognizerLink, options: { readonly deadlineMs?: number } = {}) {
    this.#link = link;
    this.#deadlineMs = options.deadlineMs ?? FILE_DEADLINE_MS;
    link.onMessage((message) => this.#receive(message));
    link.onExit(() => this.#giveUp());
  }

  /** False once the process has ended; a new link and client are needed then. */
  get alive(): boolean {
    return !this.#exited;
  }

  async configure(settings: Partial<Settings>): Promise<void> {
    await this.#call('configure', { settings });
  }

  /** What the file is, by its content. Rejects with a refusal (`SCAN_REFUSALS`). */
  describe(path: string, signal?: AbortSignal): Promise<Description> {
    return this.#call('describe', { path }, { signal, deadlineMs: this.#deadlineMs });
  }

  /** The preservation copy of one page, from 0. Ask for the pages of a file in order and call `close` at the end. */
  page(
    path: string,
    index: number,
    { codes, signal }: { readonly codes?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<ScannedPage> {
    return this.#call('page', { path, index, ...(codes && { codes }) }, { signal, deadlineMs: this.#deadlineMs });
  }

  /** A single image from a scanner, `dpi` as the scanner was told. `codes`: look for QR codes too. */
  take(bytes: Uint8Array, { dpi, codes }: { readonly dpi?: number; readonly codes?: boolean } = {}): Promise<ScannedPage> {
    return this.#call('take', { bytes, ...(dpi !== undefined && { dpi }), ...(codes && { codes }) }, { deadlineMs: this.#deadlineMs });
  }

  /** The page turned clockwise, or the part of it in `box`, as a page of its own. */
  derive(bytes: Uint8Array, how: { readonly dpi?: number; readonly turn?: QuarterTurn; readonly box?: PixelBox }): Promise<ScannedPage> {
    return this.#call('derive', { bytes, ...how }, { deadlineMs: this.#deadlineMs });
  }

  /** The cells of a list in a file. */
  sheet(path: string, sheet?: string): Promise<SheetTable> {
    return this.#call('sheet', { path, ...(sheet !== undefined && { sheet }) }, { deadlineMs: this.#deadlineMs });
  }

  /** Lets go of the file. */
  async close(path: string): Promise<void> {
    await this.#call('close', { path });
  }

  /** As JPEG, with at most `longSide` pixels along its longer side. */
  view(bytes: Uint8Array, longSide: number): Promise<Picture> {
    return this.#call('view', { bytes, longSide }, { deadlineMs: this.#deadlineMs });
  }

  /** The page in layers, small, for reading on a screen. */
  readingCopy(bytes: Uint8Array, dpi: number, signal?: AbortSignal): Promise<ReadingCopy> {
    return this.#call('readingCopy', { bytes, dpi }, { signal, deadlineMs: this.#deadlineMs });
  }

  /** Text and word boxes. Rejects with 'ocr.timeout', 'ocr.crashed' or 'ocr.cancelled'; other pages go on. */
  recognise(bytes: Uint8Array, { dpi, options, signal, onProgress }: RecogniseCall = {}): Promise<Reading> {
    return this.#call('recognise', { bytes, ...(dpi !== undefined && { dpi }), ...(options && { options }) }, { signal, onProgress });
  }

  stats(): Promise<Stats> {
    return this.#call('stats', {});
  }

  /** Ends the process in good order; open pages end with 'ocr.cancelled'. */
  async shutdown(): Promise<void> {
    await this.#call('shutdown', {});
  }

  async #call<K extends RequestKind>(
    kind: K,
    body: Omit<RequestOf<K>, 'id' | 'kind'>,
    { signal, onProgress, deadlineMs }: CallOptions = {},
  ): Promise<Answer<K>> {
    if (this.#exited) throw new RecognizerError('recognizer.exited');
    if (signal?.aborted) throw new RecognizerError('ocr.cancelled');
    const id = this.#nextId++;
    let deadline: NodeJS.Timeout | undefined;
    let onAbort: (() => void) | undefined;
    try {
      const result = await new Promise<unknown>((resolve, reject) => {
        this.#pending.set(id, { kind, resolve, reject, onProgress });
        onAbort = () => {
          this.#pending.delete(id);
          reject(new RecognizerError('ocr.cancelled'));
          if (kind === 'recognise') this.#link.post({ kind: 'cancel', id: this.#nextId++, target: id });
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        if (deadlineMs !== undefined) deadline = setTimeout(() => this.#unresponsive(id), deadlineMs);
        this.#link.post({ ...body, kind, id } as unknown as Request);
      });
      return result as Answer<K>;
    } finally {
      clearTimeout(deadline);
      if (onAbort) signal?.removeEventListener('abort', onAbort);
      this.#pending.delete(id);
    }
  }

  #receive(message: unknown): void {
    const parsed = replySchema.safeParse(message);
    if (!parsed.success) return;
    const reply = parsed.data;
    const pending = this.#pending.get(reply.id);
    // The answer to a request that was given up.
    if (!pending) return;
    switch (reply.kind) {
      case 'progress':
        pending.onProgress?.({ phase: reply.phase, fraction: reply.fraction });
        return;
      case 'failure':
        pending.reject(new RecognizerError(reply.code, reply.data));
        return;
      case 'result': {
        const schema: z.ZodType = answerSchemas[pending.kind];
        const result = schema.safeParse(reply.result);
        if (result.success) pending.resolve(result.data);
        else pending.reject(new RecognizerError('recognizer.badMessage'));
      }
    }
  }

  #unresponsive(id: number): void {
    this.#pending.get(id)?.reject(new RecognizerError('recognizer.unresponsive'));
    this.#link.kill();
  }

  #giveUp(): void {
    this.#exited = true;
    for (const { reject } of this.#pending.values()) reject(new RecognizerError('recognizer.exited'));
    this.#pending.clear();
  }
}

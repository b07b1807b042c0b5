/**
 * Reads the pages of the durable queue (job-table.ts), several at once, through the recognizer. A result is kept in one
 * transaction: text and state of the page, its words, the end of its job; a crash in between repeats this page and no other.
 *
 * What becomes of a page that could not be read:
 *
 * | reason | |
 * | --- | --- |
 * | the queue or the program is stopped | waits again, no attempt counted |
 * | the recognizer died while it read several pages | waits again and is then read alone, so that the guilty page is known |
 * | timeout, death while alone | waits again, after the last attempt failed; after a timeout without second attempts |
 * | its file is missing or damaged | failed at once |
 * | the recognizer cannot be started, the disk is full | waits again, the queue rests for a while |
 */
import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/error-table';
import { RecognizerError } from '#shared/recognizer/failure';
import type { PowerState } from '#shared/contract/service-link';
import type { QueueState } from '#shared/contract/window/archive';
import type { Reading } from '#shared/recognizer/messages';
import type { Book } from '../book/book';
import { diskFailure } from './atomic-file';
import type { Extractions } from './extractions';
import type { Alarms } from './gate/alarms';
import { type Job, type JobTable, maxAttempts } from './job-table';
import type { PageFiles } from './page-files';
import type { PageTable } from './page-table';
import type { RecognizerHost } from './recognizer-host';
import { type RestReason, restReasonFor } from './rest-reason';
import { createSignal } from './signal';
import { throttle } from './throttle';

export interface OcrQueue {
  /** From now on pages are read by themselves; before, only by `drain`. */
  start(): void;
  state(): QueueState;
  /** Kept over restarts. Pages in work are read to their end. */
  pause(paused: boolean): void;
  /** Before all others; pages that were read already stay as they are. */
  readFirst(pageIds: readonly string[]): void;
  /** Once more, before all others. Corrections by people stay. */
  readAgain(pageIds: readonly string[]): void;
  /** Pages were queued. */
  wake(): void;
  /**
   * Reads until nothing waits, also when the queue is paused. Ends after the pages in work when `signal` aborts.
   * @throws AppError ocr.unavailable when the recognizer cannot be started, store.diskFull
   */
  drain(signal?: AbortSignal): Promise<void>;
  /** Gives back the pages in work. */
  close(): Promise<void>;
}

export interface QueueParts {
  readonly book: Book;
  readonly jobs: JobTable;
  readonly pages: PageTable;
  readonly files: PageFiles;
  readonly recognizer: RecognizerHost;
  readonly extractions: Pick<Extractions, 'pageRead'>;
  readonly alarms: Pick<Alarms, 'look'>;
  readonly readers: () => number;
  readonly power: () => PowerState;
}

const pausedSetting = 'ocr.paused';
const heartbeatMs = 30_000;
const lowCheckMs = 5000;
const eventEveryMs = 500;
const longestText = 200_000;
/** While each of several readers reads a page, the recognizer prepares the next one. A single reader leaves the other core to the people at work. */
const atOnce = (readers: number): number => (readers > 1 ? readers + 1 : readers);
/** Rests after the recognizer could not be started, or the disk was full. */
const firstRestMs = 1000;
const longestRestMs = 60_000;
const drainGivesUpAfter = 3;

export function createOcrQueue({ book, jobs, pages, files, recognizer, extractions, alarms, readers, power }: QueueParts): OcrQueue {
  /** `alone`: no other page beside it. `accompanied`: at some time there was one, so that a death may be the other's fault. */
  const inWork = new Map<string, { fraction: number; alone: boolean; accompanied: boolean; done: Promise<void> }>();
  const suspects = new Set<string>();
  const stopping = new AbortController();
  let started = false;
  let draining = 0;
  const changes = createSignal();
  let rests = 0;
  /** Why nothing is read, from the first failed start until a page was read again. */
  let restReason: AppError | undefined;
  let restTimer: NodeJS.Timeout | undefined;

  const tell = throttle(() => book.events.emit({ kind: 'ocr' }), eventEveryMs);
  const paused = () => book.settings.get<boolean>(pausedSetting) ?? false;
  /** Battery or memory is low: asked before every page, and every few seconds while it holds. `drain` was asked for by a person and goes on. */
  let lowOn: RestReason | null = null;
  const isLow = (): boolean => {
    const before = lowOn;
    lowOn = restReasonFor(power(), lowOn);
    if (lowOn !== before) tell();
    return lowOn !== null;
  };
  const mayRead = () => !stopping.signal.aborted && restTimer === undefined && (draining > 0 || (started && !paused() && !isLow()));

  /** A page that may have brought the recognizer down waits until it can be read alone. */
  const takeNext = (): Job | undefined => {
    try {
      return book.transact(() => {
        const job = jobs.take();
        if (job === undefined || inWork.size === 0 || !suspects.has(job.pageId)) return job;
        jobs.giveBack(job.pageId, job.lastError, false);
        return undefined;
      });
    } catch (error) {
      rest(error);
      return undefined;
    }
  };

  const fillUp = (): void => {
    while (mayRead() && inWork.size < atOnce(readers()) && ![...inWork.values()].some(({ alone }) => alone)) {
      const job = takeNext();
      if (job === undefined) return;
      const alone = suspects.has(job.pageId);
      const work = { fraction: 0, alone, accompanied: false, done: Promise.resolve() };
      inWork.set(job.pageId, work);
      if (inWork.size > 1) for (const each of inWork.values()) each.accompanied = true;
      work.done = workOn(job, (fraction) => {
        work.fraction = fraction;
        tell();
      });
    }
  };

  const workOn = async (job: Job, onFraction: (fraction: number) => void): Promise<void> => {
    tell();
    try {
      const reading = await read(job, onFraction);
      book.transact(() => keep(job.pageId, reading));
      suspects.delete(job.pageId);
      rests = 0;
      restReason = undefined;
    } catch (error) {
      handBack(job, diskFailure(error));
    } finally {
      inWork.delete(job.pageId);
      tell();
      fillUp();
      changes.fire();
    }
  };

  const read = async ({ pageId, lastError }: Job, onFraction: (fraction: number) => void): Promise<Reading | undefined> => {
    const page = pages.imageOf(pageId);
    if (page === undefined) return undefined; // moved aside meanwhile
    const bytes = await files.readPage(page.image);
    const { signal } = stopping;
    return recognizer.use(
      (client) =>
        client.recognise(bytes, {
          ...(page.dpi !== null && { dpi: page.dpi }),
          ...(lastError === 'ocr.timeout' && { options: { effort: 'fast' as const } }),
          signal,
          onProgress: ({ phase, fraction }) => onFraction(overall(phase, fraction)),
        }),
      signal,
    );
  };

  const keep = (pageId: string, reading: Reading | undefined): void => {
    if (!jobs.finish(pageId, reading?.seconds ?? null) || reading === undefined) return;
    const corrected = book.records.get('page', pageId)?.values.correctedText !== undefined;
    book.records.save([
      {
        type: 'page',
        id: pageId,
        values: {
          rawText: reading.text.slice(0, longestText),
          machineText: reading.corrected === reading.text ? null : reading.corrected.slice(0, longestText),
          confidence: Math.round(reading.meanConfidence),
          rotation: reading.rotation,
          ...(!corrected && { state: reading.flagged ? 'CAN_XEM' : 'DA_DOC', textSource: 'OCR' }),
        },
      },
    ]);
    book.search.putPageWords(
      pageId,
      reading.words.map(({ text, raw, x, y, w, h, confidence, line }) => ({
        text,
        raw,
        x,
        y,
        w,
        h,
        confidence: Math.round(confidence),
        line,
      })),
    );
    extractions.pageRead(pageId);
    const { width, height } = pages.summary(pageId) ?? { width: 0, height: 0 };
    alarms.look({ id: pageId, width, height, rotation: reading.rotation, words: reading.words });
  };

  const handBack = (job: Job, error: unknown): void => {
    if (mustRest(error)) rest(error);
    try {
      book.transact(() => settle(job, error));
    } catch (problem) {
      // The database cannot be written now: the lease runs out and the page is taken up again then.
      rest(problem);
    }
  };

  const settle = ({ pageId, attempt, lastError }: Job, error: unknown): void => {
    if (stopping.signal.aborted || mustRest(error)) return jobs.giveBack(pageId, lastError, false);
    const code = reasonFor(error);
    if (isDeath(error)) suspects.add(pageId);
    const foundGuilty = !isDeath(error) || inWork.get(pageId)?.accompanied === false;
    if (foundGuilty && (attempt >= maxAttempts || code === 'page.missing' || code === 'page.damaged')) giveUp(pageId, code);
    else jobs.giveBack(pageId, code, foundGuilty);
  };

  const giveUp = (pageId: string, code: ErrorCode): void => {
    if (jobs.fail(pageId, code)) markFailed(pageId);
  };

  const markFailed = (pageId: string): void => {
    const page = book.records.get('page', pageId);
    if (page === undefined || page.removedAt !== null || page.values.correctedText !== undefined) return;
    book.records.save([{ type: 'page', id: pageId, values: { state: 'LOI' } }]);
  };

  const rest = (reason: unknown): void => {
    restReason =
      reason instanceof AppError ? reason : new AppError(codeOf(reason) === 'ocr.unavailable' ? 'ocr.unavailable' : 'store.io', {}, reason);
    tell();
    clearTimeout(restTimer);
    if (stopping.signal.aborted) return;
    restTimer = setTimeout(
      () => {
        restTimer = undefined;
        fillUp();
        changes.fire();
      },
      Math.min(firstRestMs * 2 ** rests++, longestRestMs),
    );
    if (draining === 0) restTimer.unref();
  };

  /** Leases of this run are renewed first: after the sleep of a laptop they have run out, but the pages are in work. */
  const takeUp = (): void => {
    try {
      book.transact(() => {
        for (const pageId of inWork.keys()) jobs.renew(pageId);
        jobs.takeUpAbandoned().forEach(markFailed);
      });
    } catch (error) {
      rest(error);
    }
  };

  const heartbeat = setInterval(() => {
    takeUp();
    fillUp();
  }, heartbeatMs);
  heartbeat.unref();
  const lowCheck = setInterval(() => {
    if (lowOn !== null || (started && inWork.size === 0 && jobs.counts().waiting > 0)) fillUp();
  }, lowCheckMs);
  lowCheck.unref();
  takeUp();

  return {
    start: () => {
      started = true;
      fillUp();
    },
    state: () => {
      const counts = jobs.counts();
      const secondsPerPage = jobs.meanSeconds();
      const left = counts.waiting + counts.reading;
      return {
        paused: paused(),
        ...counts,
        current: [...inWork].map(([pageId, { fraction }]) => ({ pageId, title: book.records.titleOf(pageId) ?? '', fraction })),
        secondsPerPage,
        secondsLeft: secondsPerPage === null ? null : (left * secondsPerPage) / readers(),
        low: left > 0 ? lowOn : null,
        problem: restReason && left > 0 ? { code: restReason.code, details: restReason.details } : null,
      };
    },
    pause: (wanted) => {
      book.settings.set(pausedSetting, wanted);
      tell();
      fillUp();
    },
    readFirst: (pageIds) => {
      book.transact(() => {
        for (const id of pageIds) if (pages.imageOf(id) !== undefined) jobs.ask(id, false);
      });
      tell();
      fillUp();
    },
    readAgain: (pageIds) => {
      book.transact(() => {
        for (const id of pageIds) {
          const page = book.records.get('page', id);
          if (page === undefined || page.removedAt !== null || !jobs.ask(id, true) || page.values.correctedText !== undefined) continue;
          book.records.save([{ type: 'page', id, values: { state: 'CHO_DOC' } }]);
        }
      });
      tell();
      fillUp();
    },
    wake: () => {
      tell();
      fillUp();
    },
    drain: async (signal) => {
      draining++;
      const stop = () => changes.fire();
      signal?.addEventListener('abort', stop);
      try {
        for (;;) {
          if (!signal?.aborted) fillUp();
          if (stopping.signal.aborted || (inWork.size === 0 && (signal?.aborted || jobs.counts().waiting === 0))) return;
          if (rests >= drainGivesUpAfter) throw restReason;
          await changes.next();
          if (signal?.aborted) {
            await Promise.all([...inWork.values()].map(({ done }) => done));
            return;
          }
        }
      } finally {
        draining--;
        signal?.removeEventListener('abort', stop);
      }
    },
    close: async () => {
      stopping.abort();
      clearInterval(heartbeat);
      clearInterval(lowCheck);
      clearTimeout(restTimer);
      await Promise.all([...inWork.values()].map(({ done }) => done));
      tell.stop();
      changes.fire();
    },
  };
}

/** Share of the whole work on a page, from that of its phase: preparation is short, second attempts are rare. */
function overall(phase: 'waiting' | 'preparing' | 'reading' | 'second-attempt', fraction: number): number {
  switch (phase) {
    case 'preparing':
      return 0.15 * fraction;
    case 'waiting':
      return 0.15;
    case 'reading':
      return 0.15 + 0.75 * fraction;
    case 'second-attempt':
      return 0.9 + 0.1 * fraction;
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof RecognizerError || error instanceof AppError ? error.code : undefined;

const mustRest = (error: unknown): boolean => ['ocr.unavailable', 'store.diskFull'].includes(codeOf(error) ?? '');

/** The whole recognizer died, whoever of the pages in it was the reason. */
const isDeath = (error: unknown): boolean => ['recognizer.exited', 'recognizer.unresponsive'].includes(codeOf(error) ?? '');

/** What people are told. */
function reasonFor(error: unknown): ErrorCode {
  const code = codeOf(error);
  switch (code) {
    case 'ocr.timeout':
    case 'page.missing':
    case 'page.damaged':
      return code;
    case 'scan.corrupt':
    case 'scan.tooLarge':
      return 'page.damaged';
    default:
      return 'ocr.crashed';
  }
}

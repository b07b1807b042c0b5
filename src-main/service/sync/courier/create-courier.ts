import { partBounds, type CourierLook, type CourierProgress, type StickBundle } from '#shared/contract/window/courier';
import { AppError } from '#shared/errors/app-error';
import { answerName, isRequestName, type StickEntry } from '#shared/sync/bundle-stick';
import type { Book } from '../../book/book';
import { requireReal } from '../../book/training';
import { type EnrolledHub, readHub } from '../enrolled-hub';
import { openLineParts } from '../line-parts';
import type { KeepPageImage, ReadPageImage } from '../sync-service';
import type { CourierService } from './courier-service';
import { acceptFromStick, isPending, writeRequest } from './enrol-files';
import { openLedger } from './ledger';
import { createProgress, type ProgressMeter } from './progress';
import { partsIn, readBundles, type StickPart } from './read-bundles';
import { type OpenFiles, openStick, type Stick } from './stick';
import { openStickPages } from './stick-pages';
import { writeBundle } from './write-bundle';

export interface CourierOptions {
  readonly readPageImage: ReadPageImage;
  readonly keepPageImage: KeepPageImage;
  /** Another disk than the real one, for tests. */
  readonly openFiles?: OpenFiles;
}

/** What one change weighs in a batch, measured on Vietnamese case records; for what is not formed yet. */
const bytesPerChange = 230;

/** The way by stick of an open book. It works beside the line: both take from the same outbox, and everything is idempotent. */
export function createCourier(book: Book, { readPageImage, keepPageImage, openFiles }: CourierOptions): CourierService {
  const line = openLineParts(book);
  line.memory.protocol = 2;
  const ledger = openLedger(book.db);
  const pages = openStickPages(line);
  let running: { readonly progress: ProgressMeter; readonly abort: AbortController; readonly ended: Promise<unknown> } | undefined;

  const waiting = () => {
    const ops = book.outbox.counts();
    const images = line.blobs.totals().waiting;
    const changes = ops.waiting + ops.sent;
    return { changes, pages: images.pages, bytes: images.bytes + Math.max(line.batches.waitingBytes(), changes * bytesPerChange) };
  };
  const status: CourierService['status'] = () => {
    const hub = readHub(book.syncState);
    return {
      hub: hub ? { name: hub.name, profile: hub.certificate.standalone ? 'standalone' : 'connected' } : null,
      enrolmentPending: isPending(line),
      waiting: waiting(),
      wishes: pages.wishes().length,
      lastWrittenAt: book.syncState.get<string>('courier.writtenAt') ?? null,
      lastReadAt: book.syncState.get<string>('courier.readAt') ?? null,
      progress: running?.progress.now() ?? null,
    };
  };

  /** One piece of work on a stick at a time. */
  async function run<T>(
    work: CourierProgress['work'],
    dir: string,
    body: (stick: Stick, progress: ProgressMeter, go: () => boolean) => Promise<T>,
  ): Promise<T> {
    if (running) throw new AppError('courier.busy');
    const abort = new AbortController();
    const progress = createProgress(work, book.events);
    const result = (async () => body(await openStick(dir, openFiles), progress, () => !abort.signal.aborted))();
    running = { progress, abort, ended: result.catch(() => undefined) };
    try {
      return await result;
    } finally {
      running = undefined;
      book.events.emit({ kind: 'courier', progress: null });
    }
  }
  const enrolled = (): EnrolledHub => {
    const hub = readHub(book.syncState);
    if (!hub) throw new AppError('sync.notEnrolled');
    return hub;
  };

  return {
    status,
    look: async (dir) => look(await openStick(dir, openFiles)),
    write: (dir, partBytes = partBounds.usual) =>
      run('write', dir, (stick, progress, go) => {
        // Each byte is written once and read back once.
        progress.expect(waiting().bytes * 2);
        return writeBundle({ line, hub: enrolled(), ledger, pages, readPageImage, go }, stick, partBytes, progress);
      }),
    read: (dir) =>
      run('read', dir, (stick, progress, go) => readBundles({ line, hub: enrolled(), ledger, pages, keepPageImage, go }, stick, progress)),
    cancel() {
      running?.abort.abort();
      return running !== undefined;
    },
    async enrolRequest(dir, code) {
      requireReal(book);
      return { file: await writeRequest(line, await openStick(dir, openFiles), code) };
    },
    async enrolAnswer(dir) {
      await acceptFromStick(line, await openStick(dir, openFiles));
      book.events.emit({ kind: 'sync' });
      return status();
    },
    async close() {
      running?.abort.abort();
      await running?.ended;
    },
  };

  async function look(stick: Stick): Promise<CourierLook> {
    const [sent, received, freeBytes, writable] = await Promise.all([
      stick.len.list(),
      stick.xuong.list(),
      stick.freeBytes(),
      stick.writable(),
    ]);
    const committee = readHub(book.syncState)?.certificate.committee;
    const own = partsIn(sent).filter(({ bundle }) => ledger.written(bundle));
    const forUs = partsIn(received).filter((part) => part.committee === committee);
    const files = (entries: readonly StickEntry[]): number =>
      partsIn(entries).length + entries.filter(({ name }) => isRequestName(name)).length;
    return {
      dir: stick.dir,
      writable,
      freeBytes: freeBytes ?? null,
      incoming: bundlesOf(forUs, ledger.hasRead),
      outgoing: bundlesOf(own, ledger.isTaken),
      others: files(sent) - own.length + files(received) - forUs.length,
      enrolmentAnswer: received.some(({ name }) => name === answerName(book.outbox.identity().device)),
    };
  }
}

function bundlesOf(parts: readonly StickPart[], isDone: (part: StickPart) => boolean): StickBundle[] {
  const bundles = new Map<string, StickPart[]>();
  for (const part of parts) bundles.set(part.bundle, [...(bundles.get(part.bundle) ?? []), part]);
  return [...bundles].map(([bundle, all]) => ({
    bundle,
    parts: all.length,
    bytes: all.reduce((sum, { entry }) => sum + entry.bytes, 0),
    writtenAt: new Date(Math.max(...all.map(({ entry }) => entry.writtenAt))).toISOString(),
    done: all.every(isDone),
  }));
}

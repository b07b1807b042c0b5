import { hostname } from 'node:os';
import type { Book } from '../book/book';
import { uploadStep } from './blob-upload';
import { enrolWith } from './enrol-client';
import { keepHub, readHub } from './enrolled-hub';
import { createHttpClient, pingHub } from './http-client';
import { createLine, type Round } from './line';
import { openLineParts, textWaits } from './line-parts';
import { openPageLines } from './page-line';
import { syncText } from './round';
import { isSameHub, startAnew } from './start-anew';
import { standaloneSync } from './standalone-sync';
import { describeStatus } from './status';
import type { ReadPageImage, RefusedRecord, SyncService } from './sync-service';

export interface SyncOptions {
  readonly readPageImage: ReadPageImage;
  /** Whether the line works by itself while the book is open (default), or only from `enrol` on. */
  readonly background?: boolean;
}

/** Refused changes that the window shows at once. */
const refusedShown = 500;

/** The sync line of an open book. On a standalone workstation nothing of it can open a connection. */
export function createSync(book: Book, options: SyncOptions): SyncService {
  return book.committee.profile === 'standalone' ? standaloneSync(book) : connectedSync(book, options);
}

function connectedSync(book: Book, { readPageImage, background = true }: SyncOptions): SyncService {
  const parts = openLineParts(book);
  const { key, batches, blobs, kept, speed, memory } = parts;
  const pages = openPageLines(parts);
  // A book that was enrolled by files knows no address: its hub is reached by stick alone.
  let hub = readHub(book.syncState);
  if (hub?.url === '') hub = undefined;
  let skewMs: number | undefined;
  blobs.retryAside();

  const round: Round = async (say, go, signal) => {
    const enrolled = hub;
    if (!enrolled) return;
    const client = createHttpClient({
      url: enrolled.url,
      authority: enrolled.tlsAuthority,
      device: book.outbox.identity().device,
      key,
      signal,
      speed,
      onSkew: (ms) => {
        skewMs = ms;
      },
      onLine: (up) => say(up ? 'sending' : 'unreachable'),
    });
    try {
      const talk = { client, hub: enrolled, go };
      do {
        say('receiving');
        await syncText(parts, talk, say);
        if (blobs.waiting(1).length > 0) say('sending');
        // Text that comes up goes before the images that are left.
        await uploadStep(parts, { ...talk, go: () => go() && !textWaits(parts) }, readPageImage);
      } while (go() && textWaits(parts));
    } finally {
      client.close();
    }
  };

  const line = createLine(round, {
    probe: async () => hub !== undefined && pingHub({ url: hub.url, authority: hub.tlsAuthority }),
    changed: () => book.events.emit({ kind: 'sync' }),
  });
  const stopListening = book.events.on((event) => {
    if (event.kind === 'outbox' || (event.kind === 'records' && event.origin === 'local')) line.nudge();
  });
  const isPaused = (): boolean => book.syncState.get<boolean>('paused') === true;
  if (hub && background && !isPaused()) line.start();

  const status = (): ReturnType<SyncService['status']> => describeStatus({ ...parts, line, hub, paused: isPaused(), skewMs });

  return {
    status,
    async enrol(hubUrl, code) {
      const found = await enrolWith({
        hubUrl,
        code,
        device: book.outbox.identity().device,
        deviceName: hostname().slice(0, 120) || 'workstation',
        key,
      });
      await line.stop();
      book.transact(() => {
        if (!isSameHub(readHub(book.syncState), found)) startAnew(parts);
        keepHub(book.syncState, found);
        book.syncState.set('paused', undefined);
      });
      hub = found;
      memory.aligned = false;
      line.start();
      return status();
    },
    async runNow() {
      await line.runNow();
      return status();
    },
    pause(paused) {
      book.syncState.set('paused', paused || undefined);
      if (paused) void line.stop();
      else if (hub) line.start();
      book.events.emit({ kind: 'sync' });
      return status();
    },
    refused: () => refusedRecords(book, (id) => kept.has(id)),
    pageLine: pages.of,
    pageFirst(image) {
      const found = pages.first(image);
      line.nudge();
      return found;
    },
    fetchPages: () => 0,
    async close() {
      stopListening();
      await line.stop();
    },
  };
}

function refusedRecords(book: Book, staysHere: (id: string) => boolean): RefusedRecord[] {
  return book.outbox
    .parked(refusedShown)
    .filter((op) => !staysHere(op.recordId))
    .map((op) => ({ id: op.recordId, type: op.type, title: book.records.titleOf(op.recordId) ?? '', reason: op.reason, at: op.at }));
}

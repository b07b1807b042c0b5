import { hostname } from 'node:os';
import type { Book } from '../book/book';
import { createBatchFormer } from './batch-former';
import { openBatchTable } from './batch-table';
import { openBlobQueue } from './blob-queue';
import { uploadBlobs } from './blob-upload';
import { openDeviceKey } from './crypto/device-key';
import { enrolWith } from './enrol-client';
import { type EnrolledHub, keepHub, readHub } from './enrolled-hub';
import { createHubClient } from './hub-client';
import { openKeptTable } from './kept-table';
import { createLine, type Round } from './line';
import { openPageLines } from './page-line';
import { pullAll } from './pull';
import { align, pushAll } from './push';
import { createSpeedMeter } from './speed';
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
  const batches = openBatchTable(book.db);
  const blobs = openBlobQueue(book.db);
  const kept = openKeptTable(book.db);
  const key = openDeviceKey(book.syncState);
  const former = createBatchFormer({ book, batches, blobs, kept, key });
  const speed = createSpeedMeter();
  const pages = openPageLines(book);
  let hub = readHub(book.syncState);
  let skewMs: number | undefined;
  /** Whether hub and book are known to agree on what was taken. */
  let aligned = false;
  blobs.retryAside();

  const round: Round = async (say, go, signal) => {
    const enrolled = hub;
    if (!enrolled) return;
    const client = createHubClient({
      url: enrolled.url,
      device: book.outbox.identity().device,
      key,
      signal,
      onTransfer: speed.add,
      onSkew: (ms) => {
        skewMs = ms;
      },
    });
    const parts = { book, batches, former, kept };
    const { committee } = enrolled.certificate;
    const textWaits = (): boolean => book.outbox.watermarks().made > (batches.last(book.outbox.identity().incarnation)?.lastSeq ?? 0);
    do {
      say('sending');
      if (!aligned) await align(parts, client);
      aligned = true;
      await pushAll(parts, client, committee, go);
      say('receiving');
      if ((await pullAll(book, client, enrolled, go)).restored) aligned = false;
      if (blobs.waiting(1).length > 0) say('sending');
      await uploadBlobs(blobs, client, readPageImage, () => go() && !textWaits());
    } while (go() && (textWaits() || !aligned));
  };

  const line = createLine(round, () => book.events.emit({ kind: 'sync' }));
  const stopListening = book.events.on((event) => {
    if (event.kind === 'outbox' || (event.kind === 'records' && event.origin === 'local')) line.nudge();
  });
  const isPaused = (): boolean => book.syncState.get<boolean>('paused') === true;
  if (hub && background && !isPaused()) line.start();

  const status = (): ReturnType<SyncService['status']> =>
    describeStatus({ book, batches, blobs, kept, line, hub, paused: isPaused(), bytesPerSecond: speed.bytesPerSecond(), skewMs });

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
        if (!isSameHub(hub, found)) startAnew();
        keepHub(book.syncState, found);
        book.syncState.set('paused', undefined);
      });
      hub = found;
      aligned = false;
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
    pageFirst: pages.first,
    fetchPages: () => 0,
    async close() {
      stopListening();
      await line.stop();
    },
  };

  /** Another hub, or another committee there: all that was ever saved is sent again, from the first op. */
  function startAnew(): void {
    batches.dropAll();
    blobs.reset();
    book.outbox.rewind(0);
    book.syncState.set('cursor', undefined);
    book.syncState.set('lastConfirmedAt', undefined);
  }
}

const isSameHub = (before: EnrolledHub | undefined, now: EnrolledHub): boolean =>
  before !== undefined && before.certificate.hub === now.certificate.hub && before.certificate.committee === now.certificate.committee;

function refusedRecords(book: Book, staysHere: (id: string) => boolean): RefusedRecord[] {
  return book.outbox
    .parked(refusedShown)
    .filter((op) => !staysHere(op.recordId))
    .map((op) => ({ id: op.recordId, type: op.type, title: book.records.titleOf(op.recordId) ?? '', reason: op.reason, at: op.at }));
}

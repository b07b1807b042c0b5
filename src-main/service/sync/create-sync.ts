import { hostname } from 'node:os';
import type { Book } from '../book/book';
import { requireReal } from '../book/training';
import { AppError } from '#shared/errors/app-error';
import { anchorStep } from './anchors';
import { inBackground, nextOf } from './background';
import { fetchImage, fetchStep } from './blob-fetch';
import { uploadStep } from './blob-upload';
import { openAgeIdentity } from './courier/age-identity';
import { enrolWith } from './enrol-client';
import { type EnrolledHub, keepHub, readHub } from './enrolled-hub';
import { createHttpClient, type HttpClient, pingHub } from './http-client';
import { createLine, type Round } from './line';
import { openLineParts, textWaits } from './line-parts';
import { openPageLines } from './page-line';
import { refusedRecords } from './refused';
import { syncText } from './round';
import { createRestingClient } from './resting-client';
import { isSameHub, startAnew } from './start-anew';
import { standaloneSync } from './standalone-sync';
import { describeStatus } from './status';
import type { KeepPageImage, ReadPageImage, SyncService } from './sync-service';
import type { Updates } from '../update/updates';
import { updateStep } from './update-step';

export interface SyncOptions {
  readonly readPageImage: ReadPageImage;
  readonly keepPageImage: KeepPageImage;
  readonly hasPageImage: (sha256: string) => boolean;
  /** Whether the line works by itself while the book is open (default), or only from `enrol` on. */
  readonly background?: boolean;
  /** Takes the updates that the hub hands down. */
  readonly updates?: Updates | undefined;
}

/** The sync line of an open book. On a standalone workstation nothing of it can open a connection. */
export function createSync(book: Book, options: SyncOptions): SyncService {
  return book.committee.profile === 'standalone' ? standaloneSync(book, options.hasPageImage) : connectedSync(book, options);
}

function connectedSync(book: Book, { readPageImage, keepPageImage, hasPageImage, background = true, updates }: SyncOptions): SyncService {
  const parts = openLineParts(book);
  const { key, blobs, kept, speed, memory } = parts;
  const pages = openPageLines({ ...parts, hasPageImage, hasHub: () => hub !== undefined });
  // A book that was enrolled by files knows no address: its hub is reached by stick alone.
  let hub = readHub(book.syncState);
  if (hub?.url === '') hub = undefined;
  let skewMs: number | undefined;
  blobs.retryAside();

  const resting = createRestingClient();
  const saves = nextOf();
  const round: Round = async (say, go, signal) => {
    const enrolled = hub;
    if (!enrolled) return;
    const client = resting.take(enrolled, signal) ?? connect(enrolled, signal, (up) => say(up ? 'sending' : 'unreachable'));
    const talk = { client, hub: enrolled, go };
    // Text that comes up goes before what is left of all this.
    const behindText = { ...talk, go: () => go() && !textWaits(parts) };
    const anchoring = inBackground(() => anchorStep(parts, behindText));
    try {
      do {
        say('receiving');
        await syncText(parts, talk, say);
        anchoring.begin();
        if (blobs.waiting(1).length > 0) say('sending');
        await fetchStep(parts, behindText, keepPageImage);
        await uploadStep(parts, behindText, readPageImage);
        // Text does not wait either for an answer about the audit log that is under way: its hashes are 32 bytes an entry that do not pack.
        while (anchoring.isUnderWay() && !textWaits(parts)) await Promise.race([anchoring.ended(), saves.next()]);
        if (updates) await updateStep(parts, behindText, updates);
      } while (go() && textWaits(parts));
      await anchoring.ended();
      resting.keep(client, enrolled, signal);
    } catch (error) {
      client.close();
      await anchoring.ended().catch(() => undefined);
      throw error;
    }
  };

  const connect = (to: EnrolledHub, signal: AbortSignal, onLine?: (up: boolean) => void): HttpClient =>
    createHttpClient({
      url: to.url,
      authority: to.tlsAuthority,
      device: book.outbox.identity().device,
      key,
      signal,
      speed,
      onSkew: (ms) => {
        skewMs = ms;
      },
      ...(onLine && { onLine }),
    });

  /** Images that a person waits for, by hash: asked for once, on a connection of their own. */
  const opening = new Map<string, Promise<void>>();
  const ended = new AbortController();
  async function fetchNow(image: string): Promise<void> {
    const enrolled = hub;
    if (!enrolled || isPaused()) throw new AppError('page.missing');
    pages.first(image);
    // Who waits at the screen is told as soon as the line is seen to be away; the page stays asked for.
    const away = new AbortController();
    const client = connect(enrolled, AbortSignal.any([ended.signal, away.signal]), (up) => {
      if (up) return;
      resting.drop();
      away.abort();
    });
    try {
      await fetchImage(parts, { client }, image, keepPageImage);
    } finally {
      client.close();
    }
  }

  const line = createLine(round, {
    probe: async () => hub !== undefined && pingHub({ url: hub.url, authority: hub.tlsAuthority }),
    changed: () => book.events.emit({ kind: 'sync' }),
  });
  const stopListening = book.events.on((event) => {
    if (event.kind !== 'outbox' && (event.kind !== 'records' || event.origin !== 'local')) return;
    line.nudge();
    saves.tell();
  });
  const isPaused = (): boolean => book.syncState.get<boolean>('paused') === true;
  if (hub && background && !isPaused()) line.start();

  const status = (): ReturnType<SyncService['status']> => describeStatus({ ...parts, line, hub, paused: isPaused(), skewMs });

  return {
    status,
    async enrol(hubUrl, code) {
      requireReal(book);
      const found = await enrolWith({
        hubUrl,
        code,
        device: book.outbox.identity().device,
        deviceName: hostname().slice(0, 120) || 'workstation',
        key,
        recipient: (await openAgeIdentity(book.syncState)).recipient,
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
    refused: () => refusedRecords(book, kept),
    pageLine: pages.of,
    pageFirst(image) {
      const found = pages.first(image);
      line.nudge();
      return found;
    },
    fetchPages(fileId) {
      const asked = pages.wantFile(fileId);
      if (asked > 0) line.nudge();
      return asked;
    },
    fetchPageImage(image) {
      const underWay = opening.get(image) ?? fetchNow(image).finally(() => opening.delete(image));
      opening.set(image, underWay);
      return underWay;
    },
    async close() {
      stopListening();
      ended.abort();
      await Promise.allSettled(opening.values());
      await line.stop();
    },
  };
}

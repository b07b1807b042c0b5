/** What a workstation puts into a bundle: everything that the hub has not confirmed. Independent of age and of any disk. */
import type { Watermark } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { logAloneCursor } from '#shared/sync/cursor';
import { type Frame, frameKinds, listedAtOnce, type SignText, writePlace } from '#shared/sync/bundle';
import { blobFrame, signedFrame } from '#shared/sync/bundle-frames';
import { stickLinks } from '../anchors';
import type { EnrolledHub } from '../enrolled-hub';
import type { LineParts } from '../line-parts';
import { cursorOf } from '../pull';
import { nextBatch, releaseKept } from '../push';
import { isSnapshotWanted } from '../wanted-snapshot';
import type { ReadPageImage } from '../sync-service';
import { bundleTools } from '#shared/node/bundle-tools';
import { readsLogKey } from './incoming';
import type { CourierLedger, WrittenState } from './ledger';
import type { StickPages } from './stick-pages';

export interface OutgoingParts {
  readonly line: LineParts;
  readonly hub: EnrolledHub;
  readonly bundle: string;
  readonly ledger: CourierLedger;
  readonly pages: StickPages;
  readonly readPageImage: ReadPageImage;
  readonly sign: SignText;
  /** Whether it may go on; asked between frames. */
  go(): boolean;
}

/** Counted while the content is read. */
export interface Holds {
  changes: number;
  pages: number;
  bytes: number;
  receipts: number;
  wishes: number;
  missingPages: number;
}

export const nothingHeld = (): Holds => ({ changes: 0, pages: 0, bytes: 0, receipts: 0, wishes: 0, missingPages: 0 });

/** What stands now, to be remembered with the bundle. */
export function stateForBundle({ book, batches }: LineParts): WrittenState {
  const marks = batches.incarnations().map((incarnation) => [incarnation, batches.lastAcknowledged(incarnation)?.number ?? 0] as const);
  return { acknowledged: Object.fromEntries(marks), cursor: cursorOf({ book }) };
}

/**
 * Receipts, wishes, batches (others' that the hub might lose, then former lives, then this one), images.
 * @throws AppError courier.cancelled; what the book throws
 */
export async function* outgoingContent(parts: OutgoingParts, holds: Holds): AsyncGenerator<Frame, void> {
  for await (const frame of allOf(parts, holds)) {
    if (!parts.go()) throw new AppError('courier.cancelled');
    holds.bytes += frame.payload.length;
    yield frame;
  }
}

async function* allOf(parts: OutgoingParts, holds: Holds): AsyncGenerator<Frame, void> {
  yield receiptFrame(parts, holds);
  yield* wishFrames(parts, holds);
  releaseKept(parts.line);
  yield* batchFrames(parts, holds);
  for (const link of stickLinks(parts.line)) yield signedFrame('audit', { bundle: parts.bundle, link }, parts.sign, bundleTools);
  yield* blobFrames(parts, holds);
}

function receiptFrame({ line, bundle, ledger, sign }: OutgoingParts, holds: Holds): Frame {
  const marks = line.batches.incarnations().flatMap((incarnation): Watermark[] => {
    const last = line.batches.lastAcknowledged(incarnation);
    return last ? [{ incarnation, number: last.number, hash: last.hash, applied: last.lastSeq, confirmed: last.lastSeq }] : [];
  });
  const taken = ledger.lastRead(listedAtOnce);
  holds.receipts = taken.length;
  const at = new Date(line.now()).toISOString();
  const start = line.book.syncState.get(readsLogKey) ? logAloneCursor : '';
  const cursor = writePlace(cursorOf(line) || start, isSnapshotWanted(line));
  const receipt = { bundle, at, cursor, durable: 0, taken, marks, blobs: [], refused: [] };
  return signedFrame('receipt', receipt, sign, bundleTools);
}

/** Told also when there are none: the hub then forgets earlier ones. */
function* wishFrames({ pages, bundle, sign }: OutgoingParts, holds: Holds): Generator<Frame, void> {
  const wishes = pages.wishes();
  holds.wishes = wishes.length;
  for (let from = 0; from === 0 || from < wishes.length; from += listedAtOnce)
    yield signedFrame('wish', { bundle, blobs: wishes.slice(from, from + listedAtOnce) }, sign, bundleTools);
}

async function* batchFrames({ line, hub, go }: OutgoingParts, holds: Holds): AsyncGenerator<Frame, void> {
  const { book, batches, carried } = line;
  for (const incarnation of carried.incarnations()) {
    for (let batch = carried.nextAfter(incarnation, 0); batch; batch = carried.nextAfter(incarnation, batch.number))
      yield { kind: frameKinds.batch, payload: batch.bytes };
  }
  const own = book.outbox.identity().incarnation;
  for (const incarnation of [...batches.incarnations().filter((one) => one !== own), own]) {
    for (let batch = batches.undurableAfter(incarnation, 0); batch; batch = batches.undurableAfter(incarnation, batch.number))
      yield { kind: frameKinds.batch, payload: batch.bytes };
    for (let sent = 0; ; ) {
      const batch = nextBatch(line, { hub }, incarnation, sent);
      if (!batch) break;
      sent = batch.number;
      holds.changes += batch.lastSeq - batch.firstSeq + 1 - batch.withheld.length;
      yield { kind: frameKinds.batch, payload: batch.bytes };
      if (!go()) return;
      await line.breathe();
    }
  }
}

async function* blobFrames({ pages, readPageImage }: OutgoingParts, holds: Holds): AsyncGenerator<Frame, void> {
  for (const { hash } of pages.waiting()) {
    if (!pages.mayLeave(hash)) continue;
    const image = await readPageImage(hash).catch((error: unknown) => {
      if (error instanceof AppError && error.code.startsWith('page.')) return undefined;
      throw error;
    });
    if (!image || image.length === 0) {
      holds.missingPages += 1;
      continue;
    }
    holds.pages += 1;
    yield blobFrame(hash, image);
  }
}

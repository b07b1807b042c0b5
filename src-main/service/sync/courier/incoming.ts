/** Takes over what the hub wrote for this committee, frame by frame. Independent of age and of any disk. */
import { AppError } from '#shared/errors/app-error';
import { BundleError, type BundleHeader, type BundleReceipt } from '#shared/sync/bundle';
import type { BundleItem } from '#shared/sync/bundle-open';
import { learnAnchors } from '../anchors';
import { alignStep } from '../align';
import type { EnrolledHub } from '../enrolled-hub';
import type { LineParts, Talk } from '../line-parts';
import { note, noted } from '../line-notes';
import { cursorOf, pullStep } from '../pull';
import { positionOf } from '#shared/sync/cursor';
import type { KeepPageImage } from '../sync-service';
import type { CourierLedger } from './ledger';
import { stickHub } from './stick-hub';
import { keepStickPart, type StickSnapshot, takeStickSnapshot } from './stick-snapshot';
import type { StickPages } from './stick-pages';
import { takePage } from './take-page';

export interface IncomingParts {
  readonly line: LineParts;
  readonly hub: EnrolledHub;
  readonly ledger: CourierLedger;
  readonly pages: StickPages;
  readonly keepPageImage: KeepPageImage;
  /** Whether it may go on; asked between frames. */
  go(): boolean;
}

/** Set where the log is read from its beginning although the hub would send a snapshot. */
export const readsLogKey = 'courier.readsLog';

export interface Received {
  changes: number;
  pages: number;
  bytes: number;
}

/** Who may have written a bundle for this workstation. @throws BundleError foreignHub, foreignCommittee, notForUs */
export const senderOfIncoming =
  ({ certificate, publicKey }: EnrolledHub) =>
  (header: BundleHeader): string => {
    if (header.hub !== certificate.hub) throw new BundleError('foreignHub');
    if (header.committee !== certificate.committee) throw new BundleError('foreignCommittee');
    if (header.direction !== 'down') throw new BundleError('notForUs');
    return publicKey;
  };

/**
 * Every item stands by itself: what was taken over before something goes wrong stays. Returns whether all of them were good.
 * @throws BundleError of the part; AppError courier.cancelled, store.diskFull and others of the book
 */
export async function takeIncoming(
  parts: IncomingParts,
  header: BundleHeader,
  items: AsyncIterable<BundleItem>,
  received: Received,
): Promise<boolean> {
  let good = true;
  let snapshot: StickSnapshot | undefined;
  const receipts: BundleReceipt[] = [];
  const endSnapshot = async (): Promise<void> => {
    const ending = snapshot;
    snapshot = undefined;
    if (!ending) return;
    good = (await ending.end()) && good;
    // It lacks what this book has: the log is asked for instead.
    if (parts.line.memory.readsLog) parts.line.book.syncState.set(readsLogKey, true);
  };
  try {
    for await (const item of items) {
      if (!parts.go()) throw new AppError('courier.cancelled');
      // The receipts of a bundle are one: it goes on in frames where the lists are long. So are the frames of a snapshot.
      if (item.kind === 'receipt') receipts.push(item.receipt);
      else if (receipts.length > 0) await takeReceipts(parts, receipts.splice(0));
      if (item.kind !== 'snapshot') await endSnapshot();
      else if (item.what === 'part') await (snapshot ? snapshot.part(item.bytes) : keepStickPart(parts.line, item.bytes));
      else snapshot = takeStickSnapshot(parts.line, parts.hub, item.bytes);
      good = (await takeItem(parts, item, received)) && good;
    }
  } finally {
    await endSnapshot();
  }
  if (receipts.length > 0) await takeReceipts(parts, receipts);
  if (good) parts.line.book.transact(() => parts.ledger.read(header, new Date(parts.line.now()).toISOString()));
  return good;
}

/** False for an item that was not what it claimed. */
async function takeItem(parts: IncomingParts, item: BundleItem, received: Received): Promise<boolean> {
  const { pages, keepPageImage } = parts;
  switch (item.kind) {
    case 'page':
      return takePage(parts, item.from, item.page, received);
    case 'blob':
      if (pages.isNamed(item.hash)) {
        await keepPageImage(item.hash, item.bytes);
        parts.line.book.transact(() => pages.granted(item.hash));
        received.pages += 1;
        received.bytes += item.bytes.length;
      }
      return true;
    case 'wish':
      parts.line.book.transact(() => {
        for (const hash of item.blobs) pages.sendAgain(hash);
      });
      return true;
    case 'audit':
      parts.line.book.transact(() => learnAnchors(parts.line.book, item.audit.anchors));
      return true;
    case 'spoilt':
      return false;
    case 'receipt':
    case 'snapshot':
    case 'batch':
      return true;
  }
}

async function takeReceipts(parts: IncomingParts, receipts: readonly BundleReceipt[]): Promise<void> {
  const { line, hub, ledger } = parts;
  const { book, blobs } = line;
  const own = book.outbox.identity().incarnation;
  const marks = new Map(receipts.flatMap((receipt) => receipt.marks).map((mark) => [mark.incarnation, mark]));
  const taken = receipts.flatMap((receipt) => receipt.taken);
  const bundles = [...new Set(taken.map(({ bundle }) => bundle))].flatMap((bundle) => ledger.written(bundle) ?? []);
  book.transact(() => {
    ledger.take(taken);
    for (const { blobs: whole } of receipts) blobs.confirm(whole);
    const mark = marks.get(own);
    // Where another copy of this book went on in this life, the numbers are not ours.
    const isOurs = mark !== undefined && line.batches.byHash(own, mark.hash) !== undefined;
    for (const { incarnation, seq, words } of receipts.flatMap((receipt) => receipt.refused))
      if (incarnation === own && isOurs) book.outbox.park(seq, words);
  });
  const talk: Talk = { client: stickHub({ marks }), hub, go: () => true };
  const isOld = line.batches.incarnations().some((incarnation) => {
    const now = line.batches.lastAcknowledged(incarnation)?.number ?? 0;
    const there = marks.get(incarnation)?.number ?? 0;
    // Less than is acknowledged: an old stick, unless it has read a bundle that was written when the hub had more than it has now.
    return there < now && !bundles.some(({ acknowledged }) => (acknowledged[incarnation] ?? 0) > there);
  });
  if (!isOld) {
    acknowledgeThrough(line, marks);
    await alignStep(line, talk);
  }
  const [{ cursor: end, durable } = { cursor: '', durable: 0 }] = receipts;
  // A page tells it as well, but where this book has the whole log none comes any more.
  if (end !== '' && end === cursorOf(line)) book.transact(() => line.carried.dropThrough(durable));
  const head = positionOf(end);
  if (head < positionOf(cursorOf(line)) && bundles.some(({ cursor }) => positionOf(cursor) > head))
    await pullStep(line, { ...talk, client: stickHub({ marks, page: 'unknown' }) });
}

/** The line is told batch by batch; a stick tells the last one of each life. */
function acknowledgeThrough(
  { book, batches, now }: LineParts,
  marks: ReadonlyMap<string, { readonly incarnation: string; readonly hash: string }>,
): void {
  book.transact(() => {
    for (const { incarnation, hash } of marks.values()) {
      const through = batches.byHash(incarnation, hash);
      if (!through || through.state === 'replaced') continue;
      for (
        let next = batches.nextAfter(incarnation, 0);
        next && next.number <= through.number;
        next = batches.nextAfter(incarnation, next.number)
      )
        batches.acknowledge(incarnation, next.number);
      // Where the hub had been restored, it waited to be sent again.
      if (incarnation === book.outbox.identity().incarnation) book.outbox.markSent(through.lastSeq);
      note({ book, now }, 'lastConfirmedAt');
    }
  });
}

/** When the line last found that the other side, or this one, is an older state. */
export const restoredNotes = ({ book }: LineParts): { hub: string | null; book: string | null } => ({
  hub: noted(book, 'hubRestoredAt'),
  book: noted(book, 'stationRestoredAt'),
});

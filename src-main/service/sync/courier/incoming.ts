/** Takes over what the hub wrote for this committee, frame by frame. Independent of age and of any disk. */
import { AppError } from '#shared/errors/app-error';
import { BatchError, readBatchHeader } from '#shared/sync/batch';
import { BundleError, type BundleHeader, type BundleReceipt } from '#shared/sync/bundle';
import type { BundleItem } from '#shared/sync/bundle-open';
import { decodeLogPage, encodeLogPage } from '#shared/sync/log-page';
import { alignStep } from '../align';
import { batchTools, sha256Hex } from '../crypto/batch-tools';
import type { EnrolledHub } from '../enrolled-hub';
import type { LineParts, Talk } from '../line-parts';
import { note, noted } from '../line-notes';
import { cursorOf, pullStep } from '../pull';
import type { KeepPageImage } from '../sync-service';
import type { CourierLedger } from './ledger';
import { stickHub } from './stick-hub';
import type { StickPages } from './stick-pages';

export interface IncomingParts {
  readonly line: LineParts;
  readonly hub: EnrolledHub;
  readonly ledger: CourierLedger;
  readonly pages: StickPages;
  readonly keepPageImage: KeepPageImage;
  /** Whether it may go on; asked between frames. */
  go(): boolean;
}

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
  const receipts: BundleReceipt[] = [];
  for await (const item of items) {
    if (!parts.go()) throw new AppError('courier.cancelled');
    // The receipts of a bundle are one: it goes on in frames where the lists are long.
    if (item.kind === 'receipt') receipts.push(item.receipt);
    else if (receipts.length > 0) await takeReceipts(parts, receipts.splice(0));
    good = (await takeItem(parts, item, received)) && good;
  }
  if (receipts.length > 0) await takeReceipts(parts, receipts);
  if (good) parts.ledger.read(header, new Date(parts.line.now()).toISOString());
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
        pages.granted(item.hash);
        received.pages += 1;
        received.bytes += item.bytes.length;
      }
      return true;
    case 'wish':
      for (const hash of item.blobs) pages.sendAgain(hash);
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
    for (const { incarnation, seq, words } of receipts.flatMap((receipt) => receipt.refused))
      if (incarnation === own) book.outbox.park(seq, words);
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
  const head = positionOf(receipts[0]?.cursor ?? '');
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
      note({ book, now }, 'lastConfirmedAt');
    }
  });
}

/**
 * A page of the log that follows on cursor `from`. One that lies behind what is here already changes nothing; one before which something
 * is missing waits for the next bundle, which begins where this book tells that it is.
 */
async function takePage(parts: IncomingParts, from: string, bytes: Uint8Array, received: Received): Promise<boolean> {
  const { line, hub } = parts;
  const { incarnation: own } = line.book.outbox.identity();
  let page: ReturnType<typeof decodeLogPage>;
  let hashes: string[];
  try {
    page = decodeLogPage(bytes, batchTools);
    hashes = page.bodies.map((body) => readBatchHeader(body, batchTools).hash);
  } catch (error) {
    if (error instanceof BatchError || error instanceof RangeError || (error as Error).name === 'ZodError') return false;
    throw error;
  }
  const chain = chainOf(from, hashes);
  if (chain.at(-1) !== page.cursor) return false;
  const here = cursorOf(line);
  const talk = (answer: Uint8Array | 'unknown'): Talk => ({ client: stickHub({ marks: new Map(), page: answer }), hub, go: () => false });
  if (isWithin(here, chain) && !chain.includes(here)) await pullStep(line, talk('unknown'));
  const at = positionOf(cursorOf(line));
  if (at >= positionOf(page.cursor) || at < positionOf(from)) return true;
  // The page is for all workstations of the committee: what this book wrote itself it has.
  const others = page.bodies.map((body, i) => ({ body, entry: page.batches[i], header: readBatchHeader(body, batchTools).header }));
  const wanted = others.filter(({ header }) => header.incarnation !== own);
  const batches = wanted.flatMap(({ entry }) => (entry ? [entry] : []));
  const { bodies: _, ...head } = page;
  try {
    await pullStep(
      line,
      talk(
        encodeLogPage(
          { ...head, batches },
          wanted.map(({ body }) => body),
          batchTools,
        ),
      ),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === 'sync.badAnswer') return false;
    throw error;
  }
  received.changes += wanted.reduce((sum, { header }) => sum + header.count, 0);
  received.bytes += bytes.length;
  return true;
}

const positionOf = (cursor: string): number => Number.parseInt(cursor, 10) || 0;
const isWithin = (cursor: string, chain: readonly string[]): boolean =>
  positionOf(cursor) >= positionOf(chain[0] ?? '') && positionOf(cursor) <= positionOf(chain.at(-1) ?? '');

/** The cursors before, between and behind these batches: a page of a stick has no gaps. */
function chainOf(from: string, hashes: readonly string[]): string[] {
  const chain = [from];
  let logHash = from.split('.')[1] ?? '0'.repeat(64);
  hashes.forEach((hash, i) => {
    logHash = sha256Hex(logHash + hash);
    chain.push(`${positionOf(from) + i + 1}.${logHash}`);
  });
  return chain;
}

/** When the line last found that the other side, or this one, is an older state. */
export const restoredNotes = ({ book }: LineParts): { hub: string | null; book: string | null } => ({
  hub: noted(book, 'hubRestoredAt'),
  book: noted(book, 'stationRestoredAt'),
});

/** Pages of the log as a stick brings them, one after the other from where the furthest behind of the committee stands. */
import { AppError } from '#shared/errors/app-error';
import { BatchError, readBatchHeader } from '#shared/sync/batch';
import { decodeLogPage, encodeLogPage, type LogPage } from '#shared/sync/log-page';
import { placeAfter, positionOf, readCursor, writeCursor } from '#shared/sync/cursor';
import { batchTools } from '../crypto/batch-tools';
import type { Talk } from '../line-parts';
import { cursorOf, pullStep } from '../pull';
import { isThrough, readTo, takeBehind } from '../read-through';
import { takeWhole } from '../snapshot';
import type { IncomingParts, Received } from './incoming';
import { stickHub } from './stick-hub';

/**
 * A page of the log that follows on cursor `from`. One that lies behind what is here already changes nothing; one before which something
 * is missing waits for the next bundle, which begins where this book tells that it is.
 */
export async function takePage(
  parts: Pick<IncomingParts, 'line' | 'hub'>,
  from: string,
  bytes: Uint8Array,
  received: Received,
): Promise<boolean> {
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
  if (chain.at(-1) !== writeCursor(readCursor(page.cursor))) return false;
  try {
    await takeBehindSnapshot(parts, chain, page);
  } catch (error) {
    if (error instanceof AppError && error.code === 'sync.badAnswer') return false;
    throw error;
  }
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

/** The log behind a snapshot that came before it (read-through.ts). */
async function takeBehindSnapshot(
  { line, hub }: Pick<IncomingParts, 'line' | 'hub'>,
  chain: readonly string[],
  page: LogPage,
): Promise<void> {
  const underWay = line.snapshot.underWay();
  if (!underWay || underWay.next || isThrough(underWay)) return;
  const read = readTo(underWay);
  const at = chain.indexOf(read);
  if (at === -1 && isWithin(read, chain)) line.book.transact(() => line.snapshot.end());
  if (at === -1 || at === chain.length - 1) return;
  takeBehind(line, hub, { ...page, batches: page.batches.slice(at), bodies: page.bodies.slice(at) });
  await takeWhole(line);
}

const isWithin = (cursor: string, chain: readonly string[]): boolean =>
  positionOf(cursor) >= positionOf(chain[0] ?? '') && positionOf(cursor) <= positionOf(chain.at(-1) ?? '');

/** The cursors before, between and behind these batches: a page of a stick has no gaps. Its beginning may be told by its position. */
function chainOf(from: string, hashes: readonly string[]): string[] {
  let place = readCursor(from);
  const chain = [writeCursor(place)];
  for (const hash of hashes) {
    place = placeAfter(place, hash, batchTools);
    chain.push(writeCursor(place));
  }
  return chain;
}

import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { noHash } from '#shared/sync/batch';
import { decodeLogPage, type LogPage } from '#shared/sync/log-page';
import type { Op } from '#shared/sync/op';
import { batchTools } from './crypto/batch-tools';
import type { EnrolledHub } from './enrolled-hub';
import { type HubClient, type HubReply, unexpected } from './hub-client';
import { keepBatch } from './keep-batch';
import { heard, type LineParts, type Talk } from './line-parts';
import { proveBatch } from './prove-batch';
import { isInPlaceOfOther, startOver, takeOverLost } from './take-over';
import { finishSnapshot, isTakingSnapshot } from './take-snapshot';

/**
 * Takes what the other workstations of the committee and the hub wrote, page by page; the next page is on its way while this one is
 * applied. Each batch is one transaction, the last of a page together with the new cursor. Where the hub no longer has what it
 * had (it was restored), `memory.aligned` is false afterwards and its log is read from the beginning; so it is where a copy of this book writes in
 * its life.
 * @throws AppError of HubClient; sync.badAnswer for a page that is not what its authors signed; store.diskFull
 */
export async function pullStep(parts: LineParts, { client, hub, go }: Talk): Promise<void> {
  const { book, memory } = parts;
  let asked = ask(parts, client, cursorOf(parts));
  for (;;) {
    const reply = await asked;
    if (reply.status === 410 && cursorOf(parts) !== '') {
      book.transact(() => startOver(parts));
      memory.aligned = false;
      return;
    }
    if (reply.status !== 200) throw unexpected(reply);
    heard(parts, reply);
    const page = readPage(reply);
    const more = page.more && go();
    if (more) asked = ask(parts, client, page.cursor);
    try {
      await applyPage(parts, hub, page);
    } catch (error) {
      if (more) await asked.catch(() => undefined);
      throw error;
    }
    if (page.mine !== undefined && isOfCopy(parts, page.mine)) memory.aligned = false;
    if (!more) return;
  }
}

/** Whether the hub has a batch in this book's present life that it never made. */
const isOfCopy = ({ book, batches }: LineParts, hash: string): boolean =>
  hash !== noHash && batches.byHash(book.outbox.identity().incarnation, hash) === undefined;

export const cursorOf = ({ book }: Pick<LineParts, 'book'>): string => book.syncState.get<string>('cursor') ?? '';

/** @param mine the life whose batches the page leaves out */
export const askPage = (client: HubClient, cursor: string, mine: string): Promise<HubReply> =>
  client.send({ method: 'GET', path: `${paths.pull}?${new URLSearchParams({ cursor, mine }).toString()}` });

function ask({ book }: LineParts, client: HubClient, cursor: string): Promise<HubReply> {
  const asked = askPage(client, cursor, book.outbox.identity().incarnation);
  // While a page is applied nobody waits for the next one; what went wrong with it is told when somebody does.
  asked.catch(() => undefined);
  return asked;
}

async function applyPage(parts: LineParts, hub: EnrolledHub, page: LogPage): Promise<void> {
  const { book } = parts;
  const end = (): void => {
    book.syncState.set('cursor', page.cursor || undefined);
    if (page.head) book.syncState.set('head', page.head);
    if (page.durable !== undefined) parts.carried.dropThrough(page.durable);
  };
  if (page.bodies.length === 0) book.transact(end);
  for (const [i, body] of page.bodies.entries()) {
    const proven = proveBatch(hub, page.devices, body);
    const { batch, fromHub } = proven;
    const { position, refused } = page.batches[i] ?? { position: 0, refused: [] };
    const left = new Set(refused);
    const { incarnation, firstSeq, count } = batch.header;
    // Types of a later version pass as well: the store keeps what it does not know.
    const ops = batch.ops as readonly Op[];
    while (isTakingSnapshot(parts)) await finishSnapshot(parts);
    book.transact(() => {
      if (isInPlaceOfOther(parts, batch.header, batch.hash)) takeOverLost(parts, batch.header);
      book.records.applyRemote(
        incarnation,
        ops.filter((op) => !left.has(op.seq)),
        { covers: { firstSeq, lastSeq: firstSeq + count - 1 }, refused: ops.filter((op) => left.has(op.seq)), fromHub },
      );
      keepBatch(parts, proven, position, page);
      if (i === page.bodies.length - 1) end();
    });
    await parts.breathe();
  }
}

/** @throws AppError sync.badAnswer */
export function readPage({ bytes }: HubReply): LogPage {
  try {
    return decodeLogPage(bytes, batchTools);
  } catch (error) {
    throw new AppError('sync.badAnswer', {}, error);
  }
}

import { gapAnswer, paths, type PushAnswer, pushAnswer, watermarkAnswer } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { noHash } from '#shared/sync/batch';
import { isEligible } from '#shared/sync/eligible';
import type { Book } from '../book/book';
import { type BatchFormer, rememberingLookup } from './batch-former';
import type { BatchTable, FormedBatch } from './batch-table';
import { type HubClient, parseReply } from './hub-client';
import type { KeptTable } from './kept-table';

export interface PushParts {
  readonly book: Book;
  readonly batches: BatchTable;
  readonly former: BatchFormer;
  readonly kept: KeptTable;
}

/**
 * Sends what waits, oldest first, one batch at a time, until nothing is left or `go()` says stop.
 * @throws AppError sync.unreachable and the others of HubClient; what was acknowledged until then stays acknowledged
 */
export async function pushAll(parts: PushParts, client: HubClient, committee: string, go: () => boolean): Promise<void> {
  releaseKept(parts);
  while (go()) {
    const { incarnation } = parts.book.outbox.identity();
    const batch = parts.batches.next(incarnation) ?? parts.former.form(committee);
    if (!batch) return;
    parts.book.outbox.markSent(batch.lastSeq);
    const reply = await client.send({ method: 'POST', path: paths.push, body: batch.bytes });
    if (reply.status === 200) acknowledge(parts, batch, parseReply(pushAnswer, reply));
    else if (reply.status === 409) realign(parts, incarnation, parseReply(gapAnswer, reply).hash);
    else if (reply.status === 413 && parts.former.formSmaller()) continue;
    else throw new AppError('sync.hubRefused', { reason: reply.failure ?? String(reply.status) });
  }
}

/**
 * Compares how far the hub says it is with what it acknowledged: a hub that was restored, or a book that was, is found here
 * even when nothing waits. Also learns what has become durable since.
 */
export async function align({ book, batches, ...parts }: PushParts, client: HubClient): Promise<void> {
  const { incarnation } = book.outbox.identity();
  const reply = await client.send({ method: 'GET', path: `${paths.watermark}?${new URLSearchParams({ incarnation }).toString()}` });
  if (reply.status !== 200) throw new AppError('sync.hubRefused', { reason: reply.failure ?? String(reply.status) });
  const { confirmed, hash } = parseReply(watermarkAnswer, reply);
  const acknowledged = batches.lastAcknowledged(incarnation);
  if (hash !== (acknowledged?.hash ?? noHash)) realign({ book, batches, ...parts }, incarnation, hash);
  else book.transact(() => book.outbox.markConfirmed(Math.min(confirmed, acknowledged?.lastSeq ?? 0)));
}

function acknowledge({ book, batches }: PushParts, batch: FormedBatch, answer: PushAnswer): void {
  book.transact(() => {
    for (const { seq, words } of answer.refused) book.outbox.park(seq, words);
    batches.acknowledge(batch.incarnation, batch.number);
    book.outbox.markConfirmed(Math.min(answer.confirmed, batch.lastSeq));
    book.syncState.set('lastConfirmedAt', new Date().toISOString());
  });
}

/**
 * The hub stands elsewhere than we thought. Where its last batch is ours, it missed some or was restored: we go on from there
 * (what it took without our hearing of it is offered again, for its refusals). Where it
 * is not, this book was restored or cloned: it takes a new incarnation, issues again what lies beyond the common prefix, and
 * pulls everything (rule 3).
 */
function realign({ book, batches }: PushParts, incarnation: string, hash: string): void {
  const common = batches.byHash(incarnation, hash);
  book.transact(() => {
    if (common || hash === noHash) {
      batches.sendAgainAfter(incarnation, common?.number ?? 0);
      book.outbox.rewind(common?.lastSeq ?? 0);
      return;
    }
    const shared = batches.lastAcknowledged(incarnation);
    batches.dropUnacknowledged(incarnation);
    book.outbox.renew(shared?.lastSeq ?? 0);
    book.syncState.set('cursor', '');
  });
}

/** Records that were kept here and have become open are issued anew, with everything that belongs to them. */
function releaseKept({ book, kept }: PushParts): void {
  const records = kept.all();
  if (records.length === 0) return;
  const lookup = rememberingLookup(book);
  for (const { id } of records.filter((record) => isEligible(record.type, record.id, lookup))) {
    book.transact(() => {
      kept.remove(id);
      book.records.sendAgain(id);
    });
  }
}

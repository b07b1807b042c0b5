import type { LogPage } from '#shared/sync/log-page';
import { rememberDevice } from '../review/authors';
import type { LineParts } from './line-parts';
import type { ProvenBatch } from './prove-batch';

/**
 * Keeps a batch of the log that the hub might still lose, until its durable position has passed it; what the hub itself wrote, and a copy of this
 * book, is kept for good. A hub of version 1 does not say what is durable: then it waits until one of version 2 does. Within a transaction.
 */
export function keepBatch(
  { book, carried }: Pick<LineParts, 'book' | 'carried'>,
  { batch, bytes, author, fromHub }: ProvenBatch,
  position: number,
  { durable = 0 }: Pick<LogPage, 'durable'>,
): void {
  const { device, incarnation, number } = batch.header;
  if (author) rememberDevice(book, incarnation, author);
  const kept = { incarnation, number, hash: batch.hash, author: fromHub ? undefined : author, bytes: Buffer.from(bytes) };
  if (fromHub || device === book.outbox.identity().device) carried.add(kept, null);
  else if (position > durable) carried.add(kept, position);
  else carried.drop(incarnation, number);
}

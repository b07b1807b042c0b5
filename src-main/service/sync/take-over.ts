import { isHubAuthored } from '#shared/records/registry';
import { type BatchHeader, decodeBatch, readBatchHeader } from '#shared/sync/batch';
import { checkOp } from '#shared/sync/check-op';
import type { Op } from '#shared/sync/op';
import type { CarriedBatch } from './carried-table';
import { batchTools } from './crypto/batch-tools';
import { note } from './line-notes';
import type { LineParts } from './line-parts';
import { wantSnapshot } from './wanted-snapshot';

type Place = Pick<BatchHeader, 'incarnation' | 'number' | 'firstSeq'>;

/**
 * The hub was restored and lost a batch, and before anybody brought it back another copy of its author's book put one of its own in the same place:
 * no hub takes it there any more. Whoever still has it, as its author in a former life or because it was pulled, issues what it held as own ops,
 * and merges what stands there instead. Within a transaction.
 */
export function takeOverLost(parts: LineParts, { incarnation, number, firstSeq }: Place): void {
  const { book, batches, carried } = parts;
  const ops = new Map(book.outbox.takeFormer(incarnation, firstSeq).map((op) => [op.seq, op]));
  for (let lost = carried.nextAfter(incarnation, number - 1); lost; lost = carried.nextAfter(incarnation, lost.number)) {
    // They were proven when they came. What the hub refused then, or only the hub may write, nobody takes over.
    for (const op of decodeBatch(lost.bytes, batchTools, () => true).ops as readonly Op[])
      if (!ops.has(op.seq) && !isHubAuthored(op.type) && checkOp(op) === undefined) ops.set(op.seq, op);
    carried.drop(incarnation, lost.number);
  }
  batches.replaceFrom(incarnation, number);
  book.records.takeOver(
    incarnation,
    firstSeq,
    [...ops.values()].sort((a, b) => a.seq - b.seq),
  );
  wantSnapshot(parts, true);
}

/** Whether this batch of the log stands where another one stood that this book holds. */
export function isInPlaceOfOther({ book, batches, carried }: LineParts, { incarnation, number, firstSeq }: Place, hash: string): boolean {
  const held = carried.nextAfter(incarnation, number - 1);
  if (held?.number === number) return held.hash !== hash;
  return book.outbox.holdsFormer(incarnation, firstSeq) && batches.byHash(incarnation, hash) === undefined;
}

/** The hub answered that it has another batch in the place of this one. What stands there instead comes with the log, from its beginning. */
export function takeOverRefused(parts: LineParts, batch: Place): void {
  const { book, memory } = parts;
  book.transact(() => {
    takeOverLost(parts, batch);
    startOver(parts);
  });
  memory.aligned = false;
}

/** The log is read from its beginning; merging passes over what is here already. Within a transaction. */
export function startOver(parts: LineParts): void {
  parts.book.syncState.set('cursor', undefined);
  parts.carried.forgetPositions();
  note(parts, 'hubRestoredAt');
}

export const placeOf = ({ bytes }: CarriedBatch): Place => readBatchHeader(bytes, batchTools).header;

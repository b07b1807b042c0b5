import { isHubAuthored } from '#shared/records/registry';
import { type DecodedBatch, decodeBatch } from '#shared/sync/batch';
import { checkOp } from '#shared/sync/check-op';
import type { Op } from '#shared/sync/op';
import { batchTools } from './crypto/batch-tools';
import type { LineParts } from './line-parts';

/**
 * The log shows another batch in the place of one that was pulled before: its author and the hub were both restored, and nobody but the readers has what
 * it held. From there on this book issues it as its own, and what the author made instead is merged. Within the transaction that merges the batch.
 */
export function takeOverLost({ book, carried }: Pick<LineParts, 'book' | 'carried'>, { header, hash }: DecodedBatch): void {
  const { incarnation, number, firstSeq } = header;
  let lost = carried.nextAfter(incarnation, number - 1);
  if (lost?.number !== number || lost.hash === hash) return;
  const ops: Op[] = [];
  for (; lost; lost = carried.nextAfter(incarnation, lost.number)) {
    // They were proven when they came. What the hub refused then, or only the hub may write, nobody takes over.
    const batch = decodeBatch(lost.bytes, batchTools, () => true);
    ops.push(...(batch.ops as readonly Op[]).filter((op) => !isHubAuthored(op.type) && checkOp(op) === undefined));
    carried.drop(incarnation, lost.number);
  }
  book.records.takeOver(incarnation, firstSeq, ops);
}

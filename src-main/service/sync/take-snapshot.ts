import { sha256Hex } from '#shared/node/batch-tools';
import { AppError } from '#shared/errors/app-error';
import { BatchError, readBatchHeader } from '#shared/sync/batch';
import { decodeSnapshotPart, type SnapshotAuthors, type SnapshotRecord } from '#shared/sync/snapshot';
import { batchTools } from './crypto/batch-tools';
import type { LineParts } from './line-parts';
import { wantSnapshot } from './wanted-snapshot';

/** Records of a part that are written in one transaction, so that the service answers in between. */
const recordsAtOnce = 500;

/** Whether a snapshot is half taken over: nothing of others is merged and no new life begun until `finishSnapshot`. */
export const isTakingSnapshot = ({ snapshot }: Pick<LineParts, 'snapshot'>): boolean => snapshot.underWay()?.next !== undefined;

/**
 * Takes over a snapshot whose parts are all here, from where it stands. Whoever needs it may call: line and stick go on with each other's.
 * @throws AppError store.diskFull
 */
export async function finishSnapshot(parts: LineParts): Promise<void> {
  const { book, memory, snapshot } = parts;
  let read: { readonly hash: string; readonly records: readonly SnapshotRecord[] } | undefined;
  for (;;) {
    const underWay = snapshot.underWay();
    if (!underWay?.next) return;
    const { description, next } = underWay;
    const { authors, cursor, place = cursor } = description;
    const hash = description.parts[next.part]?.hash;
    if (hash === undefined) {
      book.records.countSnapshot(authors, () => {
        snapshot.end();
        book.syncState.set('cursor', place || undefined);
        wantSnapshot(parts, false);
        if (description.place !== undefined) letGo(parts, authors);
      });
      memory.compared = '';
      return;
    }
    if (read?.hash !== hash) read = { hash, records: readSnapshotPart(snapshot.read(hash) ?? new Uint8Array(), hash) };
    const end = next.record + recordsAtOnce;
    const isLast = end >= read.records.length;
    book.records.takeSnapshot(read.records.slice(next.record, end), authors, () =>
      snapshot.moveTo(isLast ? { part: next.part + 1, record: 0 } : { part: next.part, record: end }),
    );
    await parts.breathe();
  }
}

/**
 * Others' batches that a snapshot holds are durable, or were kept anew while the log was read through to its place. Where a log had to be read from its
 * beginning and a snapshot came instead, no page tells where the former ones stand. Own ones, of a copy of this book, stay.
 */
function letGo({ book, carried }: LineParts, authors: SnapshotAuthors): void {
  const seqOf = new Map(authors.map(({ incarnation, seq }) => [incarnation, seq]));
  const { device } = book.outbox.identity();
  for (const { incarnation, number, author, bytes } of carried.unplaced()) {
    const { firstSeq, count } = readBatchHeader(bytes, batchTools).header;
    if (author?.device !== device && firstSeq + count - 1 <= (seqOf.get(incarnation) ?? 0)) carried.drop(incarnation, number);
  }
}

/** @throws AppError sync.badAnswer for a part that is not what the description promised */
export function readSnapshotPart(bytes: Uint8Array, hash: string): SnapshotRecord[] {
  try {
    if (sha256Hex(bytes) !== hash) throw new BatchError('signature');
    return decodeSnapshotPart(bytes, batchTools);
  } catch (error) {
    if (error instanceof BatchError) throw new AppError('sync.badAnswer', {}, error);
    throw error;
  }
}

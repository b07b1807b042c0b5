import { type BatchHeader, BatchError, type Codec, encodeBatch, noHash } from '#shared/sync/batch';
import type { BatchBody } from '#shared/sync/columns';
import { limits } from '#shared/sync/limits';
import type { Op } from '#shared/sync/op';
import type { Book } from '../book/book';
import type { BatchTable, FormedBatch, KnownBatch } from './batch-table';
import type { BlobQueue } from './blob-queue';
import { batchTools, quickTools } from './crypto/batch-tools';
import type { DeviceKey } from './crypto/device-key';
import type { KeptTable } from './kept-table';
import { mayTravel } from './may-travel';
import { secrecyLookup } from './secrecy-values';

export interface FormerParts {
  readonly book: Book;
  readonly batches: BatchTable;
  readonly blobs: BlobQueue;
  readonly kept: KeptTable;
  readonly key: DeviceKey;
}

export interface BatchFormer {
  /**
   * Forms and keeps the next batch of the outbox of at most `ops` numbers, or undefined when nothing is left.
   * @param quickly packs it less tightly, for a fast line
   */
  form(committee: string, codec: Codec, ops: number, quickly?: boolean): FormedBatch | undefined;
  /** A batch whose bytes were dropped, formed once more from the same ops, and packed as it was: of this life or a former one. */
  reform(committee: string, batch: KnownBatch, codec: Codec): FormedBatch;
  /** Whether everything in this batch may still leave: a record may have become secret since it was formed. */
  mayLeave(batch: KnownBatch): boolean;
  /** The hub found a batch too large: what was not taken is formed anew of fewer ops. False when it was of a single op. */
  formSmaller(batch: KnownBatch): boolean;
}

const keptWords = { vi: 'Giữ lại trên máy này vì độ mật', en: 'Kept on this machine because of its secrecy' };
const tooLargeWords = { vi: 'Bản ghi quá lớn để gửi', en: 'The record is too large to be sent' };

/** Where the largest number of ops is kept that the hub, or something before it, lets through. */
const largestKey = 'largestBatch';

export function createBatchFormer({ book, batches, blobs, kept, key }: FormerParts): BatchFormer {
  const formerOps = book.db
    .prepare<[string, number, number], string>('SELECT op FROM kept_op WHERE incarnation = ? AND seq BETWEEN ? AND ? ORDER BY seq')
    .pluck();
  const largest = (): number => book.syncState.get<number>(largestKey) ?? limits.opsPerBatch;

  const encode = (header: BatchHeader, body: BatchBody, codec: Codec, quickly = false): FormedBatch => {
    const { bytes, hash } = encodeBatch(header, body, codec, quickly ? quickTools : batchTools, (digest) => key.sign(digest));
    const { incarnation, number, firstSeq, count, prevHash } = header;
    const { withheld } = body;
    return { incarnation, number, firstSeq, lastSeq: firstSeq + count - 1, hash, prevHash, codec, withheld, bytes: Buffer.from(bytes) };
  };

  function form(committee: string, codec: Codec, size: number, quickly = false): FormedBatch | undefined {
    const { device, incarnation } = book.outbox.identity();
    const before = batches.last(incarnation);
    const ops = book.outbox.pending(Math.min(size, largest()), before?.lastSeq ?? 0);
    const [first] = ops;
    if (!first) return undefined;
    const header = {
      committee,
      device,
      incarnation,
      number: (before?.number ?? 0) + 1,
      firstSeq: first.seq,
      count: ops.length,
      prevHash: before?.hash ?? noHash,
    };
    try {
      return keep(encode(header, withhold(ops), codec, quickly), ops);
    } catch (error) {
      if (!(error instanceof BatchError)) throw error;
      if (ops.length > 1) return form(committee, codec, Math.ceil(ops.length / 2), quickly);
      return keepTooLarge(encode(header, { ops: [], withheld: [first.seq] }, codec), first);
    }
  }

  /** What may not leave is left out by number; the rule itself is in src-shared/sync/eligible. */
  function withhold(ops: readonly Op[]): BatchBody {
    const lookup = secrecyLookup(book);
    const travels = mayTravel(book);
    const open = new Set(ops.filter((op) => travels(op.type, op.id, lookup)).map((op) => op.seq));
    return { ops: ops.filter((op) => open.has(op.seq)), withheld: ops.filter((op) => !open.has(op.seq)).map((op) => op.seq) };
  }

  /** The batch, the pages that follow it and what stays here are written together: a page is never forgotten between them. */
  function keep(batch: FormedBatch, ops: readonly Op[]): FormedBatch {
    const left = new Set(batch.withheld);
    book.transact(() => {
      batches.add(batch);
      keepHere(ops.filter((op) => left.has(op.seq)));
      ops.filter((op) => op.type === 'page' && !left.has(op.seq)).forEach(queuePage);
    });
    return batch;
  }

  function keepHere(ops: readonly Op[]): void {
    for (const op of ops) {
      kept.add(op.type, op.id);
      book.outbox.park(op.seq, keptWords);
    }
  }

  /** An op that no batch can hold is refused here, as the hub would. */
  function keepTooLarge(batch: FormedBatch, op: Op): FormedBatch {
    book.transact(() => {
      batches.add(batch);
      book.outbox.park(op.seq, tooLargeWords);
    });
    return batch;
  }

  function queuePage(op: Op): void {
    const image = op.fields['image'];
    if (typeof image !== 'string' || !/^[0-9a-f]{64}$/.test(image)) return;
    blobs.add({ hash: image, bytes: Number(op.fields['bytes'] ?? 0), order: Number(op.fields['order'] ?? 0) });
  }

  const opsOf = ({ incarnation, firstSeq, lastSeq }: KnownBatch): Op[] =>
    incarnation === book.outbox.identity().incarnation
      ? book.outbox.pending(lastSeq - firstSeq + 1, firstSeq - 1).filter((op) => op.seq <= lastSeq)
      : formerOps.all(incarnation, firstSeq, lastSeq).map((text) => JSON.parse(text) as Op);

  return {
    form,
    reform(committee, batch, codec) {
      const { incarnation, number, firstSeq, lastSeq } = batch;
      const before = new Set(batch.withheld);
      const { ops } = withhold(opsOf(batch).filter((op) => !before.has(op.seq)));
      const held = new Set(ops.map((op) => op.seq));
      const count = lastSeq - firstSeq + 1;
      // The chain must not break: a number without an op that may leave only fills its place.
      const withheld = Array.from({ length: count }, (_, i) => firstSeq + i).filter((seq) => !held.has(seq));
      const prevHash = batches.before(incarnation, number)?.hash ?? noHash;
      const header = { committee, device: book.outbox.identity().device, incarnation, number, firstSeq, count, prevHash };
      const tight = encode(header, { ops, withheld }, codec);
      const quick = tight.hash === batch.hash ? tight : encode(header, { ops, withheld }, codec, true);
      const formed = quick.hash === batch.hash ? quick : tight;
      book.transact(() => {
        batches.restoreBytes(formed);
        if (incarnation === book.outbox.identity().incarnation)
          keepHere(opsOf(batch).filter((op) => !held.has(op.seq) && !before.has(op.seq)));
      });
      return formed;
    },
    mayLeave(batch) {
      const lookup = secrecyLookup(book);
      const left = new Set(batch.withheld);
      const travels = mayTravel(book);
      return opsOf(batch).every((op) => left.has(op.seq) || travels(op.type, op.id, lookup));
    },
    formSmaller(batch) {
      if (batch.firstSeq === batch.lastSeq) return false;
      book.transact(() => {
        batches.replaceUnacknowledged(batch.incarnation);
        book.syncState.set(largestKey, Math.ceil((batch.lastSeq - batch.firstSeq + 1) / 2));
      });
      return true;
    },
  };
}

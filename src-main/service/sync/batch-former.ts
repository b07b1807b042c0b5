import type { RecordTypeName } from '#shared/records/record-type-name';
import { BatchError, encodeBatch, noHash } from '#shared/sync/batch';
import type { BatchBody } from '#shared/sync/columns';
import { isEligible, type ValuesLookup } from '#shared/sync/eligible';
import { limits } from '#shared/sync/limits';
import type { Op } from '#shared/sync/op';
import type { Book } from '../book/book';
import type { BatchTable, FormedBatch } from './batch-table';
import type { BlobQueue } from './blob-queue';
import { batchTools } from './crypto/batch-tools';
import type { DeviceKey } from './crypto/device-key';
import type { KeptTable } from './kept-table';

export interface FormerParts {
  readonly book: Book;
  readonly batches: BatchTable;
  readonly blobs: BlobQueue;
  readonly kept: KeptTable;
  readonly key: DeviceKey;
}

export interface BatchFormer {
  /** Forms and keeps the next batch of the outbox, or undefined when nothing is left. */
  form(committee: string): FormedBatch | undefined;
  /** The hub found a batch too large: what was not taken is formed anew of fewer ops. False when it was of a single op. */
  formSmaller(): boolean;
}

const keptWords = { vi: 'Giữ lại trên máy này vì độ mật', en: 'Kept on this machine because of its secrecy' };
const tooLargeWords = { vi: 'Bản ghi quá lớn để gửi', en: 'The record is too large to be sent' };

export function createBatchFormer({ book, batches, blobs, kept, key }: FormerParts): BatchFormer {
  let size: number = limits.opsPerBatch;

  function form(committee: string): FormedBatch | undefined {
    const { device, incarnation } = book.outbox.identity();
    const before = batches.last(incarnation);
    const ops = book.outbox.pending(size, before?.lastSeq ?? 0);
    const [first] = ops;
    const last = ops.at(-1);
    if (!first || !last) return undefined;
    const body = withhold(ops);
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
      const { bytes, hash } = encodeBatch(header, body, 'gzip', batchTools, (digest) => key.sign(digest));
      return keep(
        { incarnation, number: header.number, firstSeq: first.seq, lastSeq: last.seq, hash, bytes: Buffer.from(bytes) },
        ops,
        body,
      );
    } catch (error) {
      if (!(error instanceof BatchError)) throw error;
      if (ops.length > 1) {
        size = Math.ceil(ops.length / 2);
        return form(committee);
      }
      book.outbox.park(first.seq, tooLargeWords);
      const empty = { ops: [], withheld: [first.seq] };
      const { bytes, hash } = encodeBatch(header, empty, 'gzip', batchTools, (digest) => key.sign(digest));
      return keep(
        { incarnation, number: header.number, firstSeq: first.seq, lastSeq: last.seq, hash, bytes: Buffer.from(bytes) },
        [],
        empty,
      );
    }
  }

  /** What may not leave is left out by number; the rule itself is in src-shared/sync/eligible. */
  function withhold(ops: readonly Op[]): BatchBody {
    const lookup = rememberingLookup(book);
    const open = new Set(ops.filter((op) => isEligible(op.type, op.id, lookup)).map((op) => op.seq));
    return { ops: ops.filter((op) => open.has(op.seq)), withheld: ops.filter((op) => !open.has(op.seq)).map((op) => op.seq) };
  }

  /** The batch, the pages that follow it and what stays here are written together: a page is never forgotten between them. */
  function keep(batch: FormedBatch, ops: readonly Op[], body: BatchBody): FormedBatch {
    const left = new Set(body.withheld);
    book.transact(() => {
      batches.add(batch);
      for (const op of ops) {
        if (left.has(op.seq)) {
          kept.add(op.type, op.id);
          book.outbox.park(op.seq, keptWords);
        } else if (op.type === 'page') queuePage(op);
      }
    });
    size = Math.min(limits.opsPerBatch, size * 2);
    return batch;
  }

  function queuePage(op: Op): void {
    const image = op.fields['image'];
    if (typeof image !== 'string' || !/^[0-9a-f]{64}$/.test(image)) return;
    blobs.add({ hash: image, bytes: Number(op.fields['bytes'] ?? 0), order: Number(op.fields['order'] ?? 0) });
  }

  return {
    form,
    formSmaller() {
      const { incarnation } = book.outbox.identity();
      const next = batches.next(incarnation);
      if (!next || next.firstSeq === next.lastSeq) return false;
      batches.dropUnacknowledged(incarnation);
      size = Math.ceil((next.lastSeq - next.firstSeq + 1) / 2);
      return true;
    },
  };
}

/** Values of records, each read once: 500 pages of one file ask for the same document and file. */
export function rememberingLookup(book: Book): ValuesLookup {
  const known = new Map<string, Readonly<Record<string, unknown>> | undefined>();
  return (type: RecordTypeName, id: string) => {
    const place = `${type} ${id}`;
    if (!known.has(place)) known.set(place, book.records.get(type, id)?.values);
    return known.get(place);
  };
}

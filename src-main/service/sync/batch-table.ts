import type { Database } from 'better-sqlite3';

/** A formed batch as it is kept, so that a resend is byte for byte what was sent before. */
export interface FormedBatch {
  readonly incarnation: string;
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly hash: string;
  readonly bytes: Buffer;
}

export interface BatchTable {
  add(batch: FormedBatch): void;
  /** Newest batch of the incarnation, whether the hub has it or not. */
  last(incarnation: string): Omit<FormedBatch, 'bytes'> | undefined;
  /** Oldest batch that the hub has not acknowledged. */
  next(incarnation: string): FormedBatch | undefined;
  acknowledge(incarnation: string, throughNumber: number): void;
  /** Newest acknowledged batch. */
  lastAcknowledged(incarnation: string): Omit<FormedBatch, 'bytes'> | undefined;
  byHash(incarnation: string, hash: string): Omit<FormedBatch, 'bytes'> | undefined;
  /** The hub has less than was acknowledged (it was restored): everything behind `number` is sent again. */
  sendAgainAfter(incarnation: string, number: number): void;
  /** Drops what was never acknowledged, to be formed anew. */
  dropUnacknowledged(incarnation: string): void;
  dropAll(): void;
  /** Bytes that are formed and wait. */
  waitingBytes(): number;
}

const columns = 'incarnation, number, first_seq AS firstSeq, last_seq AS lastSeq, hash';

export function openBatchTable(db: Database): BatchTable {
  const add = db.prepare(
    "INSERT INTO sync_batch (incarnation, number, first_seq, last_seq, hash, bytes, state) VALUES (@incarnation, @number, @firstSeq, @lastSeq, @hash, @bytes, 'formed')",
  );
  const last = db.prepare(`SELECT ${columns} FROM sync_batch WHERE incarnation = ? ORDER BY number DESC LIMIT 1`);
  const next = db.prepare(`SELECT ${columns}, bytes FROM sync_batch WHERE incarnation = ? AND state = 'formed' ORDER BY number LIMIT 1`);
  const acknowledge = db.prepare("UPDATE sync_batch SET state = 'acknowledged' WHERE incarnation = ? AND number <= ? AND state = 'formed'");
  const lastAcknowledged = db.prepare(
    `SELECT ${columns} FROM sync_batch WHERE incarnation = ? AND state = 'acknowledged' ORDER BY number DESC LIMIT 1`,
  );
  const byHash = db.prepare(`SELECT ${columns} FROM sync_batch WHERE incarnation = ? AND hash = ?`);
  const again = db.prepare("UPDATE sync_batch SET state = 'formed' WHERE incarnation = ? AND number > ?");
  const drop = db.prepare("DELETE FROM sync_batch WHERE incarnation = ? AND state = 'formed'");
  const dropAll = db.prepare('DELETE FROM sync_batch');
  const waiting = db.prepare("SELECT coalesce(sum(length(bytes)), 0) FROM sync_batch WHERE state = 'formed'").pluck();
  type Row = Omit<FormedBatch, 'bytes'> | undefined;
  return {
    add: (batch) => void add.run(batch),
    last: (incarnation) => last.get(incarnation) as Row,
    next: (incarnation) => next.get(incarnation) as FormedBatch | undefined,
    acknowledge: (incarnation, number) => void acknowledge.run(incarnation, number),
    lastAcknowledged: (incarnation) => lastAcknowledged.get(incarnation) as Row,
    byHash: (incarnation, hash) => byHash.get(incarnation, hash) as Row,
    sendAgainAfter: (incarnation, number) => void again.run(incarnation, number),
    dropUnacknowledged: (incarnation) => void drop.run(incarnation),
    dropAll: () => void dropAll.run(),
    waitingBytes: () => waiting.get() as number,
  };
}

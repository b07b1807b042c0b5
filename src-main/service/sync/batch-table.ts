import type { Database } from 'better-sqlite3';
import type { Codec } from '#shared/sync/batch';

/** A formed batch as it is kept, so that a resend is byte for byte what was sent before. */
export interface KnownBatch {
  readonly incarnation: string;
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly hash: string;
  readonly prevHash: string;
  readonly codec: Codec;
  /** Numbers within it whose content stays here. */
  readonly withheld: readonly number[];
}

export interface FormedBatch extends KnownBatch {
  readonly bytes: Buffer;
}

/** formed: the hub has not acknowledged it; acknowledged; replaced: another was formed in its place, its hash is still known. */
type BatchState = 'formed' | 'acknowledged' | 'replaced';

export interface BatchTable {
  add(batch: FormedBatch): void;
  /** Every life of this book that formed batches. */
  incarnations(): string[];
  /** Newest batch of the incarnation, whether the hub has it or not. */
  last(incarnation: string): KnownBatch | undefined;
  /** Oldest batch above `number` that the hub has not acknowledged; `bytes` are absent when they were dropped. */
  nextAfter(incarnation: string, number: number): (KnownBatch & { readonly bytes: Buffer | null }) | undefined;
  /** The batch before this one in the chain. */
  before(incarnation: string, number: number): KnownBatch | undefined;
  /** Oldest acknowledged batch above `number` that the hub might still lose. */
  undurableAfter(incarnation: string, number: number): FormedBatch | undefined;
  acknowledge(incarnation: string, number: number): void;
  /** Newest acknowledged batch. */
  lastAcknowledged(incarnation: string): KnownBatch | undefined;
  /** Any batch that was ever formed, also one that was replaced. */
  byHash(incarnation: string, hash: string): (KnownBatch & { readonly state: BatchState }) | undefined;
  /** The hub has less than was acknowledged (it was restored): everything behind `number` is sent again. */
  sendAgainAfter(incarnation: string, number: number): void;
  /** What was never acknowledged is formed anew. */
  replaceUnacknowledged(incarnation: string): void;
  /** Others stand in the place of these: they are not sent again. */
  replaceFrom(incarnation: string, number: number): void;
  /** The bytes of a batch that was formed once more. Where they differ from the first ones, those behind it must be formed anew as well. */
  restoreBytes(batch: FormedBatch): void;
  /**
   * The hub took this replaced batch after all: the chain goes on from it. What was never acknowledged is sent once more where that may leave, because
   * only the answer to it tells which ops the hub refused.
   */
  adopt(incarnation: string, hash: string, mayLeave: (batch: KnownBatch) => boolean): void;
  /** Drops the bytes of what is durable at the hub. */
  forgetBytes(incarnation: string, throughSeq: number): void;
  dropAll(): void;
  /** Bytes that are formed and wait. */
  waitingBytes(): number;
  /** Whether content of any batch stayed here. */
  hasWithheld(): boolean;
}

const columns = 'incarnation, number, first_seq AS firstSeq, last_seq AS lastSeq, hash, prev_hash AS prevHash, codec, withheld';

interface Row extends Omit<KnownBatch, 'withheld'> {
  readonly withheld: string;
}
const batchOf = <T extends Row>(row: T): Omit<T, 'withheld'> & KnownBatch => ({ ...row, withheld: JSON.parse(row.withheld) as number[] });
const known = (row: unknown): KnownBatch | undefined => (row === undefined ? undefined : batchOf(row as Row));

export function openBatchTable(db: Database): BatchTable {
  const insert = db.prepare(
    `INSERT INTO sync_batch (incarnation, number, first_seq, last_seq, hash, prev_hash, codec, withheld, bytes, state)
     VALUES (@incarnation, @number, @firstSeq, @lastSeq, @hash, @prevHash, @codec, @withheld, @bytes, 'formed')
     ON CONFLICT (incarnation, hash) DO UPDATE SET bytes = excluded.bytes, state = 'formed'`,
  );
  const incarnations = db.prepare<[], string>('SELECT DISTINCT incarnation FROM sync_batch').pluck();
  const last = db.prepare(`SELECT ${columns} FROM sync_batch WHERE incarnation = ? AND state <> 'replaced' ORDER BY number DESC LIMIT 1`);
  const nextAfter = db.prepare<[string, number], Row & { bytes: Buffer | null }>(
    `SELECT ${columns}, bytes FROM sync_batch WHERE incarnation = ? AND state = 'formed' AND number > ? ORDER BY number LIMIT 1`,
  );
  const undurable = db.prepare<[string, number], Row & { bytes: Buffer }>(
    `SELECT ${columns}, bytes FROM sync_batch WHERE incarnation = ? AND number > ? AND state = 'acknowledged' AND bytes IS NOT NULL ORDER BY number LIMIT 1`,
  );
  const before = db.prepare(`SELECT ${columns} FROM sync_batch WHERE incarnation = ? AND number = ? AND state <> 'replaced'`);
  const acknowledge = db.prepare("UPDATE sync_batch SET state = 'acknowledged' WHERE incarnation = ? AND number = ? AND state = 'formed'");
  const lastAcknowledged = db.prepare(
    `SELECT ${columns} FROM sync_batch WHERE incarnation = ? AND state = 'acknowledged' ORDER BY number DESC LIMIT 1`,
  );
  const byHash = db.prepare<[string, string], Row & { state: BatchState }>(
    `SELECT ${columns}, state FROM sync_batch WHERE incarnation = ? AND hash = ?`,
  );
  const again = db.prepare("UPDATE sync_batch SET state = 'formed' WHERE incarnation = ? AND number > ? AND state = 'acknowledged'");
  const replace = db.prepare("UPDATE sync_batch SET state = 'replaced', bytes = NULL WHERE incarnation = ? AND state = 'formed'");
  const replaceFrom = db.prepare("UPDATE sync_batch SET state = 'replaced', bytes = NULL WHERE incarnation = ? AND number >= ?");
  const replaceOne = db.prepare(
    "UPDATE sync_batch SET state = 'replaced', bytes = NULL WHERE incarnation = ? AND number = ? AND hash <> ?",
  );
  const restore = db.prepare('UPDATE sync_batch SET bytes = ? WHERE incarnation = ? AND hash = ?');
  const dropBehind = db.prepare("UPDATE sync_batch SET bytes = NULL WHERE incarnation = ? AND number > ? AND state <> 'replaced'");
  const replaceAll = db.prepare("UPDATE sync_batch SET state = 'replaced', bytes = NULL WHERE incarnation = ?");
  const setState = db.prepare('UPDATE sync_batch SET state = ? WHERE incarnation = ? AND hash = ?');
  const forget = db.prepare(
    "UPDATE sync_batch SET bytes = NULL WHERE incarnation = ? AND last_seq <= ? AND bytes IS NOT NULL AND state = 'acknowledged'",
  );
  const dropAll = db.prepare('DELETE FROM sync_batch');
  const waiting = db.prepare("SELECT coalesce(sum(length(bytes)), 0) FROM sync_batch WHERE state = 'formed'").pluck();
  const withheld = db.prepare("SELECT 1 FROM sync_batch WHERE withheld <> '[]' AND state <> 'replaced' LIMIT 1").pluck();

  const add = (batch: FormedBatch): void => void insert.run({ ...batch, withheld: JSON.stringify(batch.withheld) });
  const find = (incarnation: string, hash: string): (KnownBatch & { readonly state: BatchState }) | undefined => {
    const row = byHash.get(incarnation, hash);
    return row && batchOf(row);
  };
  return {
    add,
    incarnations: () => incarnations.all(),
    last: (incarnation) => known(last.get(incarnation)),
    nextAfter: (incarnation, number) => {
      const row = nextAfter.get(incarnation, number);
      return row && batchOf(row);
    },
    undurableAfter: (incarnation, number) => {
      const row = undurable.get(incarnation, number);
      return row && batchOf(row);
    },
    before: (incarnation, number) => known(before.get(incarnation, number - 1)),
    acknowledge: (incarnation, number) => void acknowledge.run(incarnation, number),
    lastAcknowledged: (incarnation) => known(lastAcknowledged.get(incarnation)),
    byHash: find,
    sendAgainAfter: (incarnation, number) => void again.run(incarnation, number),
    replaceUnacknowledged: (incarnation) => void replace.run(incarnation),
    replaceFrom: (incarnation, number) => void replaceFrom.run(incarnation, number),
    restoreBytes: db.transaction((batch: FormedBatch) => {
      const { incarnation, number, hash, bytes } = batch;
      if (restore.run(bytes, incarnation, hash).changes > 0 && byHash.get(incarnation, hash)?.state !== 'replaced') return;
      replaceOne.run(incarnation, number, hash);
      dropBehind.run(incarnation, number);
      add(batch);
    }),
    adopt: db.transaction((incarnation: string, hash: string, mayLeave: (batch: KnownBatch) => boolean) => {
      const taken: (KnownBatch & { readonly state: BatchState })[] = [];
      for (let at = find(incarnation, hash); at; at = find(incarnation, at.prevHash)) taken.push(at);
      const again = new Set(taken.filter((batch) => batch.state !== 'acknowledged' && mayLeave(batch)));
      replaceAll.run(incarnation);
      for (const batch of taken) setState.run(again.has(batch) ? 'formed' : 'acknowledged', incarnation, batch.hash);
    }),
    forgetBytes: (incarnation, seq) => void forget.run(incarnation, seq),
    dropAll: () => void dropAll.run(),
    waitingBytes: () => waiting.get() as number,
    hasWithheld: () => withheld.get() !== undefined,
  };
}

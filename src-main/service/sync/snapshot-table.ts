import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type SnapshotDescription, snapshotDescription } from '#shared/sync/snapshot';
import { createSyncState } from '../store/key-values';

/**
 * A snapshot on its way into the book; it survives a cut of the line and the end of the program. First all parts are fetched and the log is read
 * through to its place, which changes no record.
 * Then it is taken over, piece by piece, and nothing of others is merged in between: a record that holds ops which do not count as merged yet would merge
 * them twice.
 */
export interface SnapshotTable {
  /** The one that is being fetched or taken over. */
  underWay(): SnapshotUnderWay | undefined;
  /** A snapshot to be fetched, in the place of any other that was. */
  begin(description: SnapshotDescription): void;
  has(hash: string): boolean;
  keep(hash: string, bytes: Uint8Array): void;
  read(hash: string): Uint8Array | undefined;
  /** How far the log behind it was read. */
  readTo(cursor: string): void;
  /** What is to be taken over next. */
  moveTo(place: SnapshotPlace): void;
  /** Parts and description are dropped. */
  end(): void;
}

export interface SnapshotPlace {
  readonly part: number;
  /** Record within the part. */
  readonly record: number;
}

export interface SnapshotUnderWay {
  readonly description: SnapshotDescription;
  /** How far the log behind it was read, a cursor; absent: to the one where it begins. */
  readonly read?: string | undefined;
  /** Absent as long as parts are fetched. */
  readonly next?: SnapshotPlace | undefined;
}

const schema = z.object({
  description: snapshotDescription,
  read: z.string().optional(),
  next: z.object({ part: z.int().min(0), record: z.int().min(0) }).optional(),
});
const stateKey = 'snapshot';

export function openSnapshotTable(db: Database): SnapshotTable {
  const state = createSyncState(db);
  const has = db.prepare<[string], number>('SELECT 1 FROM sync_snapshot_part WHERE hash = ?').pluck();
  const keep = db.prepare('INSERT OR IGNORE INTO sync_snapshot_part (hash, bytes) VALUES (?, ?)');
  const read = db.prepare<[string], Buffer>('SELECT bytes FROM sync_snapshot_part WHERE hash = ?').pluck();
  const drop = db.prepare('DELETE FROM sync_snapshot_part');
  const underWay = (): SnapshotUnderWay | undefined => {
    const found = state.get(stateKey);
    return found === undefined ? undefined : schema.optional().catch(undefined).parse(found);
  };
  return {
    underWay,
    begin: (description) => {
      drop.run();
      state.set(stateKey, { description });
    },
    has: (hash) => has.get(hash) !== undefined,
    keep: (hash, bytes) => void keep.run(hash, bytes),
    read: (hash) => read.get(hash),
    readTo: (read) => state.set(stateKey, { ...underWay(), read }),
    moveTo: (next) => state.set(stateKey, { ...underWay(), next }),
    end: () => {
      drop.run();
      state.set(stateKey, undefined);
    },
  };
}

import type { Database } from 'better-sqlite3';
import type { DeviceCertificate } from '#shared/sync/certificate';

/** A batch of another workstation, kept because the hub might still lose it. */
export interface CarriedBatch {
  readonly incarnation: string;
  readonly number: number;
  readonly hash: string;
  /** Certificate of the author; absent where that is the hub. */
  readonly author: DeviceCertificate | undefined;
  readonly bytes: Buffer;
}

/**
 * Batches that were pulled and that a restored hub is offered again: those of others until they are durable; for good what the hub
 * itself wrote, and what a copy of this book or a life of it before a restore did, because nobody else may have that. Both are little.
 */
export interface CarriedTable {
  /** @param position its place in the log; null: it is kept for good */
  add(batch: CarriedBatch, position: number | null): void;
  incarnations(): string[];
  /** Highest number of the incarnation. */
  last(incarnation: string): number;
  /** Oldest one above `number`. */
  nextAfter(incarnation: string, number: number): CarriedBatch | undefined;
  drop(incarnation: string, number: number): void;
  /** Drops what is durable now. */
  dropThrough(position: number): void;
  /** The hub was restored: its positions mean nothing until it shows the batches again. */
  forgetPositions(): void;
  /** Those of other workstations of which nobody knows where they stand now. */
  unplaced(): CarriedBatch[];
  dropAll(): void;
}

export function openCarriedTable(db: Database): CarriedTable {
  const add = db.prepare(
    `INSERT INTO sync_carried (incarnation, number, position, hash, author, bytes) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (incarnation, number) DO UPDATE SET position = excluded.position, hash = excluded.hash, author = excluded.author, bytes = excluded.bytes`,
  );
  const incarnations = db.prepare<[], string>('SELECT DISTINCT incarnation FROM sync_carried').pluck();
  const last = db.prepare<[string], number | null>('SELECT max(number) FROM sync_carried WHERE incarnation = ?').pluck();
  const nextAfter = db.prepare<[string, number], Omit<CarriedBatch, 'author'> & { author: string | null }>(
    'SELECT incarnation, number, hash, author, bytes FROM sync_carried WHERE incarnation = ? AND number > ? ORDER BY number LIMIT 1',
  );
  const drop = db.prepare('DELETE FROM sync_carried WHERE incarnation = ? AND number = ?');
  const dropThrough = db.prepare('DELETE FROM sync_carried WHERE position <= ?');
  const forget = db.prepare('UPDATE sync_carried SET position = NULL');
  const unplaced = db.prepare<[], Omit<CarriedBatch, 'author'> & { author: string }>(
    'SELECT incarnation, number, hash, author, bytes FROM sync_carried WHERE position IS NULL AND author IS NOT NULL',
  );
  const dropAll = db.prepare('DELETE FROM sync_carried');
  return {
    add: ({ incarnation, number, hash, author, bytes }, position) =>
      void add.run(incarnation, number, position, hash, author === undefined ? null : JSON.stringify(author), bytes),
    incarnations: () => incarnations.all(),
    last: (incarnation) => last.get(incarnation) ?? 0,
    nextAfter: (incarnation, number) => {
      const row = nextAfter.get(incarnation, number);
      return row && { ...row, author: row.author === null ? undefined : (JSON.parse(row.author) as DeviceCertificate) };
    },
    drop: (incarnation, number) => void drop.run(incarnation, number),
    dropThrough: (position) => void dropThrough.run(position),
    forgetPositions: () => void forget.run(),
    unplaced: () => unplaced.all().map((row) => ({ ...row, author: JSON.parse(row.author) as DeviceCertificate })),
    dropAll: () => void dropAll.run(),
  };
}

import type { Database } from 'better-sqlite3';

export interface PartRef {
  readonly bundle: string;
  readonly part: number;
}

/** What stood when a bundle was written. A receipt for it that shows less tells of a hub that was restored. */
export interface WrittenState {
  /** Number of the last acknowledged batch, by incarnation. */
  readonly acknowledged: Readonly<Record<string, number>>;
  readonly cursor: string;
}

/** What this book knows of sticks: which bundles it wrote and the hub has, and which of the hub's it has read. */
export interface CourierLedger {
  begin(bundle: string, at: string, state: WrittenState): void;
  wrote(part: PartRef): void;
  /** Undefined for a bundle of somebody else. */
  written(bundle: string): WrittenState | undefined;
  isTaken(part: PartRef): boolean;
  /** The hub has read these; those of others are passed over. */
  take(parts: readonly PartRef[]): void;
  read(part: PartRef, at: string): void;
  hasRead(part: PartRef): boolean;
  /** The latest ones, to be told in receipts. */
  lastRead(limit: number): PartRef[];
}

export function openLedger(db: Database): CourierLedger {
  const begin = db.prepare('INSERT INTO courier_bundle (bundle, written_at, acknowledged, cursor) VALUES (?, ?, ?, ?)');
  const wrote = db.prepare("INSERT INTO courier_part (bundle, part, state) VALUES (?, ?, 'written') ON CONFLICT DO NOTHING");
  const written = db.prepare<[string], { acknowledged: string; cursor: string }>(
    'SELECT acknowledged, cursor FROM courier_bundle WHERE bundle = ?',
  );
  const isTaken = db.prepare("SELECT 1 FROM courier_part WHERE bundle = ? AND part = ? AND state = 'taken'").pluck();
  const take = db.prepare(
    `INSERT INTO courier_part (bundle, part, state) SELECT bundle, ?, 'taken' FROM courier_bundle WHERE bundle = ?
     ON CONFLICT (bundle, part) DO UPDATE SET state = 'taken'`,
  );
  const read = db.prepare('INSERT INTO courier_read (bundle, part, read_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const hasRead = db.prepare('SELECT 1 FROM courier_read WHERE bundle = ? AND part = ?').pluck();
  const lastRead = db.prepare<[number], PartRef>('SELECT bundle, part FROM courier_read ORDER BY read_at DESC, bundle, part LIMIT ?');
  return {
    begin: (bundle, at, { acknowledged, cursor }) => void begin.run(bundle, at, JSON.stringify(acknowledged), cursor),
    wrote: ({ bundle, part }) => void wrote.run(bundle, part),
    written: (bundle) => {
      const row = written.get(bundle);
      return row && { acknowledged: JSON.parse(row.acknowledged) as Record<string, number>, cursor: row.cursor };
    },
    isTaken: ({ bundle, part }) => isTaken.get(bundle, part) !== undefined,
    take: (parts) => parts.forEach(({ bundle, part }) => void take.run(part, bundle)),
    read: ({ bundle, part }, at) => void read.run(bundle, part, at),
    hasRead: ({ bundle, part }) => hasRead.get(bundle, part) !== undefined,
    lastRead: (limit) => lastRead.all(limit),
  };
}

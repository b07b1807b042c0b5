import type { Database } from 'better-sqlite3';

/** What the courier remembers of sticks (service/sync/courier). */
export function keepCourier(db: Database): void {
  db.exec(`
-- Bundles that this book wrote, with what the hub had acknowledged then.
CREATE TABLE courier_bundle (
  bundle TEXT PRIMARY KEY,
  written_at TEXT NOT NULL,
  acknowledged TEXT NOT NULL,          -- JSON { incarnation: number of its last acknowledged batch }
  cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE courier_part (
  bundle TEXT NOT NULL,
  part INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('written', 'taken')),
  PRIMARY KEY (bundle, part)
) STRICT, WITHOUT ROWID;
-- Parts of the hub's bundles that were read to their end.
CREATE TABLE courier_read (
  bundle TEXT NOT NULL,
  part INTEGER NOT NULL,
  read_at TEXT NOT NULL,
  PRIMARY KEY (bundle, part)
) STRICT, WITHOUT ROWID;
`);
}

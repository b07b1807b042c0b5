import type { Database } from 'better-sqlite3';
import type { TitleLookup } from '#shared/records/record-type';

export interface Titles {
  readonly titleOf: TitleLookup;
  /** The title of this record may have changed. */
  drop(id: string): void;
  dropAll(): void;
}

const most = 20_000;

/** Titles by id with a memory, because lists show the same organisations and members in every row. */
export function createTitles(db: Database): Titles {
  const read = db.prepare<[string], string>('SELECT title FROM record WHERE id = ?').pluck();
  const known = new Map<string, string>();
  return {
    titleOf: (id) => {
      const there = known.get(id);
      if (there !== undefined) return there;
      const title = read.get(id);
      if (title !== undefined) {
        if (known.size >= most) known.clear();
        known.set(id, title);
      }
      return title;
    },
    drop: (id) => {
      known.delete(id);
    },
    dropAll: () => known.clear(),
  };
}

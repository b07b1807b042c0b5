import type { Database } from 'better-sqlite3';
import { peopleIn } from '#shared/finding/people';
import { foldWords } from '#shared/text/fold';
import type { UnitOfWork } from '../store/unit-of-work';

/** Who is named on which page or document; kept in step with the search index. */
export interface NamedPeople {
  /** @param certain texts that are a name as a whole (the signer) */
  put(n: number, document: number, text: string, certain: readonly string[], isNew: boolean): void;
  remove(n: number, document: number): void;
}

/** Persons that memory knows to be in the list. */
const mostKnown = 50_000;

export function createNamedPeople(db: Database, unit: UnitOfWork): NamedPeople {
  const find = db.prepare<[string], number>('SELECT id FROM named_person WHERE folded = ?').pluck();
  const insert = db.prepare('INSERT INTO named_person (folded, name) VALUES (?, ?)');
  const link = db.prepare('INSERT OR IGNORE INTO named_in (document, person, n) VALUES (?, ?, ?)');
  const unlink = db.prepare('DELETE FROM named_in WHERE document = ? AND n = ?');
  const ids = new Map<string, number>();
  unit.onRollback(() => ids.clear());
  const idOf = (name: string): number => {
    const folded = foldWords(name);
    const known = ids.get(folded) ?? find.get(folded) ?? Number(insert.run(folded, name).lastInsertRowid);
    if (ids.size >= mostKnown) ids.clear();
    ids.set(folded, known);
    return known;
  };
  return {
    put: (n, document, text, certain, isNew) => {
      if (!isNew) unlink.run(document, n);
      for (const name of [...certain, ...peopleIn(text)]) if (name !== '') link.run(document, idOf(name), n);
    },
    remove: (n, document) => void unlink.run(document, n),
  };
}

import type { Duplicate } from '#shared/contract/window/petitions';
import type { Book } from '../../book/book';
import { type DuplicateQuery, duplicatesOf } from './duplicate-index';

const shown = 6;

/** Likely duplicates as the window shows them; what this person may not see is left out. */
export function findDuplicates(book: Book, query: DuplicateQuery): { ready: boolean; hits: Duplicate[] } {
  const index = duplicatesOf(book);
  const ready = index.ready();
  const hits = index.find(query, shown * 2).flatMap(({ id, ...likeness }): Duplicate[] => {
    const record = book.records.get('petition', id);
    if (!record || record.removedAt !== null) return [];
    const { number, receivedOn, summary, kind, state } = record.values;
    return [
      {
        id,
        number: typeof number === 'number' ? number : null,
        receivedOn: typeof receivedOn === 'string' ? receivedOn : null,
        summary: String(summary ?? ''),
        kind: String(kind ?? ''),
        state: String(state ?? ''),
        ...likeness,
      },
    ];
  });
  return { ready, hits: hits.slice(0, shown) };
}

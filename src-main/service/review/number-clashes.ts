import type { NumberClash } from '#shared/contract/window/sync';
import { metaFields } from '#shared/sync/op';
import { incarnationOf } from '#shared/sync/hlc';
import type { Book } from '../book/book';
import { baseOf, unpackClocks } from '../store/records/clocks';
import type { NumberClash as FoundClash } from '../store/record-store';
import type { Author } from './authors';

/** Official numbers that stand on several records, with who took them and the next free one of the register. */
export function numberClashes(book: Book, authors: (actor: string, incarnation: string) => Author): NumberClash[] {
  const clocks = book.db.prepare<[string], string>('SELECT clocks FROM record WHERE id = ?').pluck();
  const madeIn = (id: string): string => incarnationOf(baseOf(unpackClocks(clocks.get(id) ?? '[]'), metaFields.createdAt) ?? '');
  return book.records.numberClashes().map((clash) => ({
    ...clash,
    within: { ...clash.within },
    records: clash.records.flatMap((id) => {
      const record = book.records.get(clash.type, id);
      if (!record) return [];
      const { title, subtitle, createdAt, createdBy } = record;
      return [{ id, title, subtitle, createdAt, author: authors(createdBy, madeIn(id)) }];
    }),
    free: nextFree(book, clash),
  }));
}

function nextFree(book: Book, { type, field, within }: FoundClash): number {
  const year = typeof within['$year'] === 'string' ? within['$year'] : new Date().toISOString().slice(0, 4);
  const fields = Object.entries(within).filter((entry): entry is [string, string] => entry[0] !== '$year' && typeof entry[1] === 'string');
  return book.records.nextNumber(type, field, `${year}-12-31`, Object.fromEntries(fields));
}

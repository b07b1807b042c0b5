/** Filters of lists that a person named to come back to. Each person of the book has own ones; they stay on this machine, in the book. */
import { z } from 'zod';
import { type SavedFilter, savedFilterSchema } from '#shared/contract/window/lists';
import { compareVietnamese } from '#shared/text/collate';
import type { Book } from '../book/book';
import { uuid7 } from '../store/uuid7';

const keyOf = ({ user }: Pick<Book, 'user'>): string => `listFilters/${user.id}`;
const keptSchema = z.array(savedFilterSchema);

/** By name, as Vietnamese sorts. */
export function filtersOf(book: Pick<Book, 'settings' | 'user'>): SavedFilter[] {
  const kept = keptSchema.safeParse(book.settings.get(keyOf(book)) ?? []);
  return (kept.success ? kept.data : []).toSorted((a, b) => compareVietnamese(a.name, b.name));
}

export function saveFilter(book: Pick<Book, 'settings' | 'user'>, wanted: Omit<SavedFilter, 'id'>): SavedFilter {
  const others = filtersOf(book).filter(({ name, screen }) => name !== wanted.name || screen !== wanted.screen);
  const saved = { id: uuid7(), ...wanted };
  book.settings.set(keyOf(book), [...others, saved]);
  return saved;
}

/** False where there was none of this id. */
export function dropFilter(book: Pick<Book, 'settings' | 'user'>, id: string): boolean {
  const all = filtersOf(book);
  const left = all.filter((one) => one.id !== id);
  if (left.length < all.length) book.settings.set(keyOf(book), left);
  return left.length < all.length;
}

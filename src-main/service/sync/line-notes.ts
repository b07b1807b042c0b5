import type { Book } from '../book/book';

/** What the line found out and people are told: when the other side, or this one, turned out to be an older state. */
export type LineNote = 'hubRestoredAt' | 'stationRestoredAt' | 'divergedAt' | 'lastConfirmedAt';

interface Noting {
  readonly book: Book;
  now(): number;
}

/** Within a transaction where it belongs to one. */
export const note = ({ book, now }: Noting, what: LineNote): void => book.syncState.set(what, new Date(now()).toISOString());
export const forget = ({ book }: Pick<Noting, 'book'>, what: LineNote): void => book.syncState.set(what, undefined);
export const noted = (book: Book, what: LineNote): string | null => book.syncState.get<string>(what) ?? null;

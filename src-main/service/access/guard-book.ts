import type { Book } from '../book/book';
import { recording } from '../undo/recording';
import { guardRecords } from './guard-records';
import { guardSearch } from './guard-search';

/** The book as the signed-in person may use it: what the contract of the window and `kts` work on. */
export const guardBook = (book: Book): Book => ({
  ...book,
  records: recording(guardRecords(book.records, book.access, book.approvals, book.transact)),
  search: guardSearch(book),
});

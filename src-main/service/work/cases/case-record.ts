import { AppError } from '#shared/errors/app-error';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';

/** The case. @throws AppError record.notFound */
export function caseOf(book: Book, id: string): StoredRecord {
  const found = book.records.get('case', id);
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** More steps or papers than a case ever has. */
const most = 1000;

export const partsOf = (book: Book, type: 'caseStep' | 'checklistItem', caseId: string): readonly StoredRecord[] =>
  book.records.list({
    type,
    filters: [{ field: 'case', op: 'eq', value: caseId }],
    sort: [{ field: 'order', direction: 'asc' }],
    limit: most,
  }).rows;

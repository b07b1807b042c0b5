import { fillIn } from '#shared/rules/filling/fill-in';
import { requireOpen } from '../access/confirmed';
import { localDay } from '../archive/gate/secrecy-gate';
import type { Book } from '../book/book';
import type { RecordChange, SavedRecord } from '../store/record-store';
import { withCaseLinks } from './petitions/link-case';

/**
 * Saves what a person typed, in window or command line, with what the procedure fills in by itself.
 * @throws AppError as requireOpen and the store
 */
export function saveTyped(book: Book, changes: readonly RecordChange[]): SavedRecord[] {
  const today = localDay();
  const read = (type: RecordChange['type'], id: string) => book.records.get(type, id)?.values;
  const whole = changes.map((change): RecordChange => {
    const before = change.id === undefined ? {} : (read(change.type, change.id) ?? {});
    const added = fillIn(change.type, before, change.values, { today, read });
    return Object.keys(added).length === 0 ? change : { ...change, values: { ...change.values, ...added } };
  });
  return book.transact(() => {
    changes.forEach((change) => requireOpen(book, change));
    return book.records.save(withCaseLinks(book, whole), { typed: true });
  });
}

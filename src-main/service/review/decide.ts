import type { Decision } from '#shared/contract/window/sync';
import type { Book } from '../book/book';

/**
 * Settles conflicts, all or none: each by an ordinary op that is audited and settles it wherever it comes.
 * @throws AppError record.notFound; InvalidRecord, BrokenReference for a typed value
 */
export function decide(book: Book, decisions: readonly Decision[]): void {
  book.transact(() => {
    for (const decision of decisions)
      book.records.settleConflict(decision.id, decision.choice === 'typed' ? { typed: decision.value } : decision.choice);
  });
}

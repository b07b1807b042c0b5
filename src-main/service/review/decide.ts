import type { Decision } from '#shared/contract/window/sync';
import { AppError } from '#shared/errors/app-error';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';

/**
 * Settles conflicts, all or none: an ordinary save of the chosen value, so that it is audited and goes to the others.
 * @throws AppError record.notFound, and what a save throws
 */
export function decide(book: Book, decisions: readonly Decision[]): void {
  const read = book.db.prepare<[string], { record_id: string; type: RecordTypeName; field: string; winner: string; loser: string }>(
    'SELECT record_id, type, field, winner, loser FROM conflict WHERE id = ?',
  );
  const settle = book.db.prepare('UPDATE conflict SET settled_at = ? WHERE id = ?');
  book.transact(() => {
    for (const decision of decisions) {
      const row = read.get(decision.id);
      if (!row) throw new AppError('record.notFound');
      const value =
        decision.choice === 'typed'
          ? decision.value
          : (JSON.parse(decision.choice === 'winner' ? row.winner : row.loser) as { value: unknown }).value;
      book.records.save([{ type: row.type, id: row.record_id, values: { [row.field]: value } }]);
      settle.run(new Date().toISOString(), decision.id);
    }
  });
}

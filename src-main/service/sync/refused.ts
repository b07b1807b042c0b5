import type { Book } from '../book/book';
import type { KeptTable } from './kept-table';
import type { RefusedRecord } from './sync-service';

/** Refused changes that the window shows at once. */
const shown = 500;

/** Records with a change that the hub did not take, without those that stay here because of their secrecy. */
export const refusedRecords = ({ outbox, records }: Book, kept: KeptTable): RefusedRecord[] =>
  outbox
    .parked(shown)
    .filter((op) => !kept.has(op.recordId))
    .map(({ recordId: id, type, reason: { field = null, ...reason }, at }) => ({
      id,
      type,
      title: records.titleOf(id) ?? '',
      field,
      reason,
      at,
    }));

import type { Query } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';

export type QuickFilter = 'all' | 'open' | 'week' | 'overdue' | 'removed';

/** Quick filters that mean something for a type: what has a due day can be open, due this week or overdue. */
export const filtersOf = (type: RecordTypeName): readonly QuickFilter[] =>
  recordType(type).dueField ? ['all', 'open', 'week', 'overdue', 'removed'] : ['all', 'removed'];

/** Where the next due day comes first, what is done would stand before what is to do: such a register opens on what is open. */
export const usualFilter = (type: RecordTypeName): QuickFilter => {
  const { dueField, sort } = recordType(type);
  return dueField !== undefined && sort.field === dueField ? 'open' : 'all';
};

export const queryOf = (type: RecordTypeName, filter: QuickFilter, today: string): Query => ({
  type,
  ...(filter === 'removed' ? { removed: true } : {}),
  ...(filter === 'open' || filter === 'week' || filter === 'overdue' ? { due: { today, within: filter } } : {}),
});

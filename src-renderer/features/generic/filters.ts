import type { Filter, Query } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';

const general = ['all', 'open', 'week', 'overdue', 'removed'] as const;
/** Books within a register that people keep apart, and states that ask for something. */
const own = ['inEffect', 'complained', 'ending', 'wrongfulOpen', 'plain', 'secret', 'voided'] as const;
export type QuickFilter = (typeof general)[number] | (typeof own)[number];

const papers: readonly QuickFilter[] = ['plain', 'secret'];
const byType: Partial<Record<RecordTypeName, readonly QuickFilter[]>> = {
  disciplinaryDecision: ['all', 'inEffect', 'complained', 'ending', 'wrongfulOpen', 'removed'],
  incomingDocument: ['all', ...papers, 'week', 'overdue', 'removed'],
  outgoingDocument: ['all', ...papers, 'voided', 'removed'],
};

/** Quick filters that mean something for a type: what has a due day can be open, due this week or overdue. */
export const filtersOf = (type: RecordTypeName): readonly QuickFilter[] =>
  byType[type] ?? (recordType(type).dueField ? general : ['all', 'removed']);

/** Where the next due day comes first, what is done would stand before what is to do: such a register opens on what is open. */
export const usualFilter = (type: RecordTypeName): QuickFilter => {
  const { dueField, sort } = recordType(type);
  return dueField !== undefined && sort.field === dueField ? 'open' : 'all';
};

export const queryOf = (type: RecordTypeName, filter: QuickFilter, today: string): Query => ({
  type,
  ...(filter === 'removed' ? { removed: true } : {}),
  ...(filter === 'open' || filter === 'week' || filter === 'overdue' ? { due: { today, within: filter } } : {}),
  ...(conditions(filter, today) ? { filters: conditions(filter, today) } : {}),
});

function conditions(filter: QuickFilter, today: string): Filter[] | undefined {
  switch (filter) {
    case 'inEffect':
      return [{ field: 'state', op: 'eq', value: 'HIEU_LUC' }];
    case 'complained':
      return [{ field: 'state', op: 'eq', value: 'KHIEU_NAI' }];
    // Its last day has come and nobody has noted that it ended.
    case 'ending':
      return [
        { field: 'state', op: 'eq', value: 'HIEU_LUC' },
        { field: 'expiresOn', op: 'to', value: today },
      ];
    case 'wrongfulOpen':
      return [
        { field: 'wrongful', op: 'eq', value: true },
        { field: 'restoredOn', op: 'empty' },
      ];
    case 'plain':
      return [{ field: 'secrecy', op: 'eq', value: 'THUONG' }];
    case 'secret':
      return [{ field: 'secrecy', op: 'in', value: ['MAT', 'TOI_MAT', 'TUYET_MAT'] }];
    case 'voided':
      return [{ field: 'voided', op: 'eq', value: true }];
    default:
      return undefined;
  }
}

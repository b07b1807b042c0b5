import type { Filter, Query } from '#shared/contract/window/common';

export const caseFilters = ['all', 'open', 'week', 'overdue', 'closed'] as const;
export type CaseFilter = (typeof caseFilters)[number];
export const isCaseFilter = (text: string | undefined): text is CaseFilter => caseFilters.some((one) => one === text);

export function caseQuery(filter: CaseFilter, today: string, type: string): Query {
  const filters: Filter[] = [];
  // What the navigation counts, too: a case that was closed stays closed while its duties are followed.
  if (filter === 'closed') filters.push({ field: '$closed', op: 'eq', value: true });
  if (type !== '') filters.push({ field: 'type', op: 'eq', value: type });
  return {
    type: 'case',
    filters,
    ...(filter === 'open' && { due: { today, within: 'open' as const } }),
    ...(filter === 'week' && { due: { today, within: 'week' as const } }),
    ...(filter === 'overdue' && { due: { today, within: 'overdue' as const } }),
  };
}

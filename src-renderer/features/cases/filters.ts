import type { Filter, Query } from '#shared/contract/window/common';

export const caseFilters = ['all', 'open', 'week', 'overdue', 'closed'] as const;
export type CaseFilter = (typeof caseFilters)[number];
export const isCaseFilter = (text: string | undefined): text is CaseFilter => caseFilters.some((one) => one === text);

/** States in which a case waits for nothing any more. */
const closedStates = ['LUU_HO_SO', 'DINH_CHI', 'CHUYEN_THAM_QUYEN'];
const openStates = [
  'NHAP',
  'DE_XUAT',
  'DA_BAN_HANH_QD',
  'TRIEN_KHAI',
  'THAM_TRA_XAC_MINH',
  'HOI_NGHI',
  'KET_LUAN',
  'THONG_BAO',
  'THEO_DOI_KHAC_PHUC',
  'GIA_HAN',
  'TAM_DINH_CHI',
];

export function caseQuery(filter: CaseFilter, today: string, type: string, text: string): Query {
  const filters: Filter[] = [];
  if (filter === 'open') filters.push({ field: 'state', op: 'in', value: openStates });
  if (filter === 'closed') filters.push({ field: 'state', op: 'in', value: closedStates });
  if (type !== '') filters.push({ field: 'type', op: 'eq', value: type });
  return {
    type: 'case',
    filters,
    ...(filter === 'week' && { due: { today, within: 'week' as const } }),
    ...(filter === 'overdue' && { due: { today, within: 'overdue' as const } }),
    ...(text.trim() !== '' && { text: text.trim() }),
  };
}

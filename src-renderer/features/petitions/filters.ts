import type { Query } from '#shared/contract/window/common';

/** Quick filters of the register, in the order of the work. */
export const petitionFilters = ['all', 'CHO_PHAN_LOAI', 'DANG_GIAI_QUYET', 'CHO_TRA_LOI', 'overdue', 'DA_XONG'] as const;
export type PetitionFilter = (typeof petitionFilters)[number];

export const isPetitionFilter = (text: string | undefined): text is PetitionFilter => petitionFilters.some((one) => one === text);

export function queryOf(filter: PetitionFilter, today: string): Query {
  if (filter === 'all') return { type: 'petition' };
  if (filter === 'overdue') return { type: 'petition', due: { today, within: 'overdue' } };
  // A new petition waits to be classified as well.
  const states = filter === 'CHO_PHAN_LOAI' ? ['MOI', filter] : [filter];
  return { type: 'petition', filters: [{ field: 'state', op: 'in', value: states }] };
}

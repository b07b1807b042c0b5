import type { BranchFormId } from '#shared/branch-forms/branch-form';

export type BranchForm = BranchFormId;

/** Periods of the branch forms (domain 7.1): 01CB by month; 02CB by half year, year and term. */
export const branchPeriods: Readonly<Record<BranchForm, readonly { readonly code: string; readonly label: string }[]>> = {
  '01CB': Array.from({ length: 12 }, (_, index) => ({ code: `T${index + 1}`, label: `T${index + 1}` })),
  '02CB': [
    { code: '6TD', label: '6 tháng đầu' },
    { code: '6TC', label: '6 tháng cuối' },
    { code: 'NAM', label: 'Cả năm' },
    { code: 'NK', label: 'Nhiệm kỳ' },
  ],
};

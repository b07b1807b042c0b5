import type { StatForm, StatPack } from '../form';
import { dutyForms } from './duties';
import { wardForm } from './ptdl';
import { disciplineForms } from './qd357/discipline';
import { inspectionForms } from './qd357/inspections';
import { otherForms } from './qd357/rest';

/** The packs of this version. A committee's changed forms stand before those of the same id (records of type statForm). */
export const statPacks: readonly StatPack[] = [
  {
    id: '357',
    name: 'Biểu thống kê của ngành (mẫu 357, 2016)',
    source: 'Phần mềm thống kê theo 357-QĐ/UBKTTW, 2021',
    forms: [...inspectionForms, ...disciplineForms, ...otherForms],
  },
  { id: 'PTDL', name: 'Biểu của cấp phường, xã (PTDL)', source: 'Biểu của một phường, 2026', forms: [wardForm] },
  { id: 'NV', name: 'Nhiệm vụ sau kết luận', source: 'Ủy ban Kiểm tra', forms: dutyForms },
];

export const statForms: readonly StatForm[] = statPacks.flatMap(({ forms }) => forms);

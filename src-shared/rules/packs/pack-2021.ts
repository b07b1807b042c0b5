import { label } from '../../records/label';
import { pack2025 } from './pack-2025-1';
import type { RulePack } from './rule-pack';

const steps354 = 'Bộ mẫu văn bản trước 2026; quy trình 354-QĐ/UBKTTW';

/** Cases opened under 22-QĐ/TW. Its own lists of papers were not found: those of the sets used before 2026, marked unverified. */
export const pack2021: RulePack = {
  ...pack2025,
  id: '2021.1',
  name: label('Gói quy tắc 2021.1', 'Rule pack 2021.1'),
  validFrom: '2021-07-28',
  validTo: '2025-02-02',
  legalBasis: [
    { symbol: '22-QĐ/TW', issuedOn: '2021-07-28', subject: 'Công tác kiểm tra, giám sát và kỷ luật của Đảng' },
    { symbol: '02-HD/TW', issuedOn: '2021-12-09', subject: 'Hướng dẫn thực hiện Quy định 22-QĐ/TW' },
    { symbol: '69-QĐ/TW', issuedOn: '2022-07-06', subject: 'Kỷ luật tổ chức đảng, đảng viên vi phạm' },
    { symbol: '37-QĐ/TW', issuedOn: '2021-10-25', subject: 'Những điều đảng viên không được làm' },
    { symbol: '36-HD/VPTW', subject: 'Thể thức văn bản của Đảng (2018)' },
    { symbol: '354-QĐ/UBKTTW', issuedOn: '2021-12-22', subject: 'Quy trình kiểm tra, giám sát, thi hành kỷ luật' },
  ],
  caseTypes: pack2025.caseTypes.map((rule) => ({ ...rule, source: steps354, unverified: true })),
};

/** 22-QĐ/TW as amended by 262-QĐ/TW. */
export const pack2021Amended: RulePack = {
  ...pack2021,
  id: '2021.2',
  name: label('Gói quy tắc 2021.2', 'Rule pack 2021.2'),
  validFrom: '2025-02-03',
  validTo: '2025-05-29',
  legalBasis: [{ symbol: '262-QĐ/TW', issuedOn: '2025-02-03', subject: 'Sửa đổi, bổ sung Quy định 22-QĐ/TW' }, ...pack2021.legalBasis],
};

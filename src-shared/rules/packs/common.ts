import { label } from '../../records/label';
import type { PackDeadline, PackNumberFormat, PackRetention, PackStatistics } from './rule-pack';

/** Numbers run from 01 for each type within one term of the committee; 'Số' without colon, hyphen before the type, slash before the organ. */
export const numberFormats = (guide: string): readonly PackNumberFormat[] => [
  { register: 'SO_VAN_BAN_DI', pattern: '{number}-{type}/{organ}', per: 'TERM', source: guide },
  { register: 'SO_VAN_BAN_DEN', pattern: '{number}', per: 'YEAR', source: 'Cách ghi của Ủy ban' },
  { register: 'SO_DON_THU', pattern: '{number}', per: 'YEAR', source: 'Cách ghi của Ủy ban' },
];

const toConfirm = 'Đề xuất, chờ lưu trữ Tỉnh ủy xác nhận';
const proposal = (vi: string, en: string, caseTypes: readonly string[], retention: string, violation?: true): PackRetention => ({
  what: label(vi, en),
  caseTypes,
  ...(violation && { violation }),
  retention,
  source: toConfirm,
  unverified: true,
});

/** No table for a commune was found: proposals that follow the tables of the State (domain-2, section 4). */
export const retention: readonly PackRetention[] = [
  proposal('Hồ sơ kỷ luật, khiếu nại kỷ luật', 'Discipline and complaints about it', ['THKL', 'GQ_KN'], '01'),
  proposal(
    'Tố cáo có vi phạm, kiểm tra khi có dấu hiệu vi phạm',
    'Denunciations and inspections with violations',
    ['GQ_TC', 'KT_DHVP_DV', 'KT_DHVP_TC'],
    '01',
    true,
  ),
  proposal(
    'Hồ sơ kiểm tra, giám sát, tố cáo khác',
    'Other inspections, supervision and denunciations',
    ['GQ_TC', 'KT_DHVP_DV', 'KT_DHVP_TC', 'KT_NV_KTGS', 'KT_THKL', 'KT_TCD', 'GS_TX', 'GS_CD', 'KT_CH', 'KS_TSTN'],
    '05',
  ),
  proposal('Chương trình, báo cáo năm, nhiệm kỳ', 'Plans and reports of a year or term', [], '01'),
  proposal('Báo cáo tháng, quý, 6 tháng, 9 tháng', 'Reports of a month to nine months', [], '06'),
  proposal('Đơn không thụ lý, phiếu chuyển, công văn trao đổi', 'Petitions not taken up, slips, letters', [], '06'),
];

const regime357 = 'Mẫu 357-QĐ/UBKTTW (2016); 26 biểu của 885-QĐ/UBKTTW (2022) chưa tìm được đủ';
const titles = [
  'Kiểm tra đảng viên theo Điều 30',
  'Kiểm tra tổ chức đảng cấp dưới theo Điều 30',
  'Giám sát đảng viên theo Điều 30',
  'Giám sát tổ chức đảng theo Điều 30',
  'Kiểm tra đảng viên khi có dấu hiệu vi phạm',
  'Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm',
  'Kiểm tra thực hiện nhiệm vụ kiểm tra, giám sát',
  'Kiểm tra việc thi hành kỷ luật',
  'Giám sát đảng viên của ủy ban kiểm tra',
  'Giám sát tổ chức đảng của ủy ban kiểm tra',
  'Thi hành kỷ luật tổ chức đảng của cấp ủy',
  'Thi hành kỷ luật đảng viên của cấp ủy và chi bộ',
  'Thi hành kỷ luật đảng viên của ủy ban kiểm tra',
  'Giải quyết khiếu nại kỷ luật đảng viên của cấp ủy',
  'Giải quyết khiếu nại kỷ luật tổ chức đảng của cấp ủy',
  'Giải quyết khiếu nại kỷ luật đảng viên của ủy ban kiểm tra',
  'Giải quyết tố cáo đảng viên',
  'Giải quyết tố cáo tổ chức đảng',
  'Kiểm tra tài chính đảng: ngân sách, sản xuất kinh doanh',
  'Kiểm tra tài chính đảng: đảng phí',
  'Tiếp nhận, xử lý đơn thư',
  'Công tác tổ chức và đào tạo, bồi dưỡng cán bộ',
] as const;

/** The forms that cases under these packs are counted in; what each cell counts stands with the forms themselves. */
export const statistics: readonly PackStatistics[] = titles.map((title, i) => ({
  form: `B${String(i + 1).padStart(2, '0')}`,
  title,
  source: regime357,
}));

/** The right to complain and the answer, the same in every pack so far. */
export const complaintDeadlines: readonly PackDeadline[] = [
  {
    id: 'QUYEN_KHIEU_NAI',
    label: label('Thời hạn đảng viên, tổ chức khiếu nại kỷ luật', 'Right to complain about discipline'),
    from: label('ngày nhận quyết định kỷ luật', 'day on which the decision was received'),
    days: 30,
    dayKind: 'working',
    source: 'Điều lệ Đảng, Điều 39.7',
  },
  {
    id: 'TRA_LOI_KHIEU_NAI',
    label: label('Giải quyết khiếu nại kỷ luật', 'Answer to a complaint about discipline'),
    from: label('ngày nhận khiếu nại', 'day of receipt'),
    days: 90,
    dayKind: 'working',
    source: '30-QĐ/TW (2016)',
    unverified: true,
  },
];

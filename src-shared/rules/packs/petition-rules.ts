import { label } from '../../records/label';
import type { PackPetitionRule } from './rule-pack';

const article19 = '296-QĐ/TW, Điều 19';
const article23 = '296-QĐ/TW, Điều 23';

const complaint = (id: string, fact: string, vi: string, en: string): PackPetitionRule => ({
  id,
  kinds: ['KN'],
  facts: [fact],
  classification: 'KHONG_DU_DIEU_KIEN',
  handling: 'TRA_LAI',
  reason: label(vi, en),
  source: article23,
});

/**
 * Classification of petitions (domain 3.3). What is said of complaints comes from 296-QĐ/TW; that 21-QĐ/TW keeps it was not found, which the
 * source says and the committee may change.
 */
export const petitionRules = (regulation: string): readonly PackPetitionRule[] => [
  {
    id: 'TRUNG',
    duplicate: true,
    unlessFacts: ['CO_TINH_TIET_MOI'],
    classification: 'TRUNG',
    handling: 'LUU',
    reason: label('Trùng với đơn đã nhận, không có nội dung mới', 'Duplicate of an earlier petition, nothing new'),
    source: 'Ghép vào đơn trước, vẫn giữ số đến riêng',
    unverified: true,
  },
  {
    id: 'MAT_NANG_LUC',
    facts: ['MAT_NANG_LUC'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Người viết đơn không có năng lực hành vi dân sự', 'The sender has no civil capacity'),
    source: regulation,
  },
  {
    id: 'VIEC_CUA_NHA_NUOC',
    facts: ['VIEC_CUA_NHA_NUOC'],
    classification: 'KHONG_THAM_QUYEN',
    handling: 'CHUYEN',
    reason: label('Việc thuộc cơ quan nhà nước', 'A matter of the State'),
    source: 'Kết luận 107-KL/TW',
  },
  {
    id: 'CAP_TREN_QUAN_LY',
    kinds: ['TC', 'PA', 'KHAC'],
    managedBy: ['TW', 'TINH'],
    classification: 'KHONG_THAM_QUYEN',
    handling: 'CHUYEN',
    reason: label('Đối tượng thuộc diện cấp trên quản lý', 'The person is managed by a higher level'),
    source: regulation,
  },
  {
    id: 'GIAU_TEN_RO',
    kinds: ['TC', 'PA', 'KHAC'],
    signatures: ['GIAU_TEN', 'MAO_TEN'],
    facts: ['NOI_DUNG_RO'],
    classification: 'LUU_THEO_DOI',
    handling: 'NAM_TINH_HINH',
    reason: label(
      'Giấu tên, mạo tên nhưng địa chỉ, đối tượng, nội dung rõ: không giải quyết như tố cáo, nắm tình hình làm cơ sở kiểm tra, giám sát',
      'Anonymous or under a false name, but clear: not handled as a denunciation, looked into as ground for inspection',
    ),
    source: '21-QĐ/TW; 296-QĐ/TW, Điều 19',
  },
  {
    id: 'GIAU_TEN',
    kinds: ['TC', 'PA', 'KHAC'],
    signatures: ['GIAU_TEN', 'MAO_TEN'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Giấu tên, mạo tên, nội dung không rõ', 'Anonymous or under a false name, not clear'),
    source: article19,
  },
  {
    id: 'SAO_CHUP',
    signatures: ['SAO_CHUP'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Chữ ký sao chụp', 'Copied signature'),
    source: article19,
  },
  {
    id: 'KHONG_NOI_DUNG',
    facts: ['KHONG_NOI_DUNG'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Không có nội dung cụ thể', 'No concrete content'),
    source: article19,
  },
  {
    id: 'DA_GIAI_QUYET',
    facts: ['DA_GIAI_QUYET'],
    unlessFacts: ['CO_TINH_TIET_MOI'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Đã được cấp có thẩm quyền giải quyết, không có nội dung mới', 'Already decided, nothing new'),
    source: article19,
  },
  {
    id: 'VU_CAO',
    facts: ['VU_CAO'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Đã xác định là vu cáo', 'Found to be slander'),
    source: article19,
  },
  {
    id: 'RUT_DON',
    facts: ['RUT_DON'],
    unlessFacts: ['CON_DAU_HIEU'],
    classification: 'KHONG_DU_DIEU_KIEN',
    handling: 'LUU',
    reason: label('Người gửi đã rút đơn', 'Withdrawn by the sender'),
    source: 'Chưa kiểm chứng',
    unverified: true,
  },
  complaint('QUA_HAN_KHIEU_NAI', 'QUA_HAN_KHIEU_NAI', 'Quá thời hạn khiếu nại', 'The time for a complaint is over'),
  complaint(
    'CAP_TREN_GIAI_QUYET',
    'CAP_TREN_GIAI_QUYET',
    'Cấp trên đang hoặc đã giải quyết cuối cùng',
    'With a higher level or finally decided',
  ),
  complaint(
    'DA_BI_KET_AN',
    'DA_BI_KET_AN',
    'Bị Tòa án tuyên phạt từ cải tạo không giam giữ trở lên, chưa được hủy',
    'Sentenced and not annulled',
  ),
  complaint('KHIEU_NAI_HO', 'KHIEU_NAI_HO', 'Khiếu nại hộ', 'A complaint on behalf of others'),
  complaint('CHUA_CO_QUYET_DINH', 'CHUA_CO_QUYET_DINH', 'Chưa có quyết định kỷ luật bằng văn bản', 'No written decision yet'),
  complaint('TU_CHOI_NHAN', 'TU_CHOI_NHAN', 'Từ chối nhận quyết định kỷ luật', 'Refused to receive the decision'),
  complaint(
    'DA_CHUYEN_SINH_HOAT',
    'DA_CHUYEN_SINH_HOAT',
    'Đã chuyển sinh hoạt đảng chính thức trước khi khiếu nại',
    'Moved membership before complaining',
  ),
  {
    id: 'VUA_KHIEU_NAI_VUA_TO_CAO',
    facts: ['CO_CA_TO_CAO'],
    classification: 'DU_DIEU_KIEN',
    handling: 'THU_LY',
    reason: label(
      'Vừa khiếu nại, vừa tố cáo: chỉ giải quyết nội dung khiếu nại, hướng dẫn thực hiện quyền tố cáo (tách đơn)',
      'Complaint and denunciation in one: only the complaint is handled, the sender is advised on the other (split)',
    ),
    source: '02-HD/TW (2021), mục V.2.4',
  },
  {
    id: 'TO_CAO_DU',
    kinds: ['TC', 'KHAC'],
    signatures: ['CO_TEN'],
    classification: 'DU_DIEU_KIEN',
    handling: 'THU_LY',
    reason: label('Tố cáo có tên, địa chỉ, chữ ký, thuộc diện cấp này quản lý', 'Named, signed denunciation within this level'),
    source: regulation,
  },
  {
    id: 'KHIEU_NAI_DU',
    kinds: ['KN'],
    classification: 'DU_DIEU_KIEN',
    handling: 'THU_LY',
    reason: label('Khiếu nại kỷ luật còn trong thời hạn', 'A complaint about discipline in time'),
    source: regulation,
  },
  {
    id: 'PHAN_ANH_KIEN_NGHI',
    kinds: ['PA', 'KG'],
    classification: 'LUU_THEO_DOI',
    handling: 'NAM_TINH_HINH',
    reason: label(
      'Phản ánh, kiến nghị: nắm tình hình, trả lời theo thẩm quyền',
      'Report or proposal: looked into, answered by whom it concerns',
    ),
    source: regulation,
  },
];

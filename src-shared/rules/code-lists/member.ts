import { defineList } from './code-list';

/** Đảng viên (domain 5.2). */
export const memberLists = {
  gender: defineList('gender', 'Giới tính', 'Gender', [
    ['NAM', 'Nam', 'Male'],
    ['NU', 'Nữ', 'Female'],
  ]),
  memberKind: defineList('memberKind', 'Loại đảng viên', 'Kind of member', [
    ['CHINH_THUC', 'Chính thức', 'Official'],
    ['DU_BI', 'Dự bị', 'Probationary'],
  ]),
  memberState: defineList('memberState', 'Trạng thái đảng viên', 'State of member', [
    ['DANG_SINH_HOAT', 'Đang sinh hoạt', 'Active'],
    ['MIEN_SINH_HOAT', 'Miễn sinh hoạt', 'Exempt'],
    ['TAM_THOI', 'Sinh hoạt tạm thời', 'Temporary'],
    ['CHUYEN_DI', 'Chuyển đi', 'Moved away'],
    ['TU_TRAN', 'Từ trần', 'Deceased'],
    ['KHAI_TRU', 'Bị khai trừ', 'Expelled'],
    ['XOA_TEN', 'Bị xóa tên', 'Struck off'],
    ['XIN_RA', 'Xin ra', 'Resigned'],
  ]),
  managementLevel: defineList('managementLevel', 'Diện quản lý', 'Managed by', [
    ['TW', 'Trung ương', 'Central'],
    ['TINH', 'Ban Thường vụ Tỉnh ủy', 'Province'],
    ['HUYEN', 'Huyện ủy', 'District', { validTo: '2025-06-30' }],
    ['XA', 'Ban Thường vụ Đảng ủy xã', 'Commune'],
    ['CO_SO', 'Đảng ủy cơ sở', 'Grassroots committee'],
    ['CHI_BO', 'Chi bộ', 'Cell'],
  ]),
  committeeLevel: defineList('committeeLevel', 'Cấp ủy viên cấp', 'Committee member at level', [
    ['TINH', 'Tỉnh ủy viên', 'Province'],
    ['HUYEN', 'Huyện ủy viên', 'District', { validTo: '2025-06-30' }],
    ['XA', 'Đảng ủy viên xã', 'Commune'],
    ['CO_SO', 'Đảng ủy viên cơ sở', 'Grassroots'],
    ['BO_PHAN', 'Đảng ủy viên bộ phận', 'Partial organisation'],
    ['CHI_UY', 'Chi ủy viên', 'Cell committee'],
  ]),
} as const;

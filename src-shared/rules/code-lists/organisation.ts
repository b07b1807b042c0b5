import { defineList } from './code-list';

/** Tổ chức đảng (domain 5.1, 8). */
export const organisationLists = {
  organisationKind: defineList('organisationKind', 'Loại tổ chức', 'Kind of organisation', [
    ['TRUNG_UONG', 'Trung ương', 'Central'],
    ['TINH_UY', 'Tỉnh ủy', 'Provincial committee'],
    ['THANH_UY', 'Thành ủy', 'City committee'],
    ['HUYEN_UY', 'Huyện ủy', 'District committee', { validTo: '2025-06-30' }],
    ['DANG_UY_XA', 'Đảng ủy xã', 'Commune committee'],
    ['DANG_UY_PHUONG', 'Đảng ủy phường', 'Ward committee'],
    ['DANG_UY_DAC_KHU', 'Đảng ủy đặc khu', 'Special zone committee'],
    ['DANG_BO_CO_SO', 'Đảng bộ cơ sở', 'Grassroots organisation'],
    ['CHI_BO_CO_SO', 'Chi bộ cơ sở', 'Grassroots cell'],
    ['DANG_BO_BO_PHAN', 'Đảng bộ bộ phận', 'Partial organisation'],
    ['CHI_BO_TRUC_THUOC', 'Chi bộ trực thuộc', 'Dependent cell'],
    ['TO_DANG', 'Tổ đảng', 'Party group'],
    ['UY_BAN_KIEM_TRA', 'Ủy ban kiểm tra', 'Inspection committee'],
    ['KHAC', 'Tổ chức khác', 'Other organisation', { source: '02-HD/TW, I.4' }],
  ]),
  organisationForm: defineList('organisationForm', 'Loại hình', 'Form', [
    ['THON', 'Thôn, bản', 'Village'],
    ['AP', 'Ấp', 'Hamlet'],
    ['KHU_PHO', 'Khu phố', 'Quarter'],
    ['TO_DAN_PHO', 'Tổ dân phố', 'Residential group'],
    ['CO_QUAN_DANG', 'Cơ quan đảng', 'Party office'],
    ['UBND', 'Ủy ban nhân dân', "People's committee"],
    ['MAT_TRAN', 'Mặt trận, đoàn thể', 'Front and unions'],
    ['TRUONG_HOC', 'Trường học', 'School'],
    ['TRAM_Y_TE', 'Trạm y tế', 'Health station'],
    ['CONG_AN', 'Công an', 'Police'],
    ['QUAN_SU', 'Quân sự', 'Military'],
    ['HOP_TAC_XA', 'Hợp tác xã', 'Cooperative'],
    ['DOANH_NGHIEP', 'Doanh nghiệp', 'Enterprise'],
    ['KHAC', 'Khác', 'Other'],
  ]),
  organisationState: defineList('organisationState', 'Trạng thái tổ chức', 'State of organisation', [
    ['HOAT_DONG', 'Hoạt động', 'Active'],
    ['GIAI_THE', 'Đã giải thể', 'Dissolved'],
    ['SAP_NHAP', 'Đã sáp nhập', 'Merged'],
    ['CHIA_TACH', 'Đã chia tách', 'Split'],
    ['DOI_TEN', 'Đã đổi tên', 'Renamed'],
    ['KET_THUC', 'Kết thúc hoạt động', 'Ended'],
  ]),
  lineageKind: defineList('lineageKind', 'Quan hệ nguồn gốc', 'Lineage', [
    ['TIEN_THAN', 'Tiền thân', 'Predecessor'],
    ['KE_THUA', 'Kế thừa', 'Successor'],
  ]),
} as const;

import { defineList } from './code-list';

/** Đơn, thư (domain 3). */
export const petitionLists = {
  petitionKind: defineList('petitionKind', 'Loại đơn', 'Kind of petition', [
    ['TC', 'Tố cáo', 'Denunciation'],
    ['KN', 'Khiếu nại', 'Complaint'],
    ['PA', 'Phản ánh', 'Report'],
    ['KG', 'Kiến nghị', 'Proposal'],
    ['KHAC', 'Hỗn hợp, khác', 'Mixed, other'],
  ]),
  petitionSource: defineList('petitionSource', 'Nguồn đến', 'Source', [
    ['TRUC_TIEP', 'Trực tiếp', 'In person'],
    ['BUU_DIEN', 'Bưu điện', 'Post'],
    ['CO_QUAN_CHUYEN', 'Cơ quan khác chuyển', 'Other office'],
    ['CAP_TREN_GIAO', 'Cấp trên giao', 'Higher level'],
    ['CAP_DUOI_BAO_CAO', 'Cấp dưới báo cáo', 'Lower level'],
    ['HOM_THU', 'Hòm thư', 'Letter box'],
    ['THU_DIEN_TU', 'Thư điện tử, phần mềm', 'E-mail, software'],
    ['BAO_CHI', 'Báo chí', 'Press'],
  ]),
  signatureForm: defineList('signatureForm', 'Hình thức ký', 'Signature', [
    ['CO_TEN', 'Có tên, địa chỉ, chữ ký', 'Named and signed'],
    ['MAO_TEN', 'Mạo tên', 'False name'],
    ['GIAU_TEN', 'Giấu tên', 'Anonymous'],
    ['SAO_CHUP', 'Sao chụp chữ ký', 'Copied signature'],
  ]),
  petitionClassification: defineList('petitionClassification', 'Kết quả phân loại', 'Classification', [
    ['DU_DIEU_KIEN', 'Thuộc thẩm quyền, đủ điều kiện', 'Competent, admissible'],
    ['KHONG_DU_DIEU_KIEN', 'Thuộc thẩm quyền, không đủ điều kiện', 'Competent, not admissible'],
    ['KHONG_THAM_QUYEN', 'Không thuộc thẩm quyền', 'Not competent'],
    ['TRUNG', 'Trùng đơn', 'Duplicate'],
    ['LUU_THEO_DOI', 'Lưu theo dõi', 'Kept in view'],
  ]),
  petitionHandling: defineList('petitionHandling', 'Hướng xử lý', 'Handling', [
    ['THU_LY', 'Thụ lý giải quyết', 'Take up'],
    ['CHUYEN', 'Chuyển đơn', 'Forward'],
    ['HUONG_DAN', 'Hướng dẫn', 'Advise the sender'],
    ['TRA_LAI', 'Trả lại đơn', 'Return'],
    ['LUU', 'Lưu đơn', 'File'],
    ['NAM_TINH_HINH', 'Nắm tình hình', 'Look into the matter', { source: '21-QĐ/TW' }],
  ]),
  petitionState: defineList('petitionState', 'Trạng thái đơn', 'State of petition', [
    ['MOI', 'Mới nhận', 'New'],
    ['CHO_PHAN_LOAI', 'Chờ phân loại', 'To classify'],
    ['DANG_GIAI_QUYET', 'Đang giải quyết', 'In hand'],
    ['CHO_TRA_LOI', 'Chờ trả lời', 'To answer'],
    ['DA_XONG', 'Đã xong', 'Done'],
  ]),
  denunciationConclusion: defineList('denunciationConclusion', 'Kết luận nội dung', 'Conclusion on an item', [
    ['SAI', 'Tố cáo sai', 'False'],
    ['KHONG_CAN_CU', 'Không có cơ sở, không đủ căn cứ', 'Not enough grounds'],
    ['DUNG_KHUYET_DIEM', 'Đúng, có khuyết điểm', 'True, shortcoming'],
    ['DUNG_VI_PHAM', 'Đúng, có vi phạm', 'True, violation'],
  ]),
} as const;

import { defineList } from './code-list';

const tt05 = { source: 'TT 05/2025/TT-BNV' } as const;

/** Lưu trữ, trang quét (domain 5.6, 5.8). Numbered codes are those of TT 05/2025/TT-BNV. */
export const archiveLists = {
  retention: defineList(
    'retention',
    'Thời hạn bảo quản',
    'Retention',
    [
      ['01', 'Vĩnh viễn', 'Permanent'],
      ['02', '70 năm', '70 years'],
      ['03', '50 năm', '50 years'],
      ['04', '30 năm', '30 years'],
      ['05', '20 năm', '20 years'],
      ['06', '10 năm', '10 years'],
      ['07', 'Khác', 'Other'],
    ],
    tt05,
  ),
  accessMode: defineList(
    'accessMode',
    'Chế độ sử dụng',
    'Access',
    [
      ['01', 'Công khai', 'Open'],
      ['02', 'Có điều kiện', 'Conditional'],
      ['03', 'Mật', 'Confidential'],
    ],
    tt05,
  ),
  language: defineList(
    'language',
    'Ngôn ngữ',
    'Language',
    [
      ['01', 'Tiếng Việt', 'Vietnamese'],
      // The sources name only the first and the last of the eleven values.
      ['02', 'Tiếng Anh', 'English', { unverified: true }],
      ['03', 'Tiếng Pháp', 'French', { unverified: true }],
      ['04', 'Tiếng Nga', 'Russian', { unverified: true }],
      ['05', 'Tiếng Trung', 'Chinese', { unverified: true }],
      ['06', 'Tiếng Việt, tiếng Anh', 'Vietnamese, English', { unverified: true }],
      ['07', 'Tiếng Việt, tiếng Nga', 'Vietnamese, Russian', { unverified: true }],
      ['08', 'Tiếng Việt, tiếng Pháp', 'Vietnamese, French', { unverified: true }],
      ['09', 'Hán Nôm', 'Han Nom', { unverified: true }],
      ['10', 'Tiếng Việt, tiếng Trung', 'Vietnamese, Chinese', { unverified: true }],
      ['11', 'Khác', 'Other'],
    ],
    tt05,
  ),
  physicalState: defineList(
    'physicalState',
    'Tình trạng vật lý',
    'Physical state',
    [
      ['01', 'Tốt', 'Good'],
      ['02', 'Bình thường', 'Fair'],
      ['03', 'Hỏng', 'Damaged'],
    ],
    tt05,
  ),
  trustLevel: defineList(
    'trustLevel',
    'Mức độ tin cậy',
    'Trust level',
    [
      ['01', 'Gốc điện tử', 'Born digital'],
      ['02', 'Số hóa', 'Digitised'],
      ['03', 'Hỗn hợp', 'Mixed'],
    ],
    tt05,
  ),
  archiveFileState: defineList('archiveFileState', 'Trạng thái hồ sơ', 'State of file', [
    ['CHUA_QUET', 'Chưa quét', 'Not scanned'],
    ['DANG_DOC', 'Đang đọc', 'Being read'],
    ['CHO_KIEM_TRA', 'Chờ kiểm tra', 'To verify'],
    ['DA_XONG', 'Đã xong', 'Done'],
    ['DA_TIEU_HUY', 'Đã tiêu hủy', 'Destroyed'],
  ]),
  secrecyDecision: defineList('secrecyDecision', 'Xác định độ mật', 'Decision on secrecy', [
    ['DA_XAC_DINH', 'Đã xác định', 'Decided'],
    ['CHO_HUONG_DAN', 'Chờ hướng dẫn', 'Waiting for guidance'],
  ]),
  secrecyAlarm: defineList('secrecyAlarm', 'Nghi có dấu mật', 'Looks secret', [
    ['NGHI_MAT', 'Nghi có dấu mật, chờ trả lời', 'Looks secret, waits for an answer'],
    ['BAO_NHAM', 'Không phải tài liệu mật', 'False alarm'],
    ['DA_NANG', 'Đã nâng độ mật', 'Level was raised'],
  ]),
  backupState: defineList(
    'backupState',
    'Tình trạng dự phòng',
    'State of the back-up',
    [
      ['01', 'Đã dự phòng', 'Backed up'],
      ['02', 'Chưa dự phòng', 'Not backed up'],
    ],
    tt05,
  ),
  verificationState: defineList('verificationState', 'Kiểm tra văn bản', 'Verification', [
    ['CHO_XEM', 'Chờ xem', 'To be seen'],
    ['CAN_XEM', 'Cần xem', 'Needs a look'],
    ['DA_XEM', 'Đã xem', 'Seen'],
    ['TRA_LAI', 'Trả lại', 'Sent back'],
  ]),
  digitisationPurpose: defineList('digitisationPurpose', 'Mục đích sau số hóa', 'Purpose after digitisation', [
    ['TRA_CUU', 'Tra cứu nghiệp vụ', 'Reference in work'],
    ['BAO_QUAN', 'Bảo quản, dự phòng', 'Preservation'],
    ['GIAO_NOP', 'Giao nộp lưu trữ', 'Transfer to archive'],
    ['CHIA_SE', 'Chia sẻ, khai thác', 'Sharing'],
  ]),
  pageState: defineList('pageState', 'Trạng thái trang', 'State of page', [
    ['CHO_DOC', 'Chờ đọc', 'Waiting'],
    ['DANG_DOC', 'Đang đọc', 'Being read'],
    ['DA_DOC', 'Đã đọc', 'Read'],
    ['CAN_XEM', 'Cần xem', 'Needs a look'],
    ['DA_SUA', 'Đã sửa', 'Corrected'],
    ['LOI', 'Lỗi', 'Failed'],
    ['DA_RUT', 'Đã rút khỏi máy', 'Taken off the machine'],
    ['DA_TIEU_HUY', 'Đã tiêu hủy', 'Destroyed'],
  ]),
  disposalState: defineList('disposalState', 'Trạng thái đợt tiêu hủy', 'State of a disposal', [
    ['DU_THAO', 'Lập danh mục', 'List in preparation'],
    ['DA_XET', 'Hội đồng đã xét', 'Considered by the council'],
    ['DA_TIEU_HUY', 'Đã tiêu hủy', 'Destroyed'],
    ['DINH_CHI', 'Không tiêu hủy', 'Called off'],
  ]),
  disposalOpinion: defineList('disposalOpinion', 'Ý kiến về hồ sơ', 'Opinion on a file', [
    ['HUY', 'Tiêu hủy', 'Destroy'],
    ['GIU', 'Giữ lại', 'Keep'],
  ]),
  // Quality control of digitisation: every document once (V1), then a random share twice more (domain 5.7).
  qualityLevel: defineList('qualityLevel', 'Lần kiểm tra', 'Level of control', [
    ['V1', 'V1, toàn bộ', 'V1, all'],
    ['V2', 'V2, rút mẫu', 'V2, sample'],
    ['V3', 'V3, rút mẫu nghiệm thu', 'V3, sample for acceptance'],
  ]),
  qualityState: defineList('qualityState', 'Kết quả đợt kiểm tra', 'State of a quality round', [
    ['DANG_KIEM', 'Đang kiểm tra', 'In work'],
    ['DAT', 'Đạt', 'Accepted'],
    ['TRA_LAI', 'Trả lại', 'Sent back'],
  ]),
  qualityErrorKind: defineList('qualityErrorKind', 'Loại lỗi', 'Kind of error', [
    ['THIEU', 'Bỏ sót', 'Missing'],
    ['THUA', 'Ghi thừa', 'Superfluous'],
    ['SAI_DAU', 'Sai dấu, chữ hoa', 'Diacritics or capitals'],
    ['CHINH_TA', 'Sai chính tả', 'Spelling'],
    ['SAI_SO', 'Sai số, ngày', 'Number or date'],
    ['CHON_SAI', 'Chọn sai mục', 'Wrong choice'],
    ['SAI_NOI_DUNG', 'Sai nội dung', 'Wrong content'],
  ]),
  textSource: defineList('textSource', 'Nguồn chữ', 'Source of text', [
    ['OCR', 'Máy đọc', 'Recognised'],
    ['LOP_CHU', 'Lớp chữ của tệp', 'Text layer'],
    ['NHAP_TAY', 'Nhập tay', 'Typed'],
  ]),
} as const;

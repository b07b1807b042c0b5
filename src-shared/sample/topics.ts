/** What petitions and cases are about. Slots in braces are filled by phrases.ts; {noi} is the place, {nguoi} the person. */
export interface Topic {
  readonly summary: string;
  /** Code of violationMember. */
  readonly member: string;
  /** Code of violationOrganisation. */
  readonly organisation: string;
  readonly items: readonly { readonly text: string; readonly evidence?: string }[];
}

const topic = (summary: string, member: string, organisation: string, ...items: Topic['items'][number][]): Topic => ({
  summary,
  member,
  organisation,
  items,
});

export const violations: readonly Topic[] = [
  topic(
    'Ký xác nhận sai nguồn gốc đất tại {noi}',
    'DV08',
    'TC02',
    { text: 'Ký xác nhận sai nguồn gốc đất cho {ho} hộ tại {noi}, từ năm {nam}', evidence: '3 giấy xác nhận' },
    { text: 'Thu {tien} "hỗ trợ làm hồ sơ" không có phiếu thu', evidence: 'Danh sách các hộ đã nộp' },
    { text: 'Đe nẹt đảng viên góp ý tại kỳ sinh hoạt tháng {thang}' },
  ),
  topic(
    'Quản lý, sử dụng {quyDan} tại {noi}',
    'DV09',
    'TC05',
    { text: 'Chi {tien} từ {quyDan} không qua họp dân', evidence: 'Sổ thu, chi của {noi}' },
    { text: 'Không công khai thu, chi quý {quy} năm {nam}' },
  ),
  topic(
    'Lập khống chứng từ chi hội nghị tại {noi}',
    'DV06',
    'TC02',
    { text: 'Lập khống chứng từ chi hội nghị năm {nam}, số tiền {tien}', evidence: '5 chứng từ phô tô' },
    { text: 'Ký thay người nhận tiền trong danh sách bồi dưỡng' },
  ),
  topic(
    'Thu quỹ làm đường {duong} vượt dự toán',
    'DV07',
    'TC02',
    { text: 'Thu vượt dự toán đường {duong} {tien}', evidence: 'Bảng dự toán và biên lai' },
    { text: 'Chưa quyết toán công trình sau khi nghiệm thu' },
  ),
  topic('Thu, nộp và sử dụng đảng phí tại {noi}', 'DV09', 'TC01', {
    text: 'Nộp đảng phí chậm, sử dụng {tien} chưa đúng quy định',
    evidence: 'Sổ đảng phí năm {nam}',
  }),
  topic(
    'Không duy trì sinh hoạt chi bộ tại {noi}',
    'DV01',
    'TC03',
    { text: 'Bỏ {sinhHoat}, biên bản ghi sau', evidence: 'Sổ biên bản chi bộ' },
    { text: 'Không phân công nhiệm vụ cho đảng viên trong năm {nam}' },
  ),
  topic('Mất đoàn kết trong cấp ủy {noi}', 'DV03', 'TC03', {
    text: 'Cấp ủy viên phát biểu trái kết luận của chi bộ, gây mất đoàn kết từ năm {nam}',
  }),
  topic('Vi phạm đạo đức, lối sống của đảng viên tại {noi}', 'DV02', 'TC01', {
    text: 'Uống rượu say, gây rối tại khu dân cư tháng {thang}/{nam}',
    evidence: 'Biên bản của Công an xã',
  }),
  topic('Kê khai tài sản, thu nhập không đầy đủ', 'DV10', 'TC02', {
    text: 'Không kê khai thửa đất số {thua} và khoản vay {tien}',
    evidence: 'Bản kê khai năm {nam}',
  }),
  topic('Bố trí người thân vào vị trí kế toán tại {noi}', 'DV04', 'TC04', {
    text: 'Giới thiệu người thân vào vị trí kế toán không qua bàn bạc tập thể',
  }),
  topic('Bán đất công thửa số {thua} không qua đấu giá', 'DV08', 'TC02', {
    text: 'Chuyển nhượng đất công thửa số {thua} trong năm {nam} không qua đấu giá',
    evidence: 'Hợp đồng viết tay',
  }),
  topic('Chậm bàn giao tài chính, tài sản sau sáp nhập tại {noi}', 'DV07', 'TC01', {
    text: 'Bàn giao thiếu {tien} quỹ và hồ sơ quý {quy} năm 2025',
    evidence: 'Biên bản bàn giao',
  }),
];

export const reports: readonly Topic[] = [
  topic('Quỹ làm đường {duong} không công khai', 'DV09', 'TC05', { text: 'Người dân {noi} chưa được biết số thu, chi của đường {duong}' }),
  topic('Xe chở cát làm hỏng đường {duong}', 'DV11', 'TC02', { text: 'Xe quá tải chạy ban đêm qua {noi}, chưa ai xử lý' }),
  topic('Cán bộ {noi} tiếp dân không đúng giờ', 'DV07', 'TC01', { text: 'Nhiều lần đến không gặp cán bộ trực trong tháng {thang}' }),
  topic('Bình xét hộ nghèo tại {noi} chưa khách quan', 'DV07', 'TC05', { text: '{ho} hộ được bình xét không qua họp dân năm {nam}' }),
  topic('Lấn chiếm hành lang kênh tại {noi}', 'DV08', 'TC02', { text: 'Đảng viên xây nhà kho trên hành lang kênh từ năm {nam}' }),
  topic('Đảng viên vắng sinh hoạt nhiều kỳ tại {noi}', 'DV01', 'TC03', { text: 'Vắng {sinhHoat} không lý do' }),
];

export const proposals: readonly Topic[] = [
  topic('Công khai danh sách hộ nghèo {noi}', 'DV11', 'TC05', { text: 'Đề nghị niêm yết danh sách hộ nghèo, cận nghèo tại nhà văn hóa' }),
  topic('Lịch tiếp đảng viên tại {noi}', 'DV11', 'TC07', { text: 'Đề nghị cấp ủy thông báo lịch tiếp đảng viên hằng tháng' }),
  topic('Đề nghị kiểm tra thu, chi các khoản đóng góp tại {noi}', 'DV09', 'TC05', {
    text: 'Kiến nghị kiểm tra các khoản đóng góp từ năm {nam}',
  }),
  topic('Kiến nghị sớm sửa cầu {duong}', 'DV11', 'TC07', { text: 'Cầu hư hỏng, học sinh đi lại khó khăn' }),
  topic('Đề nghị tập huấn kiểm tra, giám sát cho chi ủy {noi}', 'DV11', 'TC01', { text: 'Chi ủy mới chưa được tập huấn nghiệp vụ' }),
];

export const complaints: readonly Topic[] = [
  topic('Khiếu nại quyết định khiển trách', 'DV04', 'TC06', { text: 'Hình thức kỷ luật nặng hơn mức vi phạm' }),
  topic('Khiếu nại quyết định cảnh cáo', 'DV09', 'TC06', { text: 'Nội dung vi phạm kết luận chưa đúng với chứng từ năm {nam}' }),
  topic('Khiếu nại quy trình biểu quyết kỷ luật', 'DV01', 'TC06', { text: 'Chi bộ bỏ phiếu khi chưa đủ số đảng viên theo quy định' }),
];

/** Subjects of planned inspections and supervision of organisations, by case type. */
export const programmes: Readonly<Record<string, readonly string[]>> = {
  KT_NV_KTGS: [
    'Thực hiện nhiệm vụ kiểm tra, giám sát năm {nam} tại {noi}',
    'Xây dựng và thực hiện chương trình kiểm tra, giám sát tại {noi}',
  ],
  KT_THKL: ['Thi hành kỷ luật trong Đảng từ năm {nam} tại {noi}'],
  KT_TCD: ['Thu, nộp, quản lý và sử dụng đảng phí năm {nam} tại {noi}', 'Thu, chi tài chính đảng từ năm {nam} tại {noi}'],
  GS_TX: ['Giám sát nền nếp sinh hoạt quý {quy} tại {noi}', 'Giám sát việc nêu gương của chi ủy viên tại {noi}'],
  GS_CD: [
    'Lãnh đạo thực hiện nghị quyết về xây dựng nông thôn mới tại {noi}',
    'Chấp hành quy chế làm việc, nguyên tắc tập trung dân chủ tại {noi}',
    'Lãnh đạo quản lý đất đai, trật tự xây dựng tại {noi}',
    'Sắp xếp, bàn giao sau sáp nhập tại {noi}',
  ],
  KT_CH: ['Chấp hành nghị quyết đại hội đảng bộ xã tại {noi}', 'Thực hiện những điều đảng viên không được làm tại {noi}'],
};

export const dutyPhrases: readonly { readonly kind: string; readonly name: string; readonly money?: true }[] = [
  { kind: 'KIEM_DIEM', name: 'Tổ chức kiểm điểm, rút kinh nghiệm tại {noi}' },
  { kind: 'KHAC_PHUC', name: 'Bổ sung sổ sách, chứng từ còn thiếu của {noi}' },
  { kind: 'THU_HOI_TIEN', name: 'Nộp lại {tien} vào tài khoản {quyDan}', money: true },
  { kind: 'SUA_QUY_CHE', name: 'Sửa quy chế làm việc của cấp ủy {noi}' },
  { kind: 'BAO_CAO', name: 'Báo cáo kết quả khắc phục về Ủy ban Kiểm tra' },
  { kind: 'KHAC_PHUC', name: 'Công khai thu, chi {quyDan} với nhân dân {noi}' },
  { kind: 'BO_TRI_CAN_BO', name: 'Bố trí lại người giữ sổ quỹ tại {noi}' },
  { kind: 'KIEM_DIEM', name: 'Kiểm điểm trách nhiệm người đứng đầu {noi}' },
];

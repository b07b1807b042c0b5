import { each, heading, say, type PaperTemplate } from '../template';

/** Report of the team and its draft. */
export const reportTemplates: readonly PaperTemplate[] = (
  [
    ['bao-cao-ket-qua', 'Báo cáo kết quả của Đoàn', 'BÁO CÁO', [['bao cao ket qua'], ['bao cao', 'ket qua']]],
    ['du-thao-bao-cao', 'Dự thảo báo cáo kết quả', 'BÁO CÁO (DỰ THẢO)', [['du thao bao cao'], ['du thao bao cao', 'ket qua']]],
  ] as const
).map(
  ([id, name, title, serves]): PaperTemplate => ({
    id,
    name,
    documentType: 'BC',
    title,
    subject: 'kết quả {viec} đối với {doi_tuong}',
    kind: 'paper',
    lines: [
      say(
        'Thực hiện Quyết định số {so_quyet_dinh}, ngày {ngay_quyet_dinh} và Kế hoạch số {so_ke_hoach} của Ủy ban Kiểm tra, từ ngày {ngay_trien_khai}, Đoàn đã tiến hành {viec} đối với {doi_tuong}. Đoàn báo cáo kết quả như sau:',
      ),
      heading('I. Khái quát'),
      say('{doi_tuong}; tổ chức quản lý: {don_vi_quan_ly}. Mốc thời gian kiểm tra: từ {moc_tu} đến {moc_den}.'),
      heading('II. Kết quả thẩm tra, xác minh'),
      ...each('noi_dung_kiem_tra', say('{stt}. {noi_dung}'), say('Kết quả: {ket_luan}')),
      heading('III. Nhận xét, đánh giá'),
      say('1. Ưu điểm: {uu_diem}'),
      say('2. Hạn chế, khuyết điểm, vi phạm (nếu có): {khuyet_diem}'),
      say('3. Kết luận chung: {ket_luan_chung}'),
      heading('IV. Đề nghị của Đoàn'),
      ...each('yeu_cau', say('{stt}. {noi_dung} ({don_vi}, chậm nhất {han}).')),
      say('Tài liệu kèm theo: {so_tai_lieu} văn bản theo mục lục hồ sơ.'),
    ],
    signer: ['T/M ĐOÀN KIỂM TRA', 'TRƯỞNG ĐOÀN'],
    recipients: ['Thường trực Ủy ban Kiểm tra,', 'Lưu Đoàn, HSKT.'],
    serves,
  }),
);

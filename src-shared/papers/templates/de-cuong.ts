import { each, heading, say, type PaperTemplate } from '../template';

/** Đề cương gợi ý báo cáo. */
export const deCuong: PaperTemplate = {
  id: 'de-cuong',
  name: 'Đề cương gợi ý báo cáo',
  documentType: 'DC',
  title: 'ĐỀ CƯƠNG',
  subject: 'gợi ý báo cáo giải trình (tự kiểm tra) phục vụ {viec}',
  kind: 'paper',
  lines: [
    say('Kèm theo Kế hoạch số {so_ke_hoach} của Ủy ban Kiểm tra.'),
    heading('I. Sơ lược về đối tượng'),
    say('{doi_tuong}: chức trách, nhiệm vụ được giao trong mốc thời gian từ {moc_tu} đến {moc_den}.'),
    heading('II. Báo cáo, giải trình từng nội dung'),
    ...each(
      'noi_dung_kiem_tra',
      say('{stt}. {noi_dung}'),
      say('- Việc đã làm, kết quả, tài liệu chứng minh; hạn chế, khuyết điểm, nguyên nhân, trách nhiệm.'),
    ),
    heading('III. Tự đánh giá'),
    say('Ưu điểm; hạn chế, khuyết điểm, vi phạm (nếu có); tự nhận trách nhiệm và biện pháp khắc phục.'),
    heading('IV. Kiến nghị, đề xuất'),
    say('Báo cáo gửi Đoàn trước ngày …………… kèm hồ sơ, tài liệu liên quan.'),
  ],
  signer: ['T/M ĐOÀN KIỂM TRA', 'TRƯỞNG ĐOÀN'],
  recipients: ['{doi_tuong},', 'Lưu Đoàn, HSKT.'],
  serves: [['de cuong']],
};

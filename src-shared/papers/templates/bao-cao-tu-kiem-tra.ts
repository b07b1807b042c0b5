import { each, heading, say, type PaperTemplate } from '../template';

const own = (
  id: string,
  name: string,
  title: string,
  subject: string,
  documentType: string,
  serves: PaperTemplate['serves'],
): PaperTemplate => ({
  id,
  name,
  documentType,
  title,
  subject,
  kind: 'personal',
  lines: [
    say('Kính gửi: Ủy ban Kiểm tra và Đoàn {viec}'),
    say('Thực hiện Quyết định số {so_quyet_dinh} và Kế hoạch số {so_ke_hoach} của Ủy ban Kiểm tra, tôi (chúng tôi) báo cáo như sau:'),
    heading('I. Sơ lược bản thân (tổ chức)'),
    say('{doi_tuong}. Chức trách, nhiệm vụ được giao từ {moc_tu} đến {moc_den}:'),
    say('…………………………………………………………………………'),
    heading('II. Từng nội dung'),
    ...each(
      'noi_dung_kiem_tra',
      say('{stt}. {noi_dung}'),
      say('Việc đã làm, kết quả, tài liệu chứng minh:'),
      say('…………………………………………………………………………'),
      say('Hạn chế, khuyết điểm, nguyên nhân, trách nhiệm:'),
      say('…………………………………………………………………………'),
    ),
    heading('III. Tự nhận xét, tự nhận trách nhiệm'),
    say('Ưu điểm: ………………………………… Khuyết điểm, vi phạm (nếu có):'),
    say('…………………………………………………………………………'),
    say('Tự nhận hình thức kỷ luật (nếu có):'),
    say('…………………………………………………………………………'),
    heading('IV. Biện pháp khắc phục, kiến nghị'),
    say('…………………………………………………………………………'),
  ],
  signer: ['NGƯỜI BÁO CÁO'],
  serves,
});

/** Papers that the person or organisation concerned writes: handed over as forms with the questions of the case. */
export const ownReportTemplates: readonly PaperTemplate[] = [
  own('bao-cao-tu-kiem-tra', 'Báo cáo tự kiểm tra', 'BÁO CÁO TỰ KIỂM TRA', 'phục vụ {viec}', 'BC', [
    ['tu kiem tra'],
    ['tu giam sat'],
    ['bao cao cua doi tuong'],
    ['bao cao giai trinh'],
  ]),
  own('ban-giai-trinh', 'Bản (báo cáo) giải trình', 'BÁO CÁO GIẢI TRÌNH', 'các nội dung {viec}', 'BGT', [
    ['giai trinh'],
    ['bao cao'],
    ['tu'],
  ]),
  own('ban-kiem-diem', 'Bản kiểm điểm', 'BẢN KIỂM ĐIỂM', 'về các nội dung {viec}', 'BKD', [['kiem diem']]),
];

import { standing, recipients, items } from './parts';
import { each, heading, say, type PaperTemplate } from '../template';

/** Kế hoạch kiểm tra, giám sát. */
export const keHoach: PaperTemplate = {
  id: 'ke-hoach',
  name: 'Kế hoạch kiểm tra, giám sát',
  documentType: 'KH',
  title: 'KẾ HOẠCH',
  subject: '{viec} đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    say(
      'Thực hiện Quyết định số {so_quyet_dinh}, ngày {ngay_quyet_dinh} của Ủy ban Kiểm tra về thành lập Đoàn, Ủy ban Kiểm tra xây dựng kế hoạch như sau:',
    ),
    heading('I. Mục đích, yêu cầu'),
    say('1. Làm rõ đúng, sai các nội dung kiểm tra; kết luận khách quan, công tâm, thận trọng, chính xác.'),
    say('2. Thực hiện đúng phương hướng, phương châm, nguyên tắc, thủ tục theo quy định của Đảng.'),
    heading('II. Nội dung, đối tượng, mốc thời gian'),
    say('1. Đối tượng: {doi_tuong}.'),
    say('2. Nội dung:'),
    ...items,
    say('3. Mốc thời gian: từ {moc_tu} đến {moc_den}.'),
    heading('III. Thời gian, phương pháp tiến hành'),
    say('1. Thời gian làm việc: {thoi_han_ngay} ngày kể từ ngày triển khai, chậm nhất đến {han}.'),
    say('2. Phương pháp: nghe báo cáo, nghiên cứu hồ sơ, làm việc trực tiếp, thẩm tra, xác minh, hội nghị tổ chức đảng.'),
    heading('IV. Lịch làm việc'),
    ...each('lich', say('- {ngay} {gio}: {viec} với {voi}, tại {noi}.')),
    heading('V. Tổ chức thực hiện'),
    say(
      'Trưởng đoàn {truong_doan} phân công thành viên, chỉ đạo thực hiện kế hoạch; {don_vi_quan_ly} và {doi_tuong} chuẩn bị báo cáo, hồ sơ, tạo điều kiện để Đoàn làm việc.',
    ),
  ],
  signer: standing,
  recipients,
  serves: [['ke hoach']],
};

import { standing, bases, team } from './parts';
import { article, centre, say, type PaperTemplate } from '../template';

/** Quyết định thành lập đoàn. */
export const quyetDinhThanhLapDoan: PaperTemplate = {
  id: 'quyet-dinh-thanh-lap-doan',
  name: 'Quyết định thành lập đoàn',
  documentType: 'QD',
  title: 'QUYẾT ĐỊNH',
  subject: 'thành lập Đoàn {viec}',
  kind: 'paper',
  lines: [
    ...bases,
    say('Căn cứ Quy chế làm việc của Ủy ban Kiểm tra và chương trình công tác kiểm tra, giám sát;'),
    centre('ỦY BAN KIỂM TRA {dang_uy_hoa} QUYẾT ĐỊNH'),
    article('Điều 1. Thành lập Đoàn {viec} đối với {doi_tuong}, gồm các đồng chí có tên sau đây:'),
    ...team,
    article('Điều 2. Nội dung: {noi_dung}'),
    say('Mốc thời gian kiểm tra: từ {moc_tu} đến {moc_den}. Khi cần thiết có thể xem xét trước hoặc sau mốc thời gian nói trên.'),
    article(
      'Điều 3. Đoàn làm việc theo kế hoạch đã được phê duyệt; thời hạn {thoi_han_ngay} ngày kể từ ngày triển khai quyết định. Đoàn tự giải thể sau khi hoàn thành nhiệm vụ.',
    ),
    article('Điều 4. Các đồng chí có tên tại Điều 1, {don_vi_quan_ly} và {doi_tuong} chịu trách nhiệm thi hành Quyết định này.'),
  ],
  signer: standing,
  recipients: ['Như Điều 4,', 'Ban Thường vụ Đảng ủy (để báo cáo),', 'Lưu Ủy ban Kiểm tra, HSKT.'],
  serves: [
    ['quyet dinh', 'thanh lap'],
    ['quyet dinh', 'kiem tra'],
    ['quyet dinh', 'giam sat'],
    ['quyet dinh', 'giai quyet to cao'],
    ['quyet dinh', 'xem xet'],
    ['quyet dinh', 'tham tra'],
    ['quyet dinh', 'xac minh'],
  ],
};

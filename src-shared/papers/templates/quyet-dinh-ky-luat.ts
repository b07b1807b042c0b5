import { standing, bases } from './parts';
import { article, centre, say, type PaperTemplate } from '../template';

/** Quyết định kỷ luật. */
export const quyetDinhKyLuat: PaperTemplate = {
  id: 'quyet-dinh-ky-luat',
  name: 'Quyết định kỷ luật',
  documentType: 'QD',
  title: 'QUYẾT ĐỊNH',
  subject: 'thi hành kỷ luật đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    ...bases,
    say('Xét nội dung, tính chất, mức độ, tác hại, nguyên nhân vi phạm và kết quả biểu quyết tại kỳ họp ngày {ngay_hop};'),
    centre('ỦY BAN KIỂM TRA {dang_uy_hoa} QUYẾT ĐỊNH'),
    article('Điều 1. Thi hành kỷ luật {doi_tuong} bằng hình thức {hinh_thuc_ky_luat}.'),
    say('Vi phạm: {vi_pham}'),
    article(
      'Điều 2. Quyết định có hiệu lực từ ngày ký. Trong thời hạn một tháng (30 ngày làm việc) kể từ ngày nhận quyết định, {doi_tuong} có quyền khiếu nại; trong khi chờ giải quyết vẫn phải chấp hành quyết định.',
    ),
    article('Điều 3. {don_vi_quan_ly} và {doi_tuong} chịu trách nhiệm thi hành Quyết định này.'),
  ],
  signer: standing,
  recipients: ['Như Điều 3,', 'Ủy ban Kiểm tra Tỉnh ủy,', 'Ban Thường vụ Đảng ủy,', 'Lưu Ủy ban Kiểm tra, HSKT.'],
  serves: [['quyet dinh ky luat'], ['quyet dinh', 'thi hanh ky luat']],
};

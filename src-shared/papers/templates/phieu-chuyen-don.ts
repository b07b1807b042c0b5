import { standing } from './parts';
import { centre, say, type PaperTemplate } from '../template';

/** Phiếu chuyển đơn. */
export const phieuChuyenDon: PaperTemplate = {
  id: 'phieu-chuyen-don',
  name: 'Phiếu chuyển đơn',
  documentType: 'PC',
  title: 'PHIẾU CHUYỂN ĐƠN',
  subject: '',
  kind: 'paper',
  about: 'petition',
  lines: [
    centre('Kính chuyển: {noi_nhan_don}'),
    say('Ngày {ngay_den}, Ủy ban Kiểm tra nhận được đơn số {so_den} có nội dung: {noi_dung}'),
    say(
      'Xét thấy nội dung đơn thuộc thẩm quyền của quý cơ quan, Ủy ban Kiểm tra chuyển đơn để xem xét, giải quyết theo quy định và thông báo kết quả về Ủy ban Kiểm tra. Đề nghị giữ bí mật thông tin người gửi đơn.',
    ),
  ],
  signer: standing,
  recipients: ['Như trên,', 'Lưu Ủy ban Kiểm tra.'],
  serves: [['phieu chuyen'], ['chuyen don']],
};

import { items, standing } from './parts';
import { centre, each, say, type PaperTemplate } from '../template';

/** Tờ trình đề nghị kỷ luật: where the decision belongs to a higher level. */
export const toTrinhKyLuat: PaperTemplate = {
  id: 'to-trinh-ky-luat',
  name: 'Tờ trình đề nghị thi hành kỷ luật',
  documentType: 'TTR',
  title: 'TỜ TRÌNH',
  subject: 'đề nghị xem xét, thi hành kỷ luật đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    centre('Kính trình: ………………………………'),
    say('Tại kỳ họp ngày {ngay_hop}, Ủy ban Kiểm tra đã xem xét kết quả {viec} đối với {doi_tuong}, {don_vi_quan_ly}.'),
    say('1. Nội dung vi phạm: {vi_pham}'),
    ...items,
    say('2. Kết quả biểu quyết: tổng số {tong_bieu_quyet}, có mặt {co_mat}.'),
    ...each('phieu', say('- {hinh_thuc}: {so_phieu} phiếu.')),
    say('3. Đề nghị: {hinh_thuc_ky_luat}.'),
    say('Kính trình xem xét, quyết định theo thẩm quyền (kèm hồ sơ gồm {so_tai_lieu} văn bản).'),
  ],
  signer: standing,
  recipients: ['Như trên,', 'Lưu Ủy ban Kiểm tra, HSKT.'],
  serves: [
    ['to trinh', 'ky luat'],
    ['to trinh', 'de nghi'],
  ],
};

import { standing, bases } from './parts';
import { article, centre, type PaperTemplate } from '../template';

/** Quyết định giải quyết khiếu nại. */
export const quyetDinhGiaiQuyetKhieuNai: PaperTemplate = {
  id: 'quyet-dinh-giai-quyet-khieu-nai',
  name: 'Quyết định giải quyết khiếu nại',
  documentType: 'QD',
  title: 'QUYẾT ĐỊNH',
  subject: 'giải quyết khiếu nại kỷ luật đảng của {doi_tuong}',
  kind: 'paper',
  lines: [
    ...bases,
    centre('ỦY BAN KIỂM TRA {dang_uy_hoa} QUYẾT ĐỊNH'),
    article('Điều 1. {ket_luan_chung}'),
    article('Điều 2. Quyết định có hiệu lực từ ngày ký.'),
    article('Điều 3. {don_vi_quan_ly} và {doi_tuong} chịu trách nhiệm thi hành Quyết định này.'),
  ],
  signer: standing,
  recipients: ['Như Điều 3,', 'Lưu Ủy ban Kiểm tra, HSKT.'],
  serves: [['quyet dinh giai quyet khieu nai']],
};

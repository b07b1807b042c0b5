import { standing } from './parts';
import { centre, each, say, type PaperTemplate } from '../template';

/** Papers about a petition besides the forwarding slip. The sender stays sealed: where a name belongs there is a blank for the pen. */
export const petitionTemplates: readonly PaperTemplate[] = [
  {
    id: 'phieu-de-xuat-xu-ly-don',
    name: 'Phiếu đề xuất xử lý đơn',
    documentType: 'PDX',
    title: 'PHIẾU ĐỀ XUẤT',
    subject: 'xử lý đơn số {so_den}',
    kind: 'paper',
    about: 'petition',
    lines: [
      centre('Kính gửi: Thường trực Ủy ban Kiểm tra'),
      say('Đơn số {so_den}, đến ngày {ngay_den}, loại đơn: {loai_don}, nguồn đến: {nguon_den}.'),
      say('Đối tượng: {doi_tuong}.'),
      say('Nội dung: {noi_dung}'),
      ...each('noi_dung_don', say('{stt}. {noi_dung}')),
      say('Phân loại: {phan_loai}. Lý do: {ly_do_phan_loai}'),
      say('Đề xuất hướng xử lý: {huong_xu_ly}; thời hạn: {han}.'),
      say('Ý kiến của Thường trực: ……………………………………………………'),
    ],
    signer: ['CÁN BỘ ĐỀ XUẤT'],
    recipients: ['Như trên,', 'Lưu hồ sơ đơn.'],
    serves: [['phieu de xuat'], ['de xuat', 'xu ly don']],
  },
  {
    id: 'cong-van-tra-loi-don',
    name: 'Công văn trả lời đơn',
    documentType: 'CV',
    title: '',
    subject: 'về việc trả lời đơn số {so_den}',
    kind: 'paper',
    about: 'petition',
    lines: [
      centre('Kính gửi: ………………………………'),
      say('Ngày {ngay_den}, Ủy ban Kiểm tra nhận được đơn có nội dung: {noi_dung}'),
      say('Căn cứ quy định, Ủy ban Kiểm tra đã phân loại: {phan_loai}; hướng xử lý: {huong_xu_ly}. {ly_do_phan_loai}'),
      say('Kết quả giải quyết: {ket_qua}'),
      say('Ủy ban Kiểm tra thông báo để biết.'),
    ],
    signer: standing,
    recipients: ['Như trên,', 'Lưu Ủy ban Kiểm tra.'],
    serves: [['tra loi don']],
  },
  {
    id: 'thong-bao-thu-ly',
    name: 'Thông báo thụ lý (không thụ lý) đơn',
    documentType: 'TB',
    title: 'THÔNG BÁO',
    subject: 'việc xử lý đơn số {so_den}',
    kind: 'paper',
    about: 'petition',
    lines: [
      say('Ủy ban Kiểm tra thông báo: đơn số {so_den}, đến ngày {ngay_den}, có nội dung: {noi_dung}'),
      say('Kết quả phân loại: {phan_loai}. {ly_do_phan_loai}'),
      say('Hướng xử lý: {huong_xu_ly}. Thời hạn giải quyết: {han}.'),
    ],
    signer: standing,
    recipients: ['Người gửi đơn,', 'Lưu Ủy ban Kiểm tra.'],
    serves: [['thong bao', 'thu ly']],
  },
];

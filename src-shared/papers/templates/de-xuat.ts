import { team, items } from './parts';
import { centre, say, type PaperTemplate } from '../template';

/** Tờ trình đề xuất. */
export const deXuat: PaperTemplate = {
  id: 'de-xuat',
  name: 'Tờ trình đề xuất',
  documentType: 'TTR',
  title: 'TỜ TRÌNH',
  subject: 'đề xuất {viec} đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    centre('Kính trình: Thường trực Ủy ban Kiểm tra'),
    say('Qua theo dõi địa bàn và {nguon_phat_hien}, cán bộ phụ trách đề xuất như sau:'),
    say('1. Đối tượng: {doi_tuong}.'),
    say('2. Nội dung:'),
    ...items,
    say('3. Mốc thời gian kiểm tra: từ {moc_tu} đến {moc_den}; thời gian làm việc của Đoàn: {thoi_han_ngay} ngày.'),
    say('4. Dự kiến thành viên Đoàn:'),
    ...team,
    say('Kính trình Thường trực xem xét, quyết định.'),
  ],
  signer: ['CÁN BỘ PHỤ TRÁCH ĐỊA BÀN'],
  recipients: ['Như trên,', 'Lưu HSKT.'],
  serves: [['de xuat']],
};

import { items, team } from './parts';
import { each, heading, say, type PaperTemplate } from '../template';

/** Kế hoạch chi tiết của đoàn (tổ). */
export const keHoachChiTiet: PaperTemplate = {
  id: 'ke-hoach-chi-tiet',
  name: 'Kế hoạch chi tiết của Đoàn (Tổ)',
  documentType: 'KH',
  title: 'KẾ HOẠCH CHI TIẾT',
  subject: '{viec} đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    say('Thực hiện Kế hoạch số {so_ke_hoach} của Ủy ban Kiểm tra, Đoàn xây dựng kế hoạch chi tiết như sau:'),
    heading('I. Nội dung từng việc'),
    ...items,
    heading('II. Phân công'),
    ...team,
    ...each('thanh_vien', say('- {ho_ten}: {nhiem_vu}.')),
    heading('III. Lịch làm việc'),
    ...each('lich', say('- {ngay} {gio}: {viec} với {voi}, tại {noi}.')),
    heading('IV. Tài liệu cần thu thập, tổ chức và cá nhân cần làm việc'),
    say('…………………………………………………………………………'),
    heading('V. Tiến độ'),
    say('Hoàn thành dự thảo báo cáo trước ngày ……………; hoàn thành toàn bộ chậm nhất ngày {han}.'),
  ],
  signer: ['T/M ĐOÀN KIỂM TRA', 'TRƯỞNG ĐOÀN'],
  recipients: ['Thường trực Ủy ban Kiểm tra (để báo cáo),', 'Thành viên Đoàn,', 'Lưu HSKT.'],
  serves: [['ke hoach chi tiet']],
};

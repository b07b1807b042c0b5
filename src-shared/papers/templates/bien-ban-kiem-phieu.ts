import { minutesFoot } from './parts';
import { each, say, type PaperTemplate } from '../template';

/** Biên bản kiểm phiếu. */
export const bienBanKiemPhieu: PaperTemplate = {
  id: 'bien-ban-kiem-phieu',
  name: 'Biên bản kiểm phiếu',
  documentType: 'BB',
  title: 'BIÊN BẢN',
  subject: 'kiểm phiếu biểu quyết kỷ luật đối với {doi_tuong}',
  kind: 'minutes',
  lines: [
    say(
      'Hôm nay, {ngay}, tại kỳ họp của Ủy ban Kiểm tra, Tổ kiểm phiếu tiến hành kiểm phiếu biểu quyết (bỏ phiếu kín) đối với {doi_tuong}.',
    ),
    say('1. Tổng số người có quyền biểu quyết: {tong_bieu_quyet}; có mặt: {co_mat}.'),
    say('2. Số phiếu phát ra: ……; số phiếu thu về: ……; hợp lệ: ……; không hợp lệ: …….'),
    say('3. Kết quả theo từng hình thức:'),
    ...each('phieu', say('- {hinh_thuc}: {so_phieu} phiếu.')),
    ...minutesFoot,
  ],
  serves: [['kiem phieu']],
};

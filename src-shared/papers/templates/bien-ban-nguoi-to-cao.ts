import { minutesFoot } from './parts';
import { heading, say, type PaperTemplate } from '../template';

/** Biên bản làm việc với người tố cáo: the name is written by hand, so that it stands in no file of this machine. */
export const bienBanNguoiToCao: PaperTemplate = {
  id: 'bien-ban-nguoi-to-cao',
  name: 'Biên bản làm việc với người tố cáo',
  documentType: 'BB',
  title: 'BIÊN BẢN',
  subject: 'làm việc với người tố cáo',
  kind: 'minutes',
  lines: [
    say(
      'Hôm nay, hồi …… giờ …… phút, {ngay}, tại ………………………, Đoàn {viec} làm việc với người tố cáo để xác định nhân thân, địa chỉ và nội dung tố cáo.',
    ),
    heading('I. Thành phần'),
    say('1. Đại diện Đoàn: {truong_doan}.'),
    say('2. Người tố cáo (ghi tay, giữ bí mật): …………………………………………………'),
    heading('II. Nội dung tố cáo được xác định'),
    say('…………………………………………………………………………'),
    heading('III. Tài liệu, chứng cứ người tố cáo cung cấp; đề nghị giữ bí mật, bảo vệ'),
    say('…………………………………………………………………………'),
    ...minutesFoot,
  ],
  serves: [['nguoi to cao']],
};

import { each, heading, say, type PaperTemplate } from '../template';

/** Lịch làm việc, nội quy và phân công. */
export const lichPhanCong: PaperTemplate = {
  id: 'lich-phan-cong',
  name: 'Lịch làm việc, nội quy và phân công',
  documentType: 'LLV',
  title: 'LỊCH LÀM VIỆC',
  subject: 'nội quy và phân công nhiệm vụ thành viên Đoàn {viec}',
  kind: 'paper',
  lines: [
    heading('I. Lịch làm việc'),
    ...each('lich', say('- {ngay} {gio}, tại {noi}: {viec} với {voi}.')),
    heading('II. Nội quy của Đoàn'),
    say('1. Chấp hành nghiêm quy định của Đảng, kế hoạch và sự phân công của Trưởng đoàn; giữ bí mật nội dung làm việc.'),
    say('2. Không nhận quà, tiền; không gặp riêng đối tượng ngoài lịch làm việc khi chưa được Trưởng đoàn đồng ý.'),
    heading('III. Phân công nhiệm vụ'),
    ...each('thanh_vien', say('{stt}. Đồng chí {ho_ten} ({vai_tro}): {nhiem_vu}.')),
  ],
  signer: ['T/M ĐOÀN KIỂM TRA', 'TRƯỞNG ĐOÀN'],
  recipients: ['Thành viên Đoàn,', '{doi_tuong},', 'Lưu HSKT.'],
  serves: [['lich'], ['phan cong']],
};

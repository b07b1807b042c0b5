import { standing, items } from './parts';
import { each, heading, say, type PaperTemplate } from '../template';

/** Báo cáo đề nghị thi hành kỷ luật. */
export const baoCaoDeNghiKyLuat: PaperTemplate = {
  id: 'bao-cao-de-nghi-ky-luat',
  name: 'Báo cáo đề nghị thi hành kỷ luật',
  documentType: 'BC',
  title: 'BÁO CÁO',
  subject: 'đề nghị thi hành kỷ luật đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    heading('I. Sơ lược lý lịch, chức vụ'),
    say('{doi_tuong}, {don_vi_quan_ly}.'),
    heading('II. Nội dung vi phạm'),
    ...items,
    heading('III. Tính chất, mức độ, nguyên nhân; tình tiết tăng nặng, giảm nhẹ'),
    say('{khuyet_diem}'),
    heading('IV. Kết quả biểu quyết và đề nghị'),
    ...each('phieu', say('- {hinh_thuc}: {so_phieu} phiếu.')),
    say('Đề nghị xem xét, thi hành kỷ luật theo thẩm quyền.'),
  ],
  signer: standing,
  recipients: ['Cấp có thẩm quyền,', 'Lưu HSKT.'],
  serves: [['bao cao de nghi']],
};

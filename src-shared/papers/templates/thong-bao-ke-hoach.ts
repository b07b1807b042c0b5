import { standing, recipients, items } from './parts';
import { say, type PaperTemplate } from '../template';

/** Thông báo kế hoạch. */
export const thongBaoKeHoach: PaperTemplate = {
  id: 'thong-bao-ke-hoach',
  name: 'Thông báo kế hoạch',
  documentType: 'TB',
  title: 'THÔNG BÁO',
  subject: 'kế hoạch {viec}',
  kind: 'paper',
  lines: [
    say(
      'Ủy ban Kiểm tra thông báo để {doi_tuong} và {don_vi_quan_ly} biết: Đoàn {viec} theo Quyết định số {so_quyet_dinh} sẽ làm việc từ ngày {ngay_trien_khai}, thời hạn {thoi_han_ngay} ngày.',
    ),
    say('Đề nghị chuẩn bị báo cáo theo đề cương kèm theo và hồ sơ, tài liệu liên quan đến các nội dung:'),
    ...items,
  ],
  signer: standing,
  recipients,
  serves: [['thong bao ke hoach']],
};

import { standing } from './parts';
import { each, heading, say, type PaperTemplate } from '../template';

/** Thông báo kết luận. */
export const thongBaoKetLuan: PaperTemplate = {
  id: 'thong-bao-ket-luan',
  name: 'Thông báo kết luận',
  documentType: 'TB',
  title: 'THÔNG BÁO',
  subject: 'kết luận {viec} đối với {doi_tuong}',
  kind: 'paper',
  lines: [
    say('Căn cứ Quyết định số {so_quyet_dinh}, ngày {ngay_quyet_dinh} thành lập Đoàn và Kế hoạch số {so_ke_hoach} của Ủy ban Kiểm tra;'),
    say('Căn cứ Báo cáo kết quả của Đoàn,'),
    say('Tại kỳ họp ngày {ngay_hop}, Ủy ban Kiểm tra đã xem xét và kết luận như sau:'),
    heading('1. Ưu điểm'),
    say('{uu_diem}'),
    heading('2. Hạn chế, khuyết điểm, vi phạm'),
    say('{khuyet_diem}'),
    ...each('noi_dung_kiem_tra', say('- {noi_dung}: {ket_luan}.')),
    heading('3. Yêu cầu'),
    ...each(
      'yeu_cau',
      say(
        '{stt}. {noi_dung}. Đơn vị thực hiện: {don_vi}; giám sát: {giam_sat}; hướng dẫn: {huong_dan}; cấp ủy viên phụ trách: {phu_trach}; thời hạn: {han}.',
      ),
    ),
    heading('4. Tổ chức thực hiện'),
    say(
      '{doi_tuong} và {don_vi_quan_ly} tổ chức thực hiện, báo cáo kết quả bằng văn bản về Ủy ban Kiểm tra đúng thời hạn nêu trên. Đồng chí {nguoi_theo_doi} theo dõi, đôn đốc việc thực hiện Thông báo này.',
    ),
  ],
  signer: standing,
  recipients: [
    'Ủy ban Kiểm tra Tỉnh ủy,',
    'Ban Thường vụ Đảng ủy,',
    'Ban Xây dựng Đảng,',
    'Cấp ủy viên phụ trách,',
    '{doi_tuong},',
    'Lưu VPĐU, HSKT.',
  ],
  serves: [['thong bao ket luan']],
};

import { each, heading, type PaperTemplate, say } from './template';

/**
 * Biên bản họp Hội đồng xác định giá trị tài liệu, with the list of what may go behind it. The order of its parts follows the minutes in
 * use at archives of the State; a form of the Party's own for communes was not found, so committees change it like any other template.
 */
export const disposalMinutes: PaperTemplate = {
  id: 'bien-ban-tieu-huy',
  name: 'Biên bản xét hủy tài liệu hết giá trị',
  documentType: 'BB',
  title: 'BIÊN BẢN',
  subject: 'họp Hội đồng xác định giá trị tài liệu, {ten_dot}',
  kind: 'minutes',
  lines: [
    say('Căn cứ {quyet_dinh_hoi_dong} về việc lập Hội đồng xác định giá trị tài liệu;'),
    say('Ngày {ngay_bien_ban}, tại {dia_danh}, Hội đồng đã họp để xét tài liệu hết giá trị, gồm:'),
    ...each('thanh_vien', say('{stt}. {ho_ten}, {chuc_vu}, {vai_tro}.')),
    heading('I. Nội dung'),
    say(
      'Hội đồng đã xem xét danh mục gồm {so_ho_so} hồ sơ, {so_van_ban} văn bản, {so_trang} trang kèm theo biên bản này, và đối chiếu với thời hạn bảo quản.',
    ),
    heading('II. Ý kiến, kết luận'),
    say('{ket_luan}'),
    heading('III. Danh mục tài liệu đề nghị tiêu hủy'),
    ...each('ho_so_huy', say('{stt}. {tieu_de}; thời gian: {thoi_gian}; thời hạn bảo quản: {thoi_han}; {trang} trang. Lý do: {ly_do}.')),
    heading('IV. Hồ sơ giữ lại'),
    ...each('ho_so_giu', say('{stt}. {tieu_de}.')),
    heading('V. Quyết định và kết quả tiêu hủy'),
    say('Quyết định tiêu hủy số {so_quyet_dinh}, ngày {ngay_quyet_dinh}, người quyết định: {nguoi_quyet_dinh}.'),
    ...each(
      'ket_qua',
      say(
        'Đã tiêu hủy lúc {luc} theo danh mục trên: {ho_so} hồ sơ, {van_ban} văn bản, {trang} trang. Người thực hiện: {nguoi_lam}; người duyệt: {nguoi_duyet}.',
      ),
      say('Mã kiểm chứng (SHA-256 của danh sách mã ảnh các trang): {ma}.'),
    ),
    say('Biên bản đã được đọc cho mọi người cùng nghe, nhất trí và ký tên.'),
  ],
  serves: [],
};

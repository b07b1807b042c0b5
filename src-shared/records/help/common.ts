import { label } from '../label';
import type { FieldHelp } from './index';

/** Fields that mean the same wherever they stand. */
export const commonHelp: FieldHelp = {
  secrecy: label(
    'Độ mật ghi trên văn bản hoặc do người có thẩm quyền xác định (Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 8). Tài liệu từ MẬT trở lên không gửi qua mạng và không xuất tệp trên máy có mạng.',
    'The level on the paper, or as decided by who may decide it (Law on State Secrets 117/2025/QH15, Article 8). Papers above the open level are not sent over a line, and a connected machine writes no file of them.',
  ),
  urgency: label(
    'Mức độ khẩn đóng trên văn bản; để trống khi văn bản không đóng dấu khẩn.',
    'The urgency stamped on the paper; empty where there is no such stamp.',
  ),
  remark: label(
    'Điều cần nhớ mà các ô khác không có chỗ ghi. Không ghi danh tính người tố cáo vào đây: ô này tìm kiếm được và không niêm phong.',
    'What is worth remembering and has no field of its own. Never the identity of a denouncer: this field can be searched and is not sealed.',
  ),
  managedBy: label(
    'Cấp quản lý cán bộ, đảng viên này theo phân cấp; quyết định cấp nào có thẩm quyền kiểm tra, kết luận, kỷ luật.',
    'The level that manages this member; it decides which level is competent to inspect, conclude and discipline.',
  ),
  keywords: label(
    'Từ để tìm lại, cách nhau bằng Enter. Dùng lại từ đã có để danh sách gọn.',
    'Words to find it again, one by one with Enter.',
  ),
  retention: label(
    'Thời hạn phải giữ theo bảng thời hạn bảo quản đang áp dụng; phần mềm nhắc khi hết hạn, không tự hủy.',
    'How long it must be kept by the table of retention in use; the program tells when it ends and destroys nothing.',
  ),
  accessMode: label(
    'Ai được khai thác: rộng rãi hay hạn chế. Danh mục theo hướng dẫn nộp lưu hồ sơ số.',
    'Who may use it: open or restricted, by the code list of the guide on digital records.',
  ),
  language: label('Ngôn ngữ của tài liệu; phần lớn là tiếng Việt.', 'Language of the papers; Vietnamese in most cases.'),
  physicalState: label(
    'Giấy còn tốt, rách, mốc hay mờ; giúp biết hồ sơ nào cần tu bổ trước.',
    'Whether the paper is sound, torn, mouldy or faded: what to mend first.',
  ),
  trustLevel: label(
    'Bản số là bản gốc, bản sao có chứng thực hay bản chụp chưa xác nhận, theo danh mục mức độ tin cậy.',
    'Whether the digital copy is an original, certified, or not confirmed, by the code list of trust levels.',
  ),
  informationSign: label(
    'Ký hiệu thông tin ghi trong mục lục lưu trữ, nếu có.',
    'Sign of the information in the inventory, where it has one.',
  ),
  handwriting: label(
    'Bút phê, chữ ký, ghi chú viết tay đáng chú ý trên tài liệu.',
    'Notes, marks or signatures by hand that are worth knowing.',
  ),
  backup: label('Đánh dấu khi đã có bản dự phòng để ở nơi khác.', 'Ticked when a copy is kept elsewhere.'),
  backupState: label('Bản dự phòng đã làm, đang làm hay chưa làm.', 'Whether the back-up copy is made, in work or missing.'),
  formerUnit: label(
    'Tên xã, tổ chức cũ trước khi sắp xếp, để tìm được hồ sơ theo tên cũ.',
    'Name of the former commune or organisation before the merge, so that papers are found under it.',
  ),
  oldCode: label('Mã đã ghi trên bìa hoặc mục lục trước đây.', 'The code on the cover or inventory before.'),
  store: label('Phòng kho để hồ sơ giấy.', 'The store room of the paper.'),
  shelf: label('Số giá trong kho.', 'Number of the shelf.'),
  box: label(
    'Số hộp; các hồ sơ cùng hộp hiện cạnh nhau trong cây lưu trữ.',
    'Number of the box; files of a box stand together in the tree.',
  ),
  archiveDocument: label(
    'Bản quét trong kho lưu trữ số; chọn bằng vài chữ của trích yếu.',
    'The scan in the digital archive; chosen by words of its subject.',
  ),
  case: label('Vụ việc mà bản ghi này thuộc về; chọn bằng mã hồ sơ hoặc tên.', 'The case that this belongs to; chosen by code or name.'),
  petition: label('Đơn, thư liên quan; chọn bằng số đến hoặc tóm tắt.', 'The petition that this is about; chosen by number or summary.'),
};

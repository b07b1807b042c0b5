import { label } from '../label';
import type { FieldHelp } from './index';

export const incomingHelp: FieldHelp = {
  arrivalNumber: label(
    'Số đến trong năm, chạy liên tục; văn bản MẬT trở lên có sổ và dãy số riêng.',
    'Number of the year without gaps; secret papers have a register and numbers of their own.',
  ),
  arrivedOn: label('Ngày văn bản đến Ủy ban.', 'The day it arrived.'),
  issuer: label('Cơ quan, tổ chức ban hành, ghi như trên văn bản.', 'Who issued it, as printed.'),
  symbol: label('Số và ký hiệu của văn bản, ví dụ 125-CV/UBKTTU.', 'Number and symbol of the paper.'),
  documentDate: label('Ngày ghi trên văn bản.', 'The date on the paper.'),
  type: label('Tên loại văn bản theo hướng dẫn thể thức.', 'Kind of paper by the guide on format.'),
  subject: label('Trích yếu nội dung như trên văn bản.', 'The subject as printed.'),
  copies: label('Số bản nhận được.', 'Copies received.'),
  pages: label('Số trang mỗi bản.', 'Pages of each copy.'),
  dueOn: label('Hạn phải trả lời hoặc thực hiện ghi trong văn bản.', 'The day by which it asks for an answer or act.'),
  handler: label('Người được giao xử lý.', 'Who handles it.'),
  instruction: label('Ý kiến chỉ đạo của lãnh đạo ghi trên văn bản (bút phê).', 'What the leader wrote on it.'),
  receivedBy: label('Đơn vị, người nhận bản chính.', 'Who received the original.'),
  signedForOn: label('Ngày ký nhận.', 'The day it was signed for.'),
  doneOn: label('Ngày xử lý xong; từ đó không còn tính quá hạn.', 'The day it was done; not overdue from then on.'),
};

export const outgoingHelp: FieldHelp = {
  number: label(
    'Số của văn bản trong nhiệm kỳ, riêng cho từng loại; văn bản MẬT trở lên có sổ và dãy số riêng. Máy làm ngoài mạng giữ sẵn một dãy số.',
    'Number within the term, for each kind; secret papers apart. Workstations without a line keep ranges.',
  ),
  symbol: label(
    'Số và ký hiệu theo 05-HD/VPTW, ví dụ 07-TB/UBKTĐU; phần mềm ghép khi chọn loại.',
    'Number and symbol by 05-HD/VPTW; put together when the kind is chosen.',
  ),
  issuedOn: label('Ngày ký ban hành.', 'The day it was signed.'),
  term: label('Nhiệm kỳ mà dãy số chạy trong đó.', 'The term within which numbers run.'),
  type: label('Tên loại: quyết định, kế hoạch, thông báo, công văn và các loại khác.', 'Decision, plan, notice, letter and others.'),
  subject: label('Trích yếu như trên văn bản.', 'The subject as printed.'),
  signer: label('Người ký.', 'Who signed it.'),
  signerPost: label('Chức vụ của người ký như in trên văn bản.', 'Post of the signer as printed.'),
  recipients: label('Nơi nhận, mỗi nơi một dòng.', 'Recipients, one a line.'),
  copies: label('Số bản phát hành.', 'Copies issued.'),
  draftedBy: label('Người hoặc đơn vị soạn.', 'Who drafted it.'),
  keptAt: label('Nơi lưu bản gốc.', 'Where the original is kept.'),
  deliveries: label(
    'Giao văn bản: nơi nhận, người ký nhận, ngày, số bản. Văn bản mật phải ký nhận.',
    'Deliveries with who signed; secret papers must be signed for.',
  ),
  voided: label(
    'Số đã cấp nhưng hủy; giữ lại trong sổ để dãy số không có khoảng trống.',
    'A number that was given and voided; it stays so that the register has no gap.',
  ),
  answers: label('Văn bản đến mà văn bản này trả lời.', 'Incoming papers that it answers.'),
};

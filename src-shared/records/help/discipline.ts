import { label } from '../label';
import type { FieldHelp } from './index';

export const disciplineHelp: FieldHelp = {
  number: label('Số, ký hiệu quyết định kỷ luật.', 'Number and symbol of the decision.'),
  signedOn: label(
    'Ngày ký. Quyết định có hiệu lực từ ngày ký, riêng chi bộ từ khi công bố kết quả biểu quyết.',
    'Date of signature. It takes effect from it; that of a cell when the vote is announced.',
  ),
  decidedBy: label('Tổ chức đảng ra quyết định, ghi đủ tên.', 'The body that decided, by its full name.'),
  level: label('Cấp quyết định; biểu thống kê chia cột theo cấp này.', 'Level of the decision; forms are divided by it.'),
  form: label(
    'Đảng viên chính thức: khiển trách, cảnh cáo, cách chức, khai trừ; dự bị: khiển trách, cảnh cáo; tổ chức: khiển trách, cảnh cáo, giải tán.',
    'Reprimand, warning, removal, expulsion for members; reprimand, warning for probationary ones; reprimand, warning, dissolution for organisations.',
  ),
  summary: label('Trích yếu quyết định, dùng trong sổ và tìm kiếm.', 'Subject of the decision.'),
  subjectKind: label('Kỷ luật đảng viên hay tổ chức đảng.', 'A member or an organisation.'),
  member: label(
    'Đảng viên bị kỷ luật; quyết định hiện trong hồ sơ của người đó.',
    'The member disciplined; it stands in that person’s file.',
  ),
  organisation: label('Tổ chức đảng bị kỷ luật.', 'The organisation disciplined.'),
  postAtViolation: label('Chức vụ khi vi phạm; quyết định ai có thẩm quyền.', 'Post at the time of the violation.'),
  postAtDecision: label('Chức vụ khi bị kỷ luật.', 'Post when disciplined.'),
  rank: label(
    'Cấp ủy viên, cán bộ hay đảng viên không giữ chức vụ khi kỷ luật; là cột của biểu.',
    'Committee member, official or plain member; a column of the forms.',
  ),
  violationsMember: label(
    'Nội dung vi phạm theo danh mục của biểu về đảng viên; chọn được nhiều.',
    'Violations by the list of the form on members; several may be chosen.',
  ),
  violationsOrganisation: label(
    'Nội dung vi phạm theo danh mục của biểu về tổ chức đảng.',
    'Violations by the list of the form on organisations.',
  ),
  violationText: label('Mô tả vi phạm như trong quyết định.', 'The violation as the decision says.'),
  violatedFrom: label('Ngày bắt đầu vi phạm.', 'When the violation began.'),
  violatedTo: label('Ngày chấm dứt vi phạm; thời hiệu tính từ đây.', 'When it ended; limitation is counted from here.'),
  concludedOn: label(
    'Ngày kết luận phải kỷ luật; trong thời hiệu hay không được xét tại ngày này.',
    'The day it was concluded; limitation is judged on it.',
  ),
  renewedOn: label('Ngày có vi phạm mới trong thời hiệu; thời hiệu tính lại từ đó.', 'A new violation within limitation begins it anew.'),
  limitationExempt: label(
    'Trường hợp không áp dụng thời hiệu, như vi phạm chính trị nội bộ, an ninh quốc gia, bằng cấp giả.',
    'Cases without limitation, e.g. national security, forged degrees.',
  ),
  provisions: label('Điều, khoản bị vi phạm và làm căn cứ kỷ luật.', 'Provisions that were broken and applied.'),
  mitigating: label('Tình tiết giảm nhẹ đã xét.', 'Mitigating circumstances.'),
  aggravating: label('Tình tiết tăng nặng đã xét.', 'Aggravating circumstances.'),
  secretBallot: label('Biểu quyết hình thức kỷ luật bằng phiếu kín.', 'The form was voted by secret ballot.'),
  proposedForms: label('Hình thức mà cấp dưới đã đề nghị.', 'Forms proposed by the lower level.'),
  votersTotal: label(
    'Tổng số người có quyền biểu quyết, kể cả vắng; đa số tính trên số này.',
    'All entitled to vote, also the absent; majorities are of this number.',
  ),
  votersPresent: label('Số người có mặt.', 'How many were present.'),
  votes: label(
    'Số phiếu từng hình thức. Không hình thức nào đủ phiếu thì cộng dồn từ hình thức nặng nhất xuống; phần mềm giải thích kết quả.',
    'Votes for each form. Where none has enough they are added from the heaviest down; the result is explained.',
  ),
  effectiveOn: label('Ngày có hiệu lực; để trống thì tính theo ngày ký.', 'The day of effect; the date of signature where empty.'),
  announcedOn: label('Ngày công bố quyết định.', 'The day it was announced.'),
  receivedOn: label(
    'Ngày người bị kỷ luật nhận quyết định; từ đó tính hạn khiếu nại một tháng (Điều lệ Đảng, Điều 39).',
    'The day it was received; the month for a complaint begins (Statutes, Article 39).',
  ),
  announcementMinutes: label('Biên bản công bố.', 'Minutes of the announcement.'),
  state: label(
    'Đang hiệu lực, đang khiếu nại, đã thay đổi, hết hiệu lực hay bị hủy.',
    'In effect, complained about, changed, ended or annulled.',
  ),
  administrativeHandling: label('Xử lý hành chính đi kèm.', 'Administrative handling that went with it.'),
  legalHandling: label('Xử lý theo pháp luật đi kèm; là cột của biểu.', 'Legal handling; a column of the forms.'),
  suspendedFrom: label(
    'Ngày bắt đầu đình chỉ sinh hoạt đảng: 90 ngày, gia hạn một lần không quá 30 ngày (21-QĐ/TW).',
    'Suspension begins: 90 days, one extension of at most 30 (21-QĐ/TW).',
  ),
  suspendedTo: label('Ngày hết đình chỉ.', 'End of the suspension.'),
  complaints: label(
    'Các lần khiếu nại và kết quả. Trong khi chờ, quyết định vẫn có hiệu lực.',
    'Complaints and results. The decision stays in effect meanwhile.',
  ),
  complaint: label('Đơn hoặc vụ việc giải quyết khiếu nại.', 'The petition or case of the complaint.'),
  replacedBy: label('Quyết định mới thay quyết định này.', 'The decision that replaces it.'),
  expiresOn: label(
    'Ngày quyết định chấm dứt hiệu lực: sau một năm nếu không khiếu nại, không vi phạm mới (cần đối chiếu 21-QĐ/TW).',
    'The day it ends: after a year without complaint or new violation (to be compared with 21-QĐ/TW).',
  ),
  wrongful: label(
    'Đánh dấu khi cấp có thẩm quyền kết luận kỷ luật oan, sai; phần mềm nhắc xin lỗi và phục hồi quyền lợi.',
    'Ticked when found wrongful; apology and restoration are asked for.',
  ),
  wrongfulFoundOn: label('Ngày kết luận oan, sai.', 'The day it was found wrongful.'),
  wrongfulBasis: label('Văn bản kết luận oan, sai.', 'The paper that says so.'),
  apologyOn: label('Ngày xin lỗi.', 'The day of the apology.'),
  apologyForm: label('Xin lỗi bằng hình thức nào, ở đâu.', 'How and where it was made.'),
  restoredRights: label('Quyền lợi đã phục hồi.', 'Rights that were restored.'),
  restoredOn: label('Ngày phục hồi quyền lợi.', 'The day they were restored.'),
};

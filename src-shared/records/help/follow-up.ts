import { label } from '../label';
import type { FieldHelp } from './index';

export const conclusionHelp: FieldHelp = {
  number: label('Số, ký hiệu của thông báo kết luận, ví dụ 07-TB/UBKTĐU.', 'Number and symbol of the notice.'),
  issuedOn: label(
    'Ngày ký thông báo; hạn của nhiệm vụ thường tính từ ngày này.',
    'The day it was signed; duties are usually counted from it.',
  ),
  subject: label('Trích yếu như trên văn bản: kết luận về việc gì, với ai.', 'The subject as printed.'),
  signer: label('Người ký thông báo.', 'Who signed it.'),
  announcedOn: label('Ngày công bố với tổ chức, đảng viên được kiểm tra.', 'The day it was announced to those inspected.'),
  state: label(
    'Kết luận đã thực hiện xong, đang thực hiện hay chưa; xét theo các nhiệm vụ của nó.',
    'Whether it is carried out, by its duties.',
  ),
  outcome: label('Kết luận chung như trong vụ việc.', 'General conclusion, as in the case.'),
  strengths: label('Ưu điểm đã nêu; thông báo phải có cả ưu điểm và khuyết điểm.', 'Merits; a notice names both merits and shortcomings.'),
  shortcomings: label('Khuyết điểm, vi phạm, nguyên nhân và trách nhiệm.', 'Shortcomings, violations, causes and who is responsible.'),
  items: label('Kết luận từng nội dung: đúng, đúng một phần, sai hay chưa đủ cơ sở.', 'Conclusion on each item.'),
  amountToRecover: label('Tổng số tiền phải thu hồi, nộp lại theo kết luận.', 'The sum to be recovered.'),
  document: label(
    'Bản ký của thông báo trong kho hoặc trong sổ văn bản đi.',
    'The signed notice, in the archive or among outgoing papers.',
  ),
};

export const dutyHelp: FieldHelp = {
  name: label('Việc phải làm sau kết luận, nói rõ kết quả cần đạt.', 'What has to be done, with the result that is wanted.'),
  conclusion: label(
    'Kết luận đặt ra nhiệm vụ; để trống nếu từ chỉ đạo cấp trên.',
    'The conclusion it comes from; empty where it comes from above.',
  ),
  instruction: label('Nghị quyết, chỉ đạo của cấp trên giao việc này.', 'Resolution or instruction from above that gave it.'),
  basis: label('Căn cứ khác, ghi bằng chữ.', 'Another basis, in words.'),
  kind: label(
    'Khắc phục, thu hồi, kiểm điểm, kỷ luật, báo cáo hay việc khác; dùng để gom trong báo cáo.',
    'Remedy, recovery, review, discipline, report or other; groups the reports.',
  ),
  organisation: label('Đơn vị phải thực hiện.', 'The organisation that must do it.'),
  member: label('Đảng viên phải thực hiện, khi giao cho cá nhân.', 'The member that must do it.'),
  supervisingUnit: label('Đơn vị giám sát việc thực hiện.', 'Who supervises it.'),
  guidingUnit: label('Đơn vị hướng dẫn khi có vướng mắc.', 'Who guides it.'),
  committeeMember: label('Cấp ủy viên được phân công phụ trách đơn vị.', 'The committee member in charge.'),
  dueOn: label(
    'Hạn hoàn thành. Nhắc trước 15, 7 và 3 ngày; quá hạn trên 30 ngày được đề nghị báo Ban Thường vụ.',
    'The deadline. Reminders at 15, 7 and 3 days; over 30 days late it is proposed for the standing committee.',
  ),
  amount: label('Số tiền phải nộp, thu hồi, nếu là nhiệm vụ về tiền.', 'The sum, where it is about money.'),
  progress: label('Phần việc đã xong, từ 0 đến 100.', 'Share done, from 0 to 100.'),
  state: label(
    'Chưa làm, đang làm, đã xong, xin gia hạn hay không thực hiện.',
    'To do, in work, done, extension asked or not carried out.',
  ),
  risk: label('Khả năng chậm hoặc không làm được, do cán bộ theo dõi đánh giá.', 'The risk of delay, as the officer sees it.'),
  extensions: label(
    'Các lần gia hạn; hạn mới thay hạn cũ, hai lần trở lên được nêu trong báo cáo.',
    'Extensions; two or more are named in the report.',
  ),
  reminders: label('Các lần đôn đốc: ngày, văn bản, nội dung.', 'Reminders: day, paper, text.'),
  amountDone: label('Số tiền đã nộp hoặc thu hồi đến nay.', 'What was paid or recovered so far.'),
  evidence: label(
    'Tài liệu chứng minh đã thực hiện; không có thì chưa nên ghi hoàn thành.',
    'Evidence that it was done; without it, it should not be closed.',
  ),
  watchedBy: label('Cán bộ Ủy ban theo dõi nhiệm vụ này.', 'The officer who watches it.'),
  confirmedBy: label('Người xác nhận hoàn thành.', 'Who confirmed that it was done.'),
  doneOn: label('Ngày hoàn thành; sau hạn thì tính là xong chậm.', 'The day it was done; after the deadline it counts as late.'),
  assessment: label('Đánh giá kết quả khi kết thúc.', 'How it was done.'),
};

export const taskHelp: FieldHelp = {
  name: label('Việc cần làm, viết như một câu lệnh ngắn.', 'What to do, as a short sentence.'),
  assignee: label('Người làm chính; việc hiện trong “Ai đang làm gì” của người này.', 'Who does it; it stands in that person’s work.'),
  assignedBy: label('Người giao việc.', 'Who assigned it.'),
  startOn: label('Ngày bắt đầu, để lịch hiện cả khoảng.', 'The first day, so that the calendar shows the span.'),
  dueOn: label('Ngày phải xong; quá ngày này việc hiện ở Tổng quan.', 'The day it must be done; after it the overview shows it.'),
  time: label('Giờ, nếu là buổi làm việc; ví dụ 8:00.', 'The hour, where it is a meeting.'),
  place: label('Nơi làm việc; có trong tệp lịch gửi ra điện thoại.', 'The place; it goes into the calendar file.'),
  participants: label('Những người cùng làm.', 'Who else takes part.'),
  state: label('Chưa làm, đang làm, đã xong hay bỏ.', 'To do, in work, done or dropped.'),
  priority: label('Việc gấp xếp trước trong danh sách.', 'Urgent tasks come first.'),
  about: label('Vụ việc, đơn, nhiệm vụ hay văn bản mà việc này phục vụ.', 'The case, petition, duty or paper it serves.'),
  doneOn: label('Ngày làm xong.', 'The day it was done.'),
  handovers: label(
    'Các lần bàn giao giữa người với người, có lý do; ghi khi dùng “Bàn giao”.',
    'Handovers between people with their reasons.',
  ),
};

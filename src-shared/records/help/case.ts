import { label } from '../label';
import type { FieldHelp } from './index';

export const caseHelp: FieldHelp = {
  code: label(
    'Mã hồ sơ trong sổ vụ việc, ví dụ 12/HS-UBKT; không trùng trong nhiệm kỳ.',
    'Code of the file in the register, unique within the term.',
  ),
  type: label(
    'Một trong các nhiệm vụ N1 đến N10. Loại quyết định ba bước, tài liệu phải có và biểu thống kê. Đổi loại bằng “Việc khác”, không sửa ở đây khi đã làm.',
    'One of the duties N1 to N10; it decides steps, required papers and statistics. Change it by its own act once work began.',
  ),
  name: label('Tên ngắn gọn: kiểm tra ai, về việc gì.', 'Short name: who is inspected, about what.'),
  state: label('Vụ việc đang ở giai đoạn nào của quy trình ba bước.', 'How far the case is in the three-step procedure.'),
  inspectingBody: label(
    'Tổ chức đảng quyết định cuộc kiểm tra, giám sát: cấp ủy, ban thường vụ hay Ủy ban Kiểm tra.',
    'The body that decided it: party committee, standing committee or inspection committee.',
  ),
  detectionSource: label(
    'Dấu hiệu vi phạm biết được từ đâu: đơn thư, kiểm tra thường xuyên, báo chí, cơ quan khác chuyển.',
    'Where the signs came from: petitions, supervision, press, other bodies.',
  ),
  programme: label(
    'Chương trình kiểm tra, giám sát của năm có cuộc này; để trống nếu đột xuất.',
    'The yearly programme that names it; empty where it is not planned.',
  ),
  term: label('Nhiệm kỳ của Ủy ban, ví dụ 2025-2030.', 'Term of the committee, e.g. 2025-2030.'),
  rulePack: label(
    'Gói quy tắc của ngày mở; vụ việc giữ gói này đến khi kết thúc dù quy định thay đổi.',
    'Rule pack of the opening day; the case keeps it whatever changes.',
  ),
  subjects: label(
    'Tổ chức đảng, đảng viên được kiểm tra, với chức vụ vào lúc đó. Kết luận ghi theo từng người.',
    'Who is inspected, with the post of that time. Conclusions are noted for each.',
  ),
  content: label('Nội dung kiểm tra như trong quyết định.', 'What is inspected, as the decision says.'),
  items: label(
    'Từng nội dung tố cáo hoặc dấu hiệu vi phạm; mỗi nội dung có kết luận riêng.',
    'Each item of a denunciation or sign of a violation; each has a conclusion.',
  ),
  inspected: label(
    'Nội dung theo cột của biểu thống kê; một cuộc có thể tính vào nhiều cột.',
    'The content as columns of the statistics; one case may count in several.',
  ),
  legalBases: label(
    'Quy định, hướng dẫn làm căn cứ, ghi vào quyết định và báo cáo.',
    'Rules on which it rests, for decisions and reports.',
  ),
  petitions: label(
    'Đơn thư dẫn tới vụ việc; kết luận sẽ ghi trở lại từng đơn.',
    'Petitions that led to it; the conclusion goes back to each.',
  ),
  evidence: label(
    'Tài liệu, chứng cứ nhận được: của ai, ngày nào, bản gì, đã trả chưa.',
    'Evidence received: from whom, when, which copy, returned or not.',
  ),
  documents: label(
    'Tài liệu trong kho lưu trữ thuộc vụ việc mà không nằm trong danh mục của bước nào.',
    'Archive papers of the case that no step’s checklist names.',
  ),
  periodFrom: label('Đầu mốc thời gian kiểm tra ghi trong quyết định.', 'Beginning of the inspected period.'),
  periodTo: label('Cuối mốc thời gian kiểm tra.', 'End of the inspected period.'),
  openedOn: label(
    'Ngày mở vụ việc; gói quy tắc hiệu lực ngày này được áp dụng.',
    'The day it was opened; the rule pack of this day applies.',
  ),
  decisionNumber: label('Số, ký hiệu quyết định kiểm tra, giám sát.', 'Number of the decision.'),
  decisionOn: label(
    'Ngày ký quyết định; thời hạn tính từ ngày sau ngày này nếu quy tắc nói vậy.',
    'Date of the decision; the time limit begins after it where the rule says so.',
  ),
  planNumber: label('Số kế hoạch kiểm tra.', 'Number of the plan.'),
  announcedOn: label(
    'Ngày công bố quyết định, kế hoạch với đối tượng; phải trong 5 ngày làm việc từ ngày ký.',
    'The day it was announced to those concerned, within 5 working days from signing.',
  ),
  durationDays: label(
    'Số ngày của cuộc, theo quyết định. Nguồn không nêu số ngày chung cho cấp xã, nên Ủy ban nhập.',
    'Days allowed by the decision; no source gives a common figure for communes.',
  ),
  durationKind: label(
    'Ngày làm việc hay ngày lịch; ngày làm việc bỏ thứ bảy, chủ nhật và ngày nghỉ của lịch năm đó.',
    'Working or calendar days; working days leave out the days off of that year’s calendar.',
  ),
  dueOn: label(
    'Ngày phải kết thúc, tính từ thời hạn, gia hạn và tạm dừng; sửa bằng “Việc khác”.',
    'The day it must end, reckoned from limit, extensions and pauses; changed by its own act.',
  ),
  dueSource: label(
    'Điều khoản hoặc quyết định mà hạn này lấy ra; luôn hiện cạnh hạn.',
    'Provision or decision that gives the deadline; always shown beside it.',
  ),
  extensions: label(
    'Mỗi lần gia hạn: số ngày, văn bản, lý do. Số ngày cộng vào thời hạn cùng loại ngày.',
    'Each extension: days, paper, reason; added in the kind of days of the limit.',
  ),
  pauses: label('Những ngày tạm dừng không tính vào thời hạn.', 'Days of a pause do not count.'),
  schedule: label(
    'Các buổi làm việc của đoàn: ngày, giờ, nơi, với ai, biên bản.',
    'Meetings of the team: day, time, place, with whom, minutes.',
  ),
  typeChanges: label(
    'Các lần chuyển loại, ví dụ giám sát chuyển sang kiểm tra khi có dấu hiệu vi phạm; quá trình cũ được giữ.',
    'Changes of type, e.g. supervision to inspection on signs of a violation; the history is kept.',
  ),
  currentStep: label('Bước đang làm, do phần mềm ghi khi chuyển bước.', 'The step in work, written when steps change.'),
  leader: label(
    'Trưởng đoàn kiểm tra; việc và nhắc hạn của vụ gửi tới người này.',
    'Head of the team; tasks and reminders go to this person.',
  ),
  team: label('Thành viên đoàn, chức vụ, vai trò và phần việc từng người.', 'Members of the team, posts, roles and tasks.'),
  outcome: label(
    'Kết luận chung: có vi phạm hay không, đến mức kỷ luật hay chưa. Đếm trong các biểu.',
    'General conclusion: violation or none, to be disciplined or not. Counted in the forms.',
  ),
  outcomeText: label('Nội dung kết luận để đưa vào thông báo.', 'Text of the conclusion for the notice.'),
  finance: label(
    'Sai phạm tài chính: lĩnh vực, số tiền, đề nghị xử lý và đã thực hiện.',
    'Financial breaches: sphere, amount, proposed and done.',
  ),
  monitor: label('Cán bộ theo dõi việc khắc phục sau kết luận.', 'Who follows up the conclusion.'),
  figures: label(
    'Số liệu chỉ cuộc này mới biết, như số hồ sơ đã xem, để biểu thống kê tự đếm.',
    'Figures that only this case knows, for the statistics.',
  ),
  closedOn: label('Ngày kết thúc và đưa hồ sơ vào lưu trữ.', 'The day it ended and its file went to the archive.'),
  archiveFile: label('Hồ sơ lưu trữ chứa bản giấy và bản quét của vụ việc.', 'The archive file of the case.'),
  previousCase: label('Vụ việc trước mà cuộc này tiếp tục.', 'The case that this continues.'),
};

export const caseStepHelp: FieldHelp = {
  order: label('Thứ tự của bước trong vụ việc.', 'Place of the step in the case.'),
  phase: label('Chuẩn bị, tiến hành hay kết thúc, theo quy trình ba bước.', 'Preparation, conduct or end of the three-step procedure.'),
  name: label('Tên việc của bước theo gói quy tắc; sửa được nếu Ủy ban làm khác.', 'Name of the step by the rule pack; may be changed.'),
  state: label('Chưa làm, đang làm, đã xong hay bỏ qua.', 'To do, in work, done or passed over.'),
  startedOn: label('Ngày bắt đầu bước.', 'The day it began.'),
  dueOn: label('Hạn của bước; quá ngày này bước hiện ở Tổng quan.', 'Its deadline; after it the step stands in the overview.'),
  finishedOn: label('Ngày xong bước.', 'The day it was done.'),
  responsible: label('Người phụ trách bước; để trống thì là trưởng đoàn.', 'Who is responsible; the head of the team where empty.'),
};

import { label } from '../label';
import type { FieldHelp } from './index';

export const petitionHelp: FieldHelp = {
  number: label(
    'Số thứ tự trong sổ tiếp nhận của năm, chạy liên tục không cách quãng; phần mềm đề xuất số kế tiếp.',
    'Running number in the register of the year without gaps; the next one is proposed.',
  ),
  receivedOn: label(
    'Ngày Ủy ban nhận được đơn. Hạn xử lý tính từ ngày sau ngày này.',
    'The day the committee received it. Time limits are counted from the day after.',
  ),
  kind: label(
    'Tố cáo, khiếu nại kỷ luật, phản ánh hay kiến nghị. Đơn vừa khiếu nại vừa tố cáo thì tách phần tố cáo thành đơn riêng.',
    'Denunciation, complaint about discipline, report or proposal. A mixed one is split.',
  ),
  source: label(
    'Đơn đến bằng đường nào: trực tiếp, bưu điện, cơ quan khác chuyển, hòm thư góp ý.',
    'By which way it came: in person, by post, forwarded, by letter box.',
  ),
  writtenOn: label('Ngày người gửi ghi trên đơn; để trống nếu không ghi.', 'The date on the petition itself; empty where there is none.'),
  postmarkOn: label(
    'Ngày trên dấu bưu điện của phong bì; là bằng chứng khi tính thời hạn khiếu nại.',
    'The day of the postmark; evidence for the time limit of complaints.',
  ),
  forwardedBy: label('Cơ quan, tổ chức đã chuyển đơn đến.', 'The body that forwarded it here.'),
  forwardingNumber: label('Số công văn hoặc phiếu chuyển kèm theo đơn.', 'Number of the letter that came with it.'),
  forwardingDate: label('Ngày của công văn hoặc phiếu chuyển đó.', 'Date of that letter.'),
  senderName: label(
    'Họ tên người gửi. Được niêm phong ngay khi ghi; mở ra phải nêu lý do và được ghi nhật ký (giữ bí mật người tố cáo).',
    'Name of the sender. Sealed as it is saved; opening it needs a reason that is audited (a denouncer is protected).',
  ),
  senderBirthYear: label('Năm sinh người gửi, niêm phong cùng danh tính.', 'Year of birth of the sender, sealed with the identity.'),
  senderCitizenId: label('Số căn cước, niêm phong cùng danh tính.', 'Citizen id, sealed with the identity.'),
  senderPhone: label('Điện thoại liên hệ, niêm phong cùng danh tính.', 'Telephone, sealed with the identity.'),
  senderAddress: label(
    'Địa chỉ để trả lời, niêm phong cùng danh tính. Không có địa chỉ rõ ràng thì đơn được coi là giấu tên hoặc mạo tên.',
    'Address for the answer, sealed. Without a clear one the petition counts as anonymous.',
  ),
  senderRepresentative: label(
    'Đơn đông người: người được cử đại diện làm việc với Ủy ban, niêm phong cùng danh tính.',
    'A petition of many: who was named to speak for them, sealed with the identity.',
  ),
  approvedBy: label(
    'Thường trực Ủy ban duyệt đề xuất phân loại, hướng xử lý: ghi họ tên người duyệt.',
    'Who of the standing committee approved the proposed classification and handling.',
  ),
  approvedOn: label('Ngày thường trực duyệt đề xuất.', 'The day on which the proposal was approved.'),
  senderOccupation: label('Nghề nghiệp người gửi, niêm phong.', 'Occupation of the sender, sealed.'),
  senderMembership: label('Chi bộ nếu người gửi là đảng viên, niêm phong.', 'Party cell where the sender is a member, sealed.'),
  petitionerKind: label(
    'Người gửi là đảng viên, quần chúng, tập thể hay giấu tên; đếm trong báo cáo mà không lộ danh tính.',
    'Member, citizen, group or anonymous: counted in reports without the identity.',
  ),
  signatureForm: label(
    'Ký tay, điểm chỉ, bản chụp chữ ký hay không ký. Đơn có chữ ký bản chụp thuộc loại không xem xét (296-QĐ/TW, Điều 19).',
    'By hand, finger print, a copied signature or none. A copied signature is not handled (296-QĐ/TW, Article 19).',
  ),
  signers: label(
    'Số người cùng ký; trên một người thì yêu cầu cử đại diện.',
    'How many signed; where more than one, a representative is asked for.',
  ),
  accusedMembers: label(
    'Đảng viên bị tố cáo, phản ánh; chọn trong danh sách đảng viên để hồ sơ của người đó đủ.',
    'Members concerned; chosen from the register so that their file is complete.',
  ),
  accusedOrganisations: label(
    'Tổ chức đảng bị tố cáo, phản ánh; chọn trong cây tổ chức.',
    'Organisations concerned; chosen from the tree.',
  ),
  accusedText: label(
    'Ghi đúng như trên đơn khi chưa xác định được người hoặc tổ chức trong danh sách.',
    'As written, where the person or body is not identified in the registers yet.',
  ),
  accusedPost: label('Chức vụ của người bị phản ánh vào lúc viết đơn.', 'Post of the person concerned when it was written.'),
  summary: label(
    'Một câu nói đơn nêu việc gì, của ai. Sổ và báo cáo in câu này, nên không ghi danh tính người gửi.',
    'One sentence: what it is about and who is concerned. It is printed in registers, so never the sender.',
  ),
  items: label(
    'Mỗi nội dung tố cáo, khiếu nại một dòng; sau này kết luận từng nội dung: đúng, đúng một phần, sai, chưa đủ cơ sở.',
    'Each item on a line of its own; later each is concluded: true, partly, false, not enough grounds.',
  ),
  attachments: label('Bản quét của đơn và tài liệu kèm theo trong kho lưu trữ số.', 'Scans of the petition and what came with it.'),
  pageCount: label('Số trang đơn và tài liệu kèm, ghi khi tiếp nhận.', 'Pages received, with what was attached.'),
  facts: label(
    'Đặc điểm mà quy tắc phân loại hỏi đến: không đủ nội dung, đã giải quyết, quá thời hiệu, khiếu nại hộ và các đặc điểm khác.',
    'Facts that the rules of classification ask for: no content, decided before, too late, on behalf of others.',
  ),
  splitFrom: label(
    'Đơn gốc khi nội dung này được tách ra; hai đơn cùng ngày đến.',
    'The petition that this was split from; both have the same day of receipt.',
  ),
  duplicateOf: label(
    'Đơn có cùng người gửi, cùng nội dung đã nhận trước. Đơn trùng được đếm riêng.',
    'An earlier petition of the same sender and content. Duplicates are counted apart.',
  ),
  classification: label(
    'Thuộc thẩm quyền, chuyển, hướng dẫn, lưu hay không xem xét. Đề xuất của phần mềm nêu quy định; cán bộ quyết định.',
    'To handle, forward, guide, file or not handle. The proposal names its rule; the officer decides.',
  ),
  classificationReason: label(
    'Căn cứ và lý do của kết quả phân loại; in trên phiếu đề xuất.',
    'Basis and reason of the classification, printed on the proposal.',
  ),
  complaintGrounds: label(
    'Khiếu nại về nội dung vi phạm, phương hướng, thủ tục hay hình thức kỷ luật; đếm trong biểu giải quyết khiếu nại.',
    'About the violation, the procedure or the form of discipline; counted in the forms on complaints.',
  ),
  competentLevel: label(
    'Cấp có thẩm quyền giải quyết theo diện quản lý của người bị phản ánh.',
    'The level competent to decide, by who manages the person concerned.',
  ),
  handling: label(
    'Việc sẽ làm với đơn: thụ lý, chuyển, trả lại, hướng dẫn, lưu.',
    'What is done with it: taken up, forwarded, returned, guided, filed.',
  ),
  handler: label(
    'Cán bộ được giao xử lý; việc này hiện trong danh sách của người đó.',
    'The officer in charge; it stands in that person’s work.',
  ),
  dueOn: label(
    'Ngày phải xử lý xong. Thời hạn lấy từ gói quy tắc của ngày nhận đơn; cấp xã chưa có số ngày chung nên Ủy ban tự đặt trong Thiết lập.',
    'The day by which it is handled, by the rule pack of the day of receipt; a commune’s own limits are set by the committee.',
  ),
  forwards: label(
    'Mỗi lần chuyển một dòng: nơi nhận, phiếu chuyển, hạn trả lời, ngày và nội dung trả lời.',
    'Each forwarding on a line: to whom, letter, answer due, day and content of the answer.',
  ),
  handlingDocuments: label(
    'Văn bản đi của Ủy ban về đơn này: phiếu chuyển, thông báo, trả lời.',
    'Outgoing papers of the committee about it.',
  ),
  state: label(
    'Đơn đang ở đâu: mới, chờ phân loại, đang giải quyết, chờ trả lời, đã xong.',
    'Where it stands: new, to classify, in work, awaiting an answer, done.',
  ),
  result: label('Kết quả giải quyết để trả lời người gửi và báo cáo.', 'The result, for the answer and reports.'),
  answeredOn: label('Ngày trả lời người gửi hoặc cơ quan chuyển đơn.', 'The day the sender or the forwarding body was answered.'),
  closedOn: label('Ngày kết thúc xử lý; từ ngày này đơn không còn tính quá hạn.', 'The day it was closed; it is not overdue from then on.'),
  senderInformed: label('Đánh dấu khi đã báo kết quả cho người gửi.', 'Ticked when the sender was told the result.'),
};

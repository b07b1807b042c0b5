import { label } from '../label';
import type { FieldHelp } from './index';

export const organisationHelp: FieldHelp = {
  name: label('Tên đầy đủ như trong quyết định thành lập.', 'Full name as in the decision that founded it.'),
  kind: label(
    'Đảng bộ, chi bộ, chi bộ trực thuộc và các loại khác; quyết định cột trong biểu.',
    'Kind of organisation; decides columns of the forms.',
  ),
  form: label(
    'Loại hình: xã, phường, cơ quan, doanh nghiệp, trường học và loại khác.',
    'Commune, ward, office, enterprise, school and others.',
  ),
  code: label('Mã tổ chức, nếu cấp trên đã cấp.', 'Its code, where the level above gave one.'),
  shortName: label('Phần chữ trong ký hiệu văn bản, ví dụ ĐU, CB.', 'Letters in symbols of its papers.'),
  parent: label('Tổ chức đảng cấp trên trực tiếp; từ đây dựng cây tổ chức.', 'The organisation directly above; the tree is built from it.'),
  validFrom: label(
    'Ngày thành lập hoặc bắt đầu mang tên này; cây tổ chức xem được tại một ngày.',
    'The day it was founded or took this name; the tree can be seen at any day.',
  ),
  validTo: label(
    'Ngày chấm dứt; tổ chức đã chấm dứt vẫn còn trong sổ và báo cáo của thời đó.',
    'The day it ended; it stays in registers and reports of its time.',
  ),
  state: label('Đang hoạt động, sáp nhập, chia tách, đổi tên hay giải thể.', 'Active, merged, split, renamed or dissolved.'),
  lineage: label(
    'Nguồn gốc: nhập từ, tách từ, đổi tên từ tổ chức nào, ngày nào, theo văn bản nào; để tìm và đếm theo đơn vị cũ.',
    'From which organisations it came, when and by which paper; figures can be counted by former units.',
  ),
  term: label('Nhiệm kỳ hiện tại, ví dụ 2025-2030.', 'Present term.'),
  secretary: label('Họ tên bí thư.', 'Name of the secretary.'),
  deputySecretary: label('Họ tên các phó bí thư.', 'Names of the deputies.'),
  officialMembers: label('Số đảng viên chính thức theo báo cáo gần nhất.', 'Official members by the last report.'),
  probationaryMembers: label('Số đảng viên dự bị.', 'Probationary members.'),
  exemptMembers: label('Số đảng viên được miễn sinh hoạt.', 'Members exempt from activities.'),
  temporaryMembers: label('Số đảng viên sinh hoạt tạm thời.', 'Temporary members.'),
};

export const memberHelp: FieldHelp = {
  fullName: label('Họ, đệm, tên viết đủ dấu; danh sách xếp theo tên.', 'Full name; lists sort by the given name.'),
  otherName: label('Bí danh, tên thường gọi.', 'Alias or other name.'),
  birthDate: label('Ngày sinh; chỉ biết năm thì ghi năm.', 'Date of birth; the year alone where no more is known.'),
  gender: label('Giới tính; là cột trong biểu.', 'Gender; a column of the forms.'),
  ethnicity: label('Dân tộc.', 'Ethnicity.'),
  religion: label('Tôn giáo, nếu có.', 'Religion, where there is one.'),
  homeTown: label('Quê quán như trong lý lịch.', 'Home town as in the file.'),
  citizenId: label('Số căn cước; để phân biệt người trùng họ tên.', 'Citizen id; tells people of the same name apart.'),
  cardNumber: label('Số thẻ đảng viên.', 'Number of the party card.'),
  fileNumber: label('Số lý lịch đảng viên.', 'Number of the member’s file.'),
  admittedOn: label('Ngày vào Đảng (kết nạp).', 'The day of admission.'),
  officialOn: label(
    'Ngày công nhận chính thức; trước ngày này là dự bị và hình thức kỷ luật khác.',
    'The day of becoming official; before it forms of discipline differ.',
  ),
  kind: label(
    'Chính thức hay dự bị; quyết định hình thức kỷ luật được áp dụng.',
    'Official or probationary; decides which forms of discipline apply.',
  ),
  cell: label('Chi bộ đang sinh hoạt.', 'The present cell.'),
  cellHistory: label(
    'Các chi bộ trước, để biết đảng viên thuộc đâu vào ngày xảy ra việc.',
    'Former cells: where the member belonged on a day.',
  ),
  state: label('Đang sinh hoạt, chuyển đi, ra khỏi Đảng, từ trần.', 'Active, moved, left or deceased.'),
  partyPost: label('Chức vụ trong Đảng.', 'Post in the Party.'),
  governmentPost: label('Chức vụ chính quyền.', 'Post in government.'),
  unionPost: label('Chức vụ đoàn thể.', 'Post in unions.'),
  committeeMemberOf: label(
    'Là cấp ủy viên của cấp nào; kỷ luật cấp ủy viên theo thẩm quyền khác.',
    'Of which committees a member; competence differs for them.',
  ),
  education: label('Trình độ học vấn, chuyên môn.', 'Education.'),
  occupation: label('Nghề nghiệp.', 'Occupation.'),
};

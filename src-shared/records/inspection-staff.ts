import { code, codes, date, integer, list, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Cán bộ kiểm tra: who works in the inspection committee, as form B22 and part C of the ward form count them (domain-2, 1.3 and 1.5). */
export const inspectionStaff = defineRecordType({
  name: 'inspectionStaff',
  label: label('Cán bộ kiểm tra', 'Inspection staff'),
  register: label('Cán bộ ủy ban kiểm tra', 'Staff of the committee'),
  standsAlone: true,
  sort: { field: 'from', direction: 'desc' },
  yearField: 'from',
  groups: { person: label('Cán bộ', 'Person'), training: label('Trình độ và đào tạo', 'Training') },
  title: (v) => v.fullName ?? '',
  subtitle: (v) => v.remark ?? '',
  fields: {
    fullName: text(label('Họ và tên', 'Full name'), {
      group: 'person',
      required: true,
      max: 120,
      personName: true,
      search: 'title',
      column: { width: 200 },
    }),
    member: ref(label('Đảng viên', 'Member'), ['partyMember'], { group: 'person' }),
    organisation: ref(label('Ủy ban kiểm tra', 'Committee'), ['organisation'], { group: 'person', column: { width: 240 } }),
    post: code(label('Chức danh', 'Post'), 'staffPost', { group: 'person', required: true, column: { width: 180 } }),
    rank: code(label('Ngạch', 'Rank'), 'staffRank', { group: 'person', column: { width: 200 } }),
    birthYear: integer(label('Năm sinh', 'Year of birth'), { group: 'person', min: 1900, max: 2100 }),
    from: date(label('Từ ngày', 'From'), { group: 'person', required: true, column: { width: 100 } }),
    to: date(label('Đến ngày', 'Until'), { group: 'person' }),
    training: codes(label('Trình độ', 'Training'), 'staffTraining', { group: 'training' }),
    courses: list(
      label('Lớp đào tạo, bồi dưỡng', 'Courses'),
      {
        kind: code(label('Lớp', 'Course'), 'staffTraining', { required: true }),
        completedOn: date(label('Ngày hoàn thành', 'Completed on'), { required: true }),
        certificate: text(label('Văn bằng, chứng chỉ', 'Certificate'), { max: 200 }),
      },
      { group: 'training' },
    ),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'training', search: 'body' }),
  },
});

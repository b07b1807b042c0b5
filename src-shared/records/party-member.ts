import { code, codes, date, list, longText, partialDate, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Đảng viên: what inspection needs to know of a member; the member database proper belongs to the Organisation branch (domain 5.2). */
export const partyMember = defineRecordType({
  name: 'partyMember',
  label: label('Đảng viên', 'Party member'),
  register: label('Đảng viên', 'Party members'),
  standsAlone: true,
  sort: { field: 'fullName', direction: 'asc' },
  groups: {
    person: label('Đảng viên', 'Member'),
    party: label('Sinh hoạt đảng', 'Party life'),
    work: label('Chức vụ và diện quản lý', 'Posts and management'),
  },
  title: (v) => v.fullName ?? '',
  subtitle: (v, titleOf) => [v.partyPost, v.cell ? titleOf(v.cell) : undefined].filter(Boolean).join(', '),
  fields: {
    fullName: text(label('Họ và tên', 'Full name'), {
      group: 'person',
      required: true,
      max: 120,
      personName: true,
      search: 'title',
      column: { width: 200 },
    }),
    otherName: text(label('Tên khác', 'Other name'), { group: 'person', max: 120, search: 'body' }),
    birthDate: partialDate(label('Ngày sinh', 'Date of birth'), { group: 'person', column: { width: 100 } }),
    gender: code(label('Giới tính', 'Gender'), 'gender', { group: 'person' }),
    ethnicity: text(label('Dân tộc', 'Ethnicity'), { group: 'person', max: 50 }),
    religion: text(label('Tôn giáo', 'Religion'), { group: 'person', max: 50 }),
    homeTown: text(label('Quê quán', 'Home town'), { group: 'person', max: 200 }),
    citizenId: text(label('Số căn cước', 'Citizen id'), { group: 'person', max: 20 }),
    cardNumber: text(label('Số thẻ đảng', 'Party card number'), { group: 'party', max: 20, search: 'body', column: { width: 120 } }),
    fileNumber: text(label('Số lý lịch', 'Member file number'), { group: 'party', max: 20 }),
    admittedOn: date(label('Ngày vào Đảng', 'Admitted on'), { group: 'party' }),
    officialOn: date(label('Ngày chính thức', 'Official on'), { group: 'party' }),
    kind: code(label('Loại', 'Kind'), 'memberKind', { group: 'party', required: true, column: { width: 110 } }),
    cell: ref(label('Chi bộ', 'Party cell'), ['organisation'], { group: 'party', required: true, column: { width: 220 } }),
    cellHistory: list(
      label('Quá trình sinh hoạt', 'History of cells'),
      {
        organisation: ref(label('Tổ chức', 'Organisation'), ['organisation'], { required: true }),
        from: date(label('Từ ngày', 'From')),
        to: date(label('Đến ngày', 'To')),
      },
      { group: 'party' },
    ),
    state: code(label('Trạng thái', 'State'), 'memberState', { group: 'party', required: true, column: { width: 130 } }),
    partyPost: text(label('Chức vụ đảng', 'Party post'), { group: 'work', max: 200, search: 'body', column: { width: 160 } }),
    governmentPost: text(label('Chức vụ chính quyền', 'Government post'), { group: 'work', max: 200, search: 'body' }),
    unionPost: text(label('Chức vụ đoàn thể', 'Union post'), { group: 'work', max: 200 }),
    managedBy: code(label('Diện quản lý', 'Managed by'), 'managementLevel', { group: 'work' }),
    committeeMemberOf: codes(label('Cấp ủy viên cấp', 'Committee member at level'), 'committeeLevel', { group: 'work' }),
    education: text(label('Trình độ', 'Education'), { group: 'work', max: 200 }),
    occupation: text(label('Nghề nghiệp', 'Occupation'), { group: 'work', max: 200 }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'work' }),
  },
});

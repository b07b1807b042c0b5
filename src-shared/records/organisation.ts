import { code, date, integer, list, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Tổ chức đảng: a node of the tree of Party organisations, valid in time, with its lineage (domain 5.1, 8). */
export const organisation = defineRecordType({
  name: 'organisation',
  label: label('Tổ chức đảng', 'Party organisation'),
  register: label('Tổ chức đảng', 'Party organisations'),
  standsAlone: true,
  sort: { field: 'name', direction: 'asc' },
  groups: {
    identity: label('Tổ chức', 'Organisation'),
    time: label('Hiệu lực và nguồn gốc', 'Validity and lineage'),
    people: label('Cấp ủy và đảng viên', 'Committee and members'),
  },
  title: (v) => v.name ?? '',
  subtitle: (v, titleOf) => (v.parent ? (titleOf(v.parent) ?? '') : ''),
  fields: {
    name: text(label('Tên', 'Name'), { group: 'identity', required: true, max: 200, search: 'title', column: { width: 320 } }),
    kind: code(label('Loại tổ chức', 'Kind'), 'organisationKind', { group: 'identity', required: true, column: { width: 190 } }),
    form: code(label('Loại hình', 'Form'), 'organisationForm', { group: 'identity' }),
    code: text(label('Mã', 'Code'), { group: 'identity', max: 40, search: 'body', column: { width: 90 } }),
    shortName: text(label('Tên viết tắt trong ký hiệu', 'Abbreviation in symbols'), { group: 'identity', max: 30, search: 'body' }),
    parent: ref(label('Cấp trên trực tiếp', 'Directly higher level'), ['organisation'], { group: 'identity', column: { width: 220 } }),
    validFrom: date(label('Hiệu lực từ', 'Valid from'), { group: 'time', column: { width: 110 } }),
    validTo: date(label('Hiệu lực đến', 'Valid to'), { group: 'time' }),
    state: code(label('Trạng thái', 'State'), 'organisationState', { group: 'time', required: true, column: { width: 130 } }),
    lineage: list(
      label('Tiền thân, kế thừa', 'Lineage'),
      {
        kind: code(label('Quan hệ', 'Relation'), 'lineageKind', { required: true }),
        organisation: ref(label('Tổ chức', 'Organisation'), ['organisation'], { required: true }),
        date: date(label('Ngày', 'Date')),
        document: text(label('Theo văn bản', 'By document'), { max: 300 }),
      },
      { group: 'time' },
    ),
    term: text(label('Nhiệm kỳ hiện tại', 'Current term'), { group: 'people', max: 20 }),
    secretary: text(label('Bí thư', 'Secretary'), { group: 'people', max: 120, search: 'body', column: { width: 170 } }),
    deputySecretary: text(label('Phó bí thư', 'Deputy secretary'), { group: 'people', max: 200, search: 'body' }),
    officialMembers: integer(label('Đảng viên chính thức', 'Official members'), {
      group: 'people',
      column: { width: 110, align: 'right' },
    }),
    probationaryMembers: integer(label('Đảng viên dự bị', 'Probationary members'), { group: 'people' }),
    exemptMembers: integer(label('Miễn sinh hoạt', 'Exempt from activities'), { group: 'people' }),
    temporaryMembers: integer(label('Sinh hoạt tạm thời', 'Temporary members'), { group: 'people' }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'people', search: 'body' }),
  },
});

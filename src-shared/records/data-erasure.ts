import { date, dateTime, longText, ref, tags, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Xóa dữ liệu cá nhân theo yêu cầu: which personal fields of a record were removed because the law asks for it, by what request and who
 * decided. Never holds what was removed. Travels, so every workstation removes what it remembers of them (service/retention/follow).
 */
export const dataErasure = defineRecordType({
  name: 'dataErasure',
  label: label('Xóa dữ liệu cá nhân', 'Removal of personal data'),
  register: label('Sổ xóa dữ liệu cá nhân', 'Register of removals of personal data'),
  standsAlone: true,
  sort: { field: 'erasedAt', direction: 'desc' },
  groups: { erasure: label('Xóa dữ liệu', 'Removal') },
  title: (v) => [v.basis, v.requestedOn].filter(Boolean).join(' · '),
  subtitle: (v, titleOf) => (v.about ? (titleOf(v.about) ?? '') : ''),
  fields: {
    about: ref(label('Bản ghi', 'Record'), ['petition', 'partyMember'], { required: true, column: { width: 320 } }),
    fields: tags(label('Mục đã xóa', 'Fields removed'), { required: true, readOnly: true }),
    basis: text(label('Căn cứ, văn bản yêu cầu', 'Basis'), { required: true, max: 300, column: { width: 260 } }),
    requestedOn: date(label('Ngày yêu cầu', 'Requested on'), { column: { width: 110 } }),
    erasedAt: dateTime(label('Xóa lúc', 'Removed at'), { required: true, readOnly: true, column: { width: 150 } }),
    erasedBy: ref(label('Người thực hiện', 'Carried out by'), ['bookUser'], { readOnly: true }),
    approvedBy: ref(label('Người duyệt', 'Approved by'), ['bookUser'], { readOnly: true }),
    remark: longText(label('Ghi chú', 'Remark'), { max: 1000 }),
  },
});

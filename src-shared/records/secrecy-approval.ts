import { code, date, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Phê duyệt số hóa tài liệu mật: who allowed papers above THUONG to be scanned, by what paper, up to which level and for what (domain 5.7).
 * Without one that covers a file, no page of it is taken in; see service/archive/gate.
 */
export const secrecyApproval = defineRecordType({
  name: 'secrecyApproval',
  label: label('Phê duyệt số hóa tài liệu mật', 'Approval to digitise secret papers'),
  register: label('Phê duyệt số hóa tài liệu mật', 'Approvals to digitise secret papers'),
  standsAlone: true,
  sort: { field: 'approvedOn', direction: 'desc' },
  yearField: 'approvedOn',
  groups: { approval: label('Phê duyệt', 'Approval'), scope: label('Phạm vi', 'Scope') },
  title: (v) => [v.number, v.approver].filter(Boolean).join(' · '),
  subtitle: (v, titleOf) =>
    [v.file ? titleOf(v.file) : v.fonds ? titleOf(v.fonds) : undefined, v.box ? `hộp ${v.box}` : undefined, v.approvedOn]
      .filter(Boolean)
      .join(', '),
  fields: {
    number: text(label('Số, ký hiệu văn bản phê duyệt', 'Number and symbol'), {
      group: 'approval',
      required: true,
      max: 60,
      search: 'title',
      column: { width: 160 },
    }),
    approvedOn: date(label('Ngày phê duyệt', 'Approved on'), { group: 'approval', required: true, column: { width: 110 } }),
    approver: text(label('Người phê duyệt', 'Approved by'), {
      group: 'approval',
      required: true,
      max: 120,
      personName: true,
      search: 'title',
      column: { width: 180 },
    }),
    approverPost: text(label('Chức vụ', 'Post'), { group: 'approval', required: true, max: 200, column: { width: 200 } }),
    level: code(label('Đến độ mật', 'Up to the level'), 'secrecy', { group: 'approval', required: true, column: { width: 110 } }),
    basis: longText(label('Căn cứ', 'Basis'), { group: 'approval', max: 1000 }),
    validTo: date(label('Có hiệu lực đến', 'Valid until'), { group: 'approval', column: { width: 110 } }),
    file: ref(label('Hồ sơ', 'File'), ['archiveFile'], { group: 'scope', column: { width: 220 } }),
    fonds: ref(label('Phông', 'Fonds'), ['archiveFonds'], {
      group: 'scope',
      column: { width: 200 },
      help: label('Cả phông, hoặc một hộp của phông nếu ghi hộp số.', 'The whole fonds, or one box of it where a box is given.'),
    }),
    term: text(label('Nhiệm kỳ', 'Term'), { group: 'scope', max: 20 }),
    box: text(label('Hộp số', 'Box'), { group: 'scope', max: 50, column: { width: 70 } }),
    secrecy: code(label('Độ mật của phê duyệt', 'Secrecy of the approval'), 'secrecy', { group: 'approval' }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'approval', max: 1000 }),
  },
});

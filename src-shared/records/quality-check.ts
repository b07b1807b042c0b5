import { boolean, code, dateTime, integer, list, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Phiếu kiểm tra chất lượng: one document of a quality round, and what was wrong in it (nhật ký lỗi, domain 5.7). */
export const qualityCheck = defineRecordType({
  name: 'qualityCheck',
  label: label('Phiếu kiểm tra chất lượng', 'Quality check'),
  register: label('Nhật ký lỗi số hóa', 'Error log of digitisation'),
  standsAlone: false,
  sort: { field: 'checkedAt', direction: 'desc' },
  groups: { check: label('Phiếu kiểm tra', 'Check') },
  title: (v, titleOf) => (v.document ? (titleOf(v.document) ?? '') : ''),
  fields: {
    round: ref(label('Đợt', 'Round'), ['qualityRound'], { required: true }),
    document: ref(label('Văn bản', 'Document'), ['archiveDocument'], { required: true, column: { width: 300 } }),
    done: boolean(label('Đã kiểm tra', 'Checked'), { column: { width: 90 } }),
    checkedAt: dateTime(label('Kiểm tra lúc', 'Checked at')),
    checkedBy: ref(label('Người kiểm tra', 'Checked by'), ['bookUser']),
    /** Of whom the values were, when most of them were of one. */
    madeBy: ref(label('Người làm', 'Made by'), ['bookUser']),
    fields: integer(label('Số trường đã xem', 'Fields looked at'), { max: 1000 }),
    errors: list(label('Lỗi', 'Errors'), {
      field: text(label('Trường', 'Field'), { required: true, max: 60 }),
      kind: code(label('Loại lỗi', 'Kind'), 'qualityErrorKind', { required: true }),
      from: text(label('Sai', 'From'), { max: 2000 }),
      to: text(label('Sửa thành', 'To'), { max: 2000 }),
      madeBy: ref(label('Người làm', 'Made by'), ['bookUser']),
    }),
  },
});

import { code, date, integer, longText, money, ref, refs, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Nhiệm vụ sau kết luận: what somebody must do after a conclusion, until when, with which evidence (domain 5.3). */
export const duty = defineRecordType({
  name: 'duty',
  label: label('Nhiệm vụ sau kết luận', 'Duty after a conclusion'),
  register: label('Sổ theo dõi kết luận', 'Register of duties'),
  standsAlone: true,
  sort: { field: 'dueOn', direction: 'asc' },
  yearField: 'dueOn',
  dueField: 'dueOn',
  closed: (v) => v.state === 'HOAN_THANH' || v.state === 'KHONG_THUC_HIEN',
  groups: { duty: label('Nhiệm vụ', 'Duty'), progress: label('Tiến độ', 'Progress') },
  title: (v) => v.name ?? '',
  subtitle: (v, titleOf) => (v.conclusion ? (titleOf(v.conclusion) ?? '') : ''),
  fields: {
    name: text(label('Nhiệm vụ', 'Duty'), { group: 'duty', required: true, max: 500, search: 'title', column: { width: 380 } }),
    conclusion: ref(label('Kết luận', 'Conclusion'), ['conclusion'], { group: 'duty', column: { width: 240 } }),
    basis: text(label('Căn cứ khác', 'Other basis'), { group: 'duty', max: 300, search: 'body' }),
    kind: code(label('Loại', 'Kind'), 'dutyKind', { group: 'duty', required: true, column: { width: 130 } }),
    organisation: ref(label('Đơn vị thực hiện', 'Organisation'), ['organisation'], { group: 'duty', column: { width: 200 } }),
    member: ref(label('Đảng viên thực hiện', 'Member'), ['partyMember'], { group: 'duty' }),
    dueOn: date(label('Thời hạn', 'Due on'), { group: 'duty', column: { width: 110 } }),
    amount: money(label('Số tiền (đồng)', 'Amount (VND)'), { group: 'duty' }),
    progress: integer(label('Tiến độ (%)', 'Progress (%)'), { group: 'progress', min: 0, max: 100, column: { width: 90, align: 'right' } }),
    state: code(label('Trạng thái', 'State'), 'dutyState', { group: 'progress', required: true, column: { width: 130 } }),
    evidence: refs(label('Bằng chứng', 'Evidence'), ['archiveDocument', 'incomingDocument'], { group: 'progress' }),
    watchedBy: text(label('Cán bộ theo dõi', 'Watched by'), { group: 'progress', max: 120, search: 'body' }),
    confirmedBy: text(label('Người xác nhận', 'Confirmed by'), { group: 'progress', max: 120 }),
    doneOn: date(label('Ngày hoàn thành', 'Done on'), { group: 'progress' }),
    assessment: code(label('Đánh giá', 'Assessment'), 'dutyAssessment', { group: 'progress' }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'progress', search: 'body' }),
  },
});

import { code, date, integer, list, longText, money, ref, refs, text } from './field';
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
  subtitle: (v, titleOf) => (v.conclusion && titleOf(v.conclusion)) || (v.instruction && titleOf(v.instruction)) || (v.basis ?? ''),
  fields: {
    name: text(label('Nhiệm vụ', 'Duty'), { group: 'duty', required: true, max: 500, search: 'title', column: { width: 380 } }),
    conclusion: ref(label('Kết luận', 'Conclusion'), ['conclusion'], { group: 'duty', column: { width: 240 } }),
    instruction: ref(label('Chỉ đạo, nghị quyết cấp trên', 'Instruction from above'), ['instruction', 'incomingDocument'], {
      group: 'duty',
    }),
    basis: text(label('Căn cứ khác', 'Other basis'), { group: 'duty', max: 300, search: 'body' }),
    kind: code(label('Loại', 'Kind'), 'dutyKind', { group: 'duty', required: true, column: { width: 130 } }),
    organisation: ref(label('Đơn vị thực hiện', 'Organisation'), ['organisation'], { group: 'duty', column: { width: 200 } }),
    member: ref(label('Đảng viên thực hiện', 'Member'), ['partyMember'], { group: 'duty' }),
    supervisingUnit: text(label('Đơn vị giám sát', 'Supervised by'), { group: 'duty', max: 200, search: 'body' }),
    guidingUnit: text(label('Đơn vị hướng dẫn', 'Guided by'), { group: 'duty', max: 200, search: 'body' }),
    committeeMember: text(label('Cấp ủy viên phụ trách', 'Committee member in charge'), { group: 'duty', max: 120, search: 'body' }),
    dueOn: date(label('Thời hạn', 'Due on'), { group: 'duty', column: { width: 110 } }),
    amount: money(label('Số tiền (đồng)', 'Amount (VND)'), { group: 'duty' }),
    progress: integer(label('Tiến độ (%)', 'Progress (%)'), { group: 'progress', min: 0, max: 100, column: { width: 90, align: 'right' } }),
    state: code(label('Trạng thái', 'State'), 'dutyState', { group: 'progress', required: true, column: { width: 130 } }),
    risk: code(label('Mức rủi ro', 'Risk'), 'dutyRisk', { group: 'progress' }),
    extensions: list(
      label('Gia hạn', 'Extensions'),
      {
        from: date(label('Hạn cũ', 'Former day')),
        to: date(label('Hạn mới', 'New day'), { required: true }),
        document: text(label('Văn bản', 'Document'), { max: 100 }),
        reason: text(label('Lý do', 'Reason'), { max: 500 }),
      },
      { group: 'progress' },
    ),
    reminders: list(
      label('Đôn đốc', 'Reminders'),
      {
        on: date(label('Ngày', 'Day'), { required: true }),
        document: text(label('Văn bản', 'Document'), { max: 100 }),
        text: text(label('Nội dung', 'Text'), { max: 500 }),
      },
      { group: 'progress' },
    ),
    amountDone: money(label('Đã nộp, đã thu hồi (đồng)', 'Paid or recovered (VND)'), { group: 'progress' }),
    evidence: refs(label('Bằng chứng', 'Evidence'), ['archiveDocument', 'incomingDocument'], { group: 'progress' }),
    watchedBy: text(label('Cán bộ theo dõi', 'Watched by'), { group: 'progress', max: 120, search: 'body' }),
    confirmedBy: text(label('Người xác nhận', 'Confirmed by'), { group: 'progress', max: 120 }),
    doneOn: date(label('Ngày hoàn thành', 'Done on'), { group: 'progress' }),
    assessment: code(label('Đánh giá', 'Assessment'), 'dutyAssessment', { group: 'progress' }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'progress', search: 'body' }),
  },
});

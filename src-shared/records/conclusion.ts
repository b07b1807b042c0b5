import { code, codes, date, list, longText, money, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Thông báo kết luận of a case, of which the duties are followed up (domain 2.5, 5.3). */
export const conclusion = defineRecordType({
  name: 'conclusion',
  label: label('Kết luận', 'Conclusion'),
  register: label('Sổ thông báo kết luận', 'Register of conclusions'),
  standsAlone: true,
  sort: { field: 'issuedOn', direction: 'desc' },
  yearField: 'issuedOn',
  groups: { notice: label('Thông báo kết luận', 'Notice'), content: label('Nội dung', 'Content') },
  title: (v) => [v.number, v.subject].filter(Boolean).join(' · '),
  subtitle: (v, titleOf) => (v.case ? (titleOf(v.case) ?? '') : ''),
  fields: {
    number: text(label('Số, ký hiệu', 'Number and symbol'), {
      group: 'notice',
      required: true,
      max: 60,
      search: 'title',
      column: { width: 140 },
    }),
    issuedOn: date(label('Ngày ký', 'Issued on'), { group: 'notice', required: true, column: { width: 100 } }),
    subject: text(label('Trích yếu', 'Subject'), { group: 'notice', required: true, max: 500, search: 'title', column: { width: 420 } }),
    case: ref(label('Vụ việc', 'Case'), ['case'], { group: 'notice', column: { width: 240 } }),
    signer: text(label('Người ký', 'Signer'), { group: 'notice', max: 120, search: 'body' }),
    announcedOn: date(label('Ngày công bố', 'Announced on'), { group: 'notice' }),
    secrecy: code(label('Độ mật', 'Secrecy'), 'secrecy', { group: 'notice', required: true }),
    state: code(label('Thực hiện', 'State'), 'conclusionState', { group: 'notice', required: true, column: { width: 140 } }),
    outcome: codes(label('Kết luận chung', 'Outcome'), 'caseOutcome', { group: 'content' }),
    strengths: longText(label('Ưu điểm', 'Merits'), { group: 'content', search: 'body' }),
    shortcomings: longText(label('Khuyết điểm, vi phạm', 'Shortcomings and violations'), { group: 'content', search: 'body' }),
    items: list(
      label('Kết luận từng nội dung', 'Conclusion per item'),
      {
        summary: longText(label('Nội dung', 'Content'), { required: true, max: 5000, search: 'body' }),
        conclusion: code(label('Kết luận', 'Conclusion'), 'denunciationConclusion'),
      },
      { group: 'content' },
    ),
    amountToRecover: money(label('Số tiền phải thu hồi, nộp bổ sung (đồng)', 'Amount to recover (VND)'), { group: 'content' }),
    document: ref(label('Văn bản', 'Document'), ['archiveDocument', 'outgoingDocument'], { group: 'content' }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'content', search: 'body' }),
  },
});

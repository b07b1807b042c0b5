import { date, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Chốt kỳ: the figures of one form as they were sent, with what stood behind each, so that later truth can be told from them. */
export const statSnapshot = defineRecordType({
  name: 'statSnapshot',
  label: label('Số liệu đã chốt', 'Sent figures'),
  register: label('Số liệu đã chốt', 'Sent figures'),
  standsAlone: true,
  sort: { field: 'takenOn', direction: 'desc' },
  yearField: 'to',
  groups: { period: label('Kỳ báo cáo', 'Period'), sent: label('Gửi đi', 'Sent') },
  title: (v) => [v.form, v.period].filter(Boolean).join(' · '),
  subtitle: (v, titleOf) => (v.unit ? (titleOf(v.unit) ?? '') : ''),
  fields: {
    form: text(label('Biểu', 'Form'), { group: 'period', required: true, max: 20, readOnly: true, search: 'title', column: { width: 80 } }),
    period: text(label('Kỳ', 'Period'), {
      group: 'period',
      required: true,
      max: 100,
      readOnly: true,
      search: 'title',
      column: { width: 220 },
    }),
    from: date(label('Từ ngày', 'From'), { group: 'period', required: true, readOnly: true, column: { width: 110 } }),
    to: date(label('Đến ngày', 'To'), { group: 'period', required: true, readOnly: true, column: { width: 110 } }),
    unit: ref(label('Đơn vị', 'Unit'), ['organisation'], { group: 'period', readOnly: true }),
    takenOn: date(label('Ngày chốt', 'Taken on'), { group: 'sent', required: true, readOnly: true, column: { width: 110 } }),
    takenBy: text(label('Người chốt', 'Taken by'), { group: 'sent', max: 120, readOnly: true, column: { width: 180 } }),
    sentNumber: text(label('Gửi theo văn bản', 'Sent with'), { group: 'sent', max: 60, search: 'body', column: { width: 140 } }),
    /** JSON of KeptFigures (statistics/snapshot.ts). */
    content: longText(label('Số liệu', 'Figures'), { group: 'sent', required: true, max: 2_000_000, readOnly: true }),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'sent', search: 'body' }),
  },
});

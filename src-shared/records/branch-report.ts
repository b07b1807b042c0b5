import { code, date, integer, list, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Báo cáo của chi bộ: form 01CB of a month or 02CB of a longer period, as a branch delivered it (domain 7.1, domain-2 8). */
export const branchReport = defineRecordType({
  name: 'branchReport',
  label: label('Báo cáo của chi bộ', 'Branch report'),
  register: label('Báo cáo của chi bộ', 'Branch reports'),
  standsAlone: true,
  sort: { field: 'receivedOn', direction: 'desc' },
  yearField: 'receivedOn',
  groups: { report: label('Báo cáo', 'Report'), content: label('Nội dung', 'Content') },
  title: (v) => [v.form, v.period, v.year].filter(Boolean).join(' · '),
  subtitle: (v, titleOf) => (v.organisation ? (titleOf(v.organisation) ?? '') : ''),
  fields: {
    organisation: ref(label('Chi bộ', 'Branch'), ['organisation'], { group: 'report', required: true, column: { width: 240 } }),
    form: code(label('Mẫu', 'Form'), 'branchForm', { group: 'report', required: true, column: { width: 150 } }),
    year: integer(label('Năm', 'Year'), { group: 'report', required: true, min: 2000, max: 2100, column: { width: 70, align: 'right' } }),
    /** T1 to T12 of 01CB; 6TD, 6TC, NAM, NK of 02CB. */
    period: text(label('Kỳ', 'Period'), { group: 'report', required: true, max: 10, column: { width: 70 } }),
    receivedOn: date(label('Ngày nhận', 'Received on'), { group: 'report', required: true, column: { width: 110 } }),
    state: code(label('Trạng thái', 'State'), 'branchReportState', { group: 'report', required: true, column: { width: 160 } }),
    sentBy: text(label('Người nộp', 'Sent by'), { group: 'report', max: 120, search: 'body' }),
    source: text(label('Tệp', 'File'), { group: 'report', max: 300 }),
    figures: list(
      label('Số liệu', 'Figures'),
      {
        key: text(label('Chỉ tiêu', 'Item'), { required: true, max: 60 }),
        value: integer(label('Số', 'Number'), { required: true, max: 1_000_000_000 }),
      },
      { group: 'content' },
    ),
    texts: list(
      label('Nội dung bằng lời', 'Texts'),
      {
        key: text(label('Mục', 'Item'), { required: true, max: 60 }),
        text: longText(label('Nội dung', 'Text'), { max: 5000, search: 'body' }),
      },
      { group: 'content' },
    ),
    remark: longText(label('Ghi chú', 'Remark'), { group: 'content', search: 'body' }),
  },
});

import { date, longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Chỉ đạo của cấp trên: what the province tells one, some or all committees. Written by the hub only. */
export const instruction = defineRecordType({
  name: 'instruction',
  label: label('Chỉ đạo của cấp trên', 'Instruction'),
  register: label('Chỉ đạo của cấp trên', 'Instructions from above'),
  author: 'hub',
  standsAlone: true,
  sort: { field: 'issuedOn', direction: 'desc' },
  yearField: 'issuedOn',
  groups: { instruction: label('Chỉ đạo', 'Instruction') },
  title: (v) => [v.symbol, v.subject].filter(Boolean).join(' · '),
  subtitle: (v) => v.issuer ?? '',
  fields: {
    symbol: text(label('Số, ký hiệu', 'Number and symbol'), { max: 60, search: 'title', column: { width: 140 } }),
    issuedOn: date(label('Ngày', 'Issued on'), { required: true, column: { width: 110 } }),
    issuer: text(label('Cơ quan', 'Issuer'), { required: true, max: 200, search: 'body', column: { width: 220 } }),
    subject: text(label('Trích yếu', 'Subject'), { required: true, max: 500, search: 'title', column: { width: 380 } }),
    content: longText(label('Nội dung', 'Content'), { search: 'body' }),
    dueOn: date(label('Thời hạn', 'Due on'), { column: { width: 110 } }),
    signer: text(label('Người ký', 'Signer'), { max: 120, search: 'body', column: { width: 150 } }),
  },
});

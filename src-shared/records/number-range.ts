import { code, integer, longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Dải số: official numbers of one register that a workstation keeps to itself, so that two of them never give the same one offline. */
export const numberRange = defineRecordType({
  name: 'numberRange',
  label: label('Dải số', 'Number range'),
  register: label('Dải số của các máy', 'Number ranges'),
  standsAlone: true,
  sort: { field: 'first', direction: 'asc' },
  groups: { range: label('Dải số', 'Range') },
  title: (v) => `${v.first ?? ''}–${v.last ?? ''}`,
  subtitle: (v) => [v.deviceName, v.documentType, v.term ?? v.year].filter(Boolean).join(' · '),
  fields: {
    register: code(label('Sổ', 'Register'), 'numberRegister', { required: true, column: { width: 180 } }),
    documentType: code(label('Loại văn bản', 'Document type'), 'documentType', { column: { width: 150 } }),
    term: text(label('Nhiệm kỳ', 'Term'), { max: 20, column: { width: 110 } }),
    year: integer(label('Năm', 'Year'), { min: 1900, max: 9999, column: { width: 80, align: 'right' } }),
    first: integer(label('Từ số', 'From'), { required: true, min: 1, max: 999_999, column: { width: 90, align: 'right' } }),
    last: integer(label('Đến số', 'To'), { required: true, min: 1, max: 999_999, column: { width: 90, align: 'right' } }),
    device: text(label('Máy', 'Workstation id'), { required: true, max: 64 }),
    deviceName: text(label('Tên máy', 'Workstation'), { max: 120, column: { width: 180 } }),
    remark: longText(label('Ghi chú', 'Remark')),
  },
});

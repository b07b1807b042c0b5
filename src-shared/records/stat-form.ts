import { longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Biểu thống kê của Ủy ban: a form that the committee changed or was given; it stands before the built-in one of the same id. */
export const statForm = defineRecordType({
  name: 'statForm',
  label: label('Biểu thống kê', 'Statistics form'),
  register: label('Biểu thống kê đã sửa', 'Changed statistics forms'),
  standsAlone: false,
  sort: { field: 'formId', direction: 'asc' },
  groups: { form: label('Biểu', 'Form') },
  title: (v) => [v.formId, v.name].filter(Boolean).join(' · '),
  fields: {
    formId: text(label('Mã biểu', 'Form'), { required: true, max: 20, search: 'title', column: { width: 90 } }),
    name: text(label('Tên', 'Name'), { required: true, max: 300, search: 'title', column: { width: 380 } }),
    basis: text(label('Căn cứ', 'Basis'), { max: 500, search: 'body', column: { width: 260 } }),
    /** JSON of a StatForm (statistics/form.ts); what cannot be read as one has no effect. */
    content: longText(label('Nội dung', 'Content'), { required: true, max: 1_000_000 }),
  },
});

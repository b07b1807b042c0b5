import { boolean, code, date, integer, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Tài liệu phải có của một bước: a paper that the step of a case must yield (domain 2.4, domain-2 2.2). */
export const checklistItem = defineRecordType({
  name: 'checklistItem',
  label: label('Tài liệu phải có', 'Checklist item'),
  register: label('Danh mục tài liệu phải có', 'Checklist items'),
  standsAlone: false,
  sort: { field: 'order', direction: 'asc' },
  dueField: 'dueOn',
  closed: (v) => v.state === 'CO' || v.state === 'KHONG_CAN',
  groups: { item: label('Tài liệu', 'Document') },
  title: (v) => v.name ?? '',
  subtitle: (v, titleOf) => (v.case ? (titleOf(v.case) ?? '') : ''),
  fields: {
    case: ref(label('Vụ việc', 'Case'), ['case'], { required: true, column: { width: 260 } }),
    step: ref(label('Bước', 'Step'), ['caseStep'], { required: true, column: { width: 160 } }),
    order: integer(label('Thứ tự', 'Order'), { required: true, max: 1000, column: { width: 70, align: 'right' } }),
    name: text(label('Tên tài liệu', 'Document'), { required: true, max: 300, search: 'title', column: { width: 320 } }),
    documentType: code(label('Loại văn bản', 'Type'), 'documentType'),
    required: boolean(label('Bắt buộc', 'Required')),
    state: code(label('Trạng thái', 'State'), 'checklistState', { required: true, column: { width: 110 } }),
    dueOn: date(label('Nên có trước', 'Due on'), { column: { width: 100 } }),
    doneOn: date(label('Ngày có', 'Done on'), { column: { width: 100 } }),
    responsible: text(label('Người phụ trách', 'Responsible'), { max: 120, search: 'body', column: { width: 150 } }),
    document: ref(label('Văn bản', 'Document'), ['archiveDocument', 'outgoingDocument', 'incomingDocument']),
    remark: longText(label('Ghi chú', 'Remark'), { search: 'body' }),
  },
});

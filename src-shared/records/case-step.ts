import { code, date, integer, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Bước của quy trình: one of the steps chuẩn bị, tiến hành, kết thúc of a case (domain 2.2). */
export const caseStep = defineRecordType({
  name: 'caseStep',
  label: label('Bước của vụ việc', 'Case step'),
  register: label('Các bước của vụ việc', 'Case steps'),
  standsAlone: false,
  sort: { field: 'order', direction: 'asc' },
  yearField: 'startedOn',
  dueField: 'dueOn',
  closed: (v) => v.state === 'DA_XONG' || v.state === 'BO_QUA',
  groups: { step: label('Bước', 'Step') },
  title: (v) => v.name ?? '',
  subtitle: (v, titleOf) => (v.case ? (titleOf(v.case) ?? '') : ''),
  fields: {
    case: ref(label('Vụ việc', 'Case'), ['case'], { required: true, column: { width: 260 } }),
    order: integer(label('Thứ tự', 'Order'), { required: true, max: 1000, column: { width: 70, align: 'right' } }),
    phase: code(label('Bước', 'Phase'), 'stepPhase', { required: true, column: { width: 120 } }),
    name: text(label('Tên', 'Name'), { required: true, max: 300, search: 'title', column: { width: 300 } }),
    state: code(label('Trạng thái', 'State'), 'stepState', { required: true, column: { width: 120 } }),
    startedOn: date(label('Bắt đầu', 'Started on'), { column: { width: 100 } }),
    dueOn: date(label('Hạn', 'Due on'), { column: { width: 100 } }),
    finishedOn: date(label('Kết thúc', 'Finished on'), { column: { width: 100 } }),
    responsible: text(label('Người phụ trách', 'Responsible'), { max: 120, search: 'body' }),
    remark: longText(label('Ghi chú', 'Remark'), { search: 'body' }),
  },
});

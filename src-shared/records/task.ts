import { code, date, list, longText, ref, tags, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Công việc: something a member of the committee has in hand. */
export const task = defineRecordType({
  name: 'task',
  label: label('Công việc', 'Task'),
  register: label('Công việc', 'Tasks'),
  standsAlone: true,
  sort: { field: 'dueOn', direction: 'asc' },
  yearField: 'dueOn',
  dueField: 'dueOn',
  closed: (v) => v.state === 'HOAN_THANH' || v.state === 'BO',
  groups: { task: label('Công việc', 'Task') },
  title: (v) => v.name ?? '',
  subtitle: (v, titleOf) => [v.assignee, v.about ? titleOf(v.about) : undefined].filter(Boolean).join(' · '),
  fields: {
    name: text(label('Việc', 'Task'), { required: true, max: 300, search: 'title', column: { width: 380 } }),
    assignee: text(label('Người làm', 'Assignee'), { max: 120, search: 'body', column: { width: 170 } }),
    assignedBy: text(label('Người giao', 'Assigned by'), { max: 120 }),
    startOn: date(label('Bắt đầu', 'Start on')),
    dueOn: date(label('Hạn', 'Due on'), { column: { width: 110 } }),
    time: text(label('Giờ', 'Time'), { max: 20 }),
    place: text(label('Nơi', 'Place'), { max: 200, search: 'body' }),
    participants: tags(label('Cùng làm', 'Together with'), { search: 'body' }),
    state: code(label('Trạng thái', 'State'), 'taskState', { required: true, column: { width: 130 } }),
    priority: code(label('Ưu tiên', 'Priority'), 'priority', { column: { width: 100 } }),
    about: ref(
      label('Về', 'About'),
      ['case', 'petition', 'conclusion', 'duty', 'disciplinaryDecision', 'incomingDocument', 'archiveFile', 'instruction', 'caseStep'],
      { column: { width: 240 } },
    ),
    doneOn: date(label('Ngày xong', 'Done on')),
    handovers: list(label('Bàn giao', 'Handovers'), {
      on: date(label('Ngày', 'Day'), { required: true }),
      from: text(label('Người giao', 'From'), { max: 120 }),
      to: text(label('Người nhận', 'To'), { required: true, max: 120 }),
      reason: text(label('Lý do', 'Reason'), { max: 300 }),
    }),
    remark: longText(label('Ghi chú', 'Remark'), { search: 'body' }),
  },
});

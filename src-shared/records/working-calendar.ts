import { boolean, code, date, integer, list, longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Lịch làm việc năm: which weekdays of a year are off and which Saturdays are worked, as the yearly notice says. The committee confirms that
 * the list is complete; until then deadlines that cross the year are marked as reckoned provisionally (domain-2, section 9).
 */
export const workingCalendar = defineRecordType({
  name: 'workingCalendar',
  label: label('Lịch làm việc năm', 'Working calendar of a year'),
  register: label('Lịch làm việc các năm', 'Working calendars'),
  standsAlone: true,
  sort: { field: 'year', direction: 'desc' },
  groups: { calendar: label('Lịch năm', 'Calendar') },
  title: (v) => `Lịch làm việc ${v.year ?? ''}`.trim(),
  subtitle: (v) => v.basis ?? '',
  fields: {
    year: integer(label('Năm', 'Year'), { required: true, min: 2000, max: 2100, column: { width: 80, align: 'right' } }),
    confirmed: boolean(label('Đã xác nhận đủ theo thông báo', 'Confirmed as complete'), { column: { width: 160 } }),
    confirmedOn: date(label('Ngày xác nhận', 'Confirmed on'), { column: { width: 110 } }),
    confirmedBy: text(label('Người xác nhận', 'Confirmed by'), { max: 120, column: { width: 170 } }),
    basis: text(label('Căn cứ', 'Basis'), { max: 500, search: 'body', column: { width: 320 } }),
    days: list(label('Các ngày', 'Days'), {
      day: date(label('Ngày', 'Day'), { required: true }),
      kind: code(label('Loại ngày', 'Kind'), 'calendarDayKind', { required: true }),
      name: text(label('Tên', 'Name'), { max: 200 }),
      basis: text(label('Căn cứ', 'Basis'), { max: 300 }),
    }),
    remark: longText(label('Ghi chú', 'Remark')),
  },
});

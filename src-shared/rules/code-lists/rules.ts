import { defineList } from './code-list';

/** Quy tắc và lịch làm việc (domain-2, section 9). */
export const ruleLists = {
  calendarDayKind: defineList('calendarDayKind', 'Loại ngày', 'Kind of day', [
    ['NGHI', 'Nghỉ lễ, tết', 'Public holiday'],
    ['NGHI_BU', 'Nghỉ bù', 'Day off in lieu'],
    ['HOAN_DOI', 'Nghỉ hoán đổi', 'Day off by swap'],
    ['LAM_BU', 'Làm bù', 'Worked rest day'],
  ]),
  dayKind: defineList('dayKind', 'Cách tính ngày', 'Kind of days', [
    ['LICH', 'Ngày theo lịch', 'Calendar days'],
    ['LAM_VIEC', 'Ngày làm việc', 'Working days'],
  ]),
  packOrigin: defineList('packOrigin', 'Nguồn gói quy tắc', 'Origin of a rule pack', [
    ['TU_SUA', 'Ủy ban tự sửa', 'Edited here'],
    ['NHAP_TEP', 'Nhập từ tệp có chữ ký', 'From a signed file'],
  ]),
} as const;

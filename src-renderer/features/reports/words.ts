import { defineWords } from '../../i18n/words';

export const useReportWords = defineWords('reports', {
  vi: {
    title: 'Báo cáo',
    lead: 'Số mục trong từng sổ, theo tháng, đếm ngay từ dữ liệu của máy này. Bấm vào tên sổ để mở.',
    year: 'Năm',
    register: 'Sổ',
    total: 'Cả năm',
    month: 'T{{month}}',
    monthLabel: 'Tháng {{month}}',
    before: 'Năm trước',
    after: 'Năm sau',
    note: 'Ô trống là không có mục nào. Mục đã chuyển khỏi sổ không được đếm.',
  },
  en: {
    title: 'Reports',
    lead: 'Records of each register by month, counted from the data of this machine. The name of a register opens it.',
    year: 'Year',
    register: 'Register',
    total: 'Year',
    month: '{{month}}',
    monthLabel: 'Month {{month}}',
    before: 'Previous year',
    after: 'Next year',
    note: 'A blank cell means none. Records that were moved aside are not counted.',
  },
});

/** Tables of duties after conclusions: by organisation, and by kind. */
import type { StatColumn, StatForm } from '../form';
import { chain, column, group, partition, total } from './code-sets';

const done = column('standing.XONG', 'Đã xong', 'standing', 'XONG');
const inTime = column('standing.DUNG_HAN', 'Đúng hạn', 'standing', 'DUNG_HAN');
const late = column('standing.TRE_HAN', 'Trễ hạn', 'standing', 'TRE_HAN');
const open = column('standing.CHUA_XONG', 'Chưa xong', 'standing', 'CHUA_XONG');
const overdue = column('standing.QUA_HAN', 'Trong đó quá hạn', 'standing', 'QUA_HAN', 'Quá hạn');
const refused = column('standing.KHONG', 'Không thực hiện', 'standing', 'KHONG_THUC_HIEN');
const money = (key: string, label: string): StatColumn => ({ key: `money.${key}`, label, measure: { sum: key, per: 1000 } });

const columns: StatForm['columns'] = [
  { ...total, label: 'Đến hạn trong kỳ', short: 'Đến hạn' },
  group('Đã xong', [{ ...done, label: 'Tổng số' }, inTime, late]),
  group('Chưa xong', [{ ...open, label: 'Tổng số' }, overdue]),
  refused,
  group('Số tiền (nghìn đồng)', [money('amount', 'Phải nộp, thu hồi'), money('done', 'Đã nộp, thu hồi')]),
];
const checks: StatForm['checks'] = [
  partition('tình trạng', [done, open, refused]),
  partition('thời gian hoàn thành', [inTime, late], 'standing.XONG'),
  chain(open, overdue),
];
const all = { key: 'total', mark: '', label: 'TỔNG CỘNG', weight: 'total' } as const;

export const dutyForms: readonly StatForm[] = [
  {
    id: 'NV1',
    code: 'NHIEM_VU_DON_VI',
    title: 'TÌNH HÌNH THỰC HIỆN KẾT LUẬN THEO ĐƠN VỊ',
    name: 'Nhiệm vụ sau kết luận, theo đơn vị',
    unit: 'nhiệm vụ',
    source: 'duty',
    rowHead: 'Đơn vị thực hiện',
    rows: [all],
    rowsBy: { attr: 'unit', label: 'record' },
    columns,
    checks,
    basis: 'Sổ theo dõi kết luận của Ủy ban',
  },
  {
    id: 'NV2',
    code: 'NHIEM_VU_LOAI',
    title: 'TÌNH HÌNH THỰC HIỆN KẾT LUẬN THEO LOẠI NHIỆM VỤ',
    name: 'Nhiệm vụ sau kết luận, theo loại',
    unit: 'nhiệm vụ',
    source: 'duty',
    rowHead: 'Loại nhiệm vụ',
    rows: [all],
    rowsBy: { attr: 'dutyKind', label: 'code' },
    columns,
    checks,
    basis: 'Sổ theo dõi kết luận của Ủy ban',
  },
];

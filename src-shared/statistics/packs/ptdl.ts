/** The ward form of one province ("Biểu PTDL", domain-2, 1.5) as a list of lines: parts A to C, then I to VII. */
import type { Condition, Measure, StatForm, StatRow } from '../form';
import type { SourceName } from '../fact';

const any = (attr: string, ...codes: string[]): Condition => ({ attr, any: codes });
const head = (key: string, label: string): StatRow => ({
  key,
  mark: key,
  label,
  weight: 'group',
  where: [{ attr: 'none', any: ['none'] }],
});

interface Line {
  readonly source?: SourceName;
  readonly where: readonly Condition[];
  readonly measure?: Measure;
  readonly note?: string;
}
/** Lines of one part, numbered from 1. */
const part = (key: string, label: string, lines: readonly (readonly [label: string, line: Line])[]): StatRow[] => [
  head(key, label),
  ...lines.map(
    ([text, { source = 'inspected', ...line }], index): StatRow => ({
      key: `${key}.${index + 1}`,
      mark: String(index + 1),
      label: text,
      source,
      ...line,
    }),
  ),
];

const standing = [any('level', 'XA')];
const committee = [any('level', 'UBKT_XA', 'UBKT_CO_SO')];
const supervision = any('caseType', 'GS_CD', 'GS_TX');
const compliance = any('caseType', 'KT_CH');
const signs = any('caseType', 'KT_DHVP_DV', 'KT_DHVP_TC');
const member = any('kind', 'DV');
const organisation = any('kind', 'TCD');
const finance = any('caseType', 'KT_TCD');
const programmed = 'Đếm các cuộc có ghi chương trình năm; số cuộc kế hoạch cả năm nhập ở cột ghi chú khi in.';

const staff = (label: string, post: string, ...more: Condition[]): readonly (readonly [string, Line])[] => [
  [`${label}: họ tên`, { source: 'staff', where: [any('post', post), ...more], measure: { text: 'name' } }],
  [`${label}: độ tuổi`, { source: 'staff', where: [any('post', post), ...more], measure: { text: 'age' } }],
];
const rank = (label: string, code: string): readonly [string, Line] => [label, { source: 'staff', where: [any('staffRank', code)] }];
const trained = (label: string, code: string): readonly [string, Line] => [label, { source: 'staff', where: [any('training', code)] }];

const rows: readonly StatRow[] = [
  ...part('A', 'Chương trình giám sát của Ban Thường vụ', [
    [
      'Số cuộc giám sát theo chương trình',
      { where: [...standing, supervision, any('source', 'CHUONG_TRINH')], measure: 'records', note: programmed },
    ],
    ['Số cuộc đã thực hiện xong', { where: [...standing, supervision, any('result', 'XONG')], measure: 'records' }],
  ]),
  ...part('B', 'Chương trình kiểm tra, giám sát của Ủy ban Kiểm tra (Điều 32)', [
    ['Số cuộc theo chương trình', { where: [...committee, any('source', 'CHUONG_TRINH')], measure: 'records', note: programmed }],
    ['Số cuộc đã thực hiện xong', { where: [...committee, any('result', 'XONG')], measure: 'records' }],
  ]),
  ...part('C', 'Nhân sự Ủy ban Kiểm tra', [
    ...staff('Chủ nhiệm', 'CHU_NHIEM'),
    ...staff('Phó Chủ nhiệm', 'PHO_CHU_NHIEM'),
    ['Tổng số ủy viên', { source: 'staff', where: [any('post', 'CHU_NHIEM', 'PHO_CHU_NHIEM', 'UV_CHUYEN_TRACH', 'UV_KIEM_CHUC')] }],
    ['Ủy viên chuyên trách', { source: 'staff', where: [any('post', 'UV_CHUYEN_TRACH')] }],
    ['Ủy viên kiêm nhiệm', { source: 'staff', where: [any('post', 'UV_KIEM_CHUC')] }],
    rank('Kiểm tra viên cao cấp', 'KTVCC'),
    rank('Kiểm tra viên chính', 'KTVC'),
    rank('Kiểm tra viên', 'KTV'),
    rank('Cán sự', 'CAN_SU'),
    rank('Công chức khác', 'KHAC'),
    trained('Lý luận chính trị cử nhân, cao cấp', 'LLCT_CAO_CAP'),
    trained('Lý luận chính trị trung cấp', 'LLCT_TRUNG_CAP'),
    trained('Lý luận chính trị sơ cấp', 'LLCT_SO_CAP'),
    ['Tuổi dưới 35', { source: 'staff', where: [any('age', 'DUOI_35')] }],
    ['Tuổi 35 đến 45', { source: 'staff', where: [any('age', '35_45')] }],
    ['Tuổi 46 đến 55', { source: 'staff', where: [any('age', '46_55')] }],
    ['Tuổi 56 đến 60', { source: 'staff', where: [any('age', '56_60')] }],
    ['Tuổi trên 60', { source: 'staff', where: [any('age', 'TREN_60')] }],
  ]),
  ...part('I', 'Kiểm tra theo Điều 30', [
    ['Số tổ chức đảng được kiểm tra', { where: [compliance, organisation] }],
    ['Số đảng viên do chi bộ kiểm tra', { where: [compliance, member, any('level', 'CHI_BO')] }],
    ['Số đảng viên do đảng ủy kiểm tra', { where: [compliance, member, any('level', 'XA', 'CO_SO', 'BO_PHAN', 'HUYEN')] }],
    ['Kết luận: thực hiện tốt', { where: [compliance, any('result', 'THUC_HIEN_TOT')] }],
    ['Kết luận: chưa tốt, có khuyết điểm, vi phạm', { where: [compliance, any('result', 'CHUA_TOT')] }],
    [
      'Trong đó chưa đến mức kỷ luật',
      { where: [compliance, any('result', 'CHUA_TOT'), { attr: 'result', none: ['PHAI_THKL', 'DA_THKL'] }] },
    ],
    ['Trong đó đã thi hành kỷ luật', { where: [compliance, any('result', 'DA_THKL')] }],
  ]),
  ...part('II', 'Kiểm tra khi có dấu hiệu vi phạm (Điều 32)', [
    ['Số tổ chức đảng do Ủy ban Kiểm tra kiểm tra', { where: [signs, organisation] }],
    ['Số đảng viên do chi bộ kiểm tra', { where: [signs, member, any('level', 'CHI_BO')] }],
    ['Số đảng viên do Ủy ban Kiểm tra kiểm tra', { where: [signs, member, any('level', 'UBKT_XA', 'UBKT_CO_SO', 'UBKT_HUYEN')] }],
    [
      'Có vi phạm chưa đến mức kỷ luật',
      { where: [signs, any('result', 'CO_VI_PHAM'), { attr: 'result', none: ['PHAI_THKL', 'DA_THKL'] }] },
    ],
    ['Phải thi hành kỷ luật', { where: [signs, any('result', 'PHAI_THKL')] }],
    ['Đã xử lý kỷ luật trong kỳ', { where: [signs, any('result', 'DA_THKL')] }],
  ]),
  ...part('III', 'Giám sát', [
    ['Giám sát chuyên đề: số cuộc', { where: [any('caseType', 'GS_CD')], measure: 'records' }],
    ['Giám sát chuyên đề: số tổ chức đảng', { where: [any('caseType', 'GS_CD'), organisation] }],
    ['Giám sát chuyên đề: số đảng viên', { where: [any('caseType', 'GS_CD'), member] }],
    ['Kết quả: thực hiện tốt', { where: [any('caseType', 'GS_CD'), any('result', 'THUC_HIEN_TOT')] }],
    ['Kết quả: hạn chế, khuyết điểm', { where: [any('caseType', 'GS_CD'), any('result', 'CHUA_TOT')] }],
    ['Chuyển kiểm tra khi có dấu hiệu vi phạm', { where: [any('caseType', 'GS_CD'), any('result', 'CHUYEN_KT_DHVP')] }],
    ['Giám sát thường xuyên: số cuộc', { where: [any('caseType', 'GS_TX')], measure: 'records' }],
    ['Giám sát thường xuyên: số nội dung phải nhắc nhở', { where: [any('caseType', 'GS_TX')], measure: { sum: 'NHAC_NHO' } }],
  ]),
  ...part('IV', 'Kỷ luật đảng viên', [
    ['Khiển trách', { source: 'discipline', where: [member, any('form', 'KHIEN_TRACH')] }],
    ['Cảnh cáo', { source: 'discipline', where: [member, any('form', 'CANH_CAO')] }],
    ['Cách chức', { source: 'discipline', where: [member, any('form', 'CACH_CHUC')] }],
    ['Khai trừ', { source: 'discipline', where: [member, any('form', 'KHAI_TRU')] }],
  ]),
  ...part('V', 'Phản ánh, kiến nghị, tố cáo', [
    ['Phản ánh nhận được', { source: 'petition', where: [any('petitionKind', 'PA')] }],
    ['Kiến nghị nhận được', { source: 'petition', where: [any('petitionKind', 'KG')] }],
    ['Tố cáo nhận được', { source: 'petition', where: [any('petitionKind', 'TC')] }],
    ['Tố cáo đã giải quyết', { where: [any('caseType', 'GQ_TC'), any('result', 'XONG')], measure: 'records' }],
  ]),
  ...part('VI', 'Khiếu nại', [
    ['Khiếu nại nhận được', { source: 'petition', where: [any('petitionKind', 'KN')] }],
    ['Khiếu nại kỷ luật đã giải quyết', { source: 'complaint', where: [any('result', 'XONG')] }],
    ['Trong đó thay đổi hình thức', { source: 'complaint', where: [any('result', 'THAY_DOI')] }],
  ]),
  ...part('VII', 'Kiểm tra tài chính đảng', [
    ['Số cuộc', { where: [finance], measure: 'records' }],
    ['Kết quả có vi phạm', { where: [finance, any('result', 'CO_VI_PHAM')], measure: 'records' }],
  ]),
  ...part('VIII', 'Theo dõi khắc phục sau kết luận', [
    ['Nội dung phải theo dõi, khắc phục đến hạn trong kỳ', { source: 'duty', where: [] }],
    ['Đã hoàn thành', { source: 'duty', where: [any('standing', 'XONG')] }],
  ]),
];

export const wardForm: StatForm = {
  id: 'PTDL',
  code: 'PTDL',
  title: 'BIỂU PHÂN TÍCH DỮ LIỆU CÔNG TÁC KIỂM TRA, GIÁM SÁT',
  name: 'Biểu PTDL cấp phường, xã',
  unit: 'như từng dòng',
  source: 'inspected',
  rowHead: 'Chỉ tiêu',
  rows,
  columns: [{ key: 'total', label: 'Số lượng' }],
  checks: [],
  basis: 'Biểu PTDL Thành ủy, theo cách một phường dùng năm 2026',
  unverified: 'Mẫu của một tỉnh, lập lại từ màn hình nhập; các tỉnh khác có thể hỏi khác.',
};

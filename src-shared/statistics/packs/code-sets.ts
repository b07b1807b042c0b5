/** Sets of columns that many forms share (domain-2, 1.2), with the codes that fill them. */
import type { ColumnGroup, FormCheck, StatColumn, StatRow } from '../form';

export const column = (key: string, label: string, attr: string, any: string | readonly string[], short?: string): StatColumn => ({
  key,
  label,
  ...(short ? { short } : {}),
  where: [{ attr, any: typeof any === 'string' ? [any] : any }],
});

export const total: StatColumn = { key: 'total', label: 'Tổng số' };
export const group = (label: string, columns: ColumnGroup['columns']): ColumnGroup => ({ label, columns });
const keys = (columns: readonly StatColumn[]): string[] => columns.map(({ key }) => key);

/** What the level 'huyện' of the old forms is since 1/7/2025. */
const xa = 'Đảng ủy xã, phường, đặc khu';

const level = (key: string, label: string, any: readonly string[], short: string): StatColumn =>
  column(`level.${key}`, label, 'level', any, short);

/** CU9: committees that inspect; CU8 is without cells. */
export const committees9: readonly StatColumn[] = [
  level('TW', 'BCHTW, BCT, Ban Bí thư', ['TW'], 'Trung ương'),
  level('TM_TW', 'CQ tham mưu của TW', ['TM_TW'], 'CQ tham mưu TW'),
  level('TINH', 'Tỉnh ủy, BTV tỉnh ủy và tương đương', ['TINH'], 'Tỉnh ủy, BTV'),
  level('TM_TINH', 'CQ tham mưu của cấp ủy tỉnh và tương đương', ['TM_TINH'], 'CQ tham mưu tỉnh'),
  level('XA', `${xa}, BTV (trước 7/2025: huyện ủy)`, ['XA', 'HUYEN'], 'Đảng ủy xã, BTV'),
  level('TM_XA', 'CQ tham mưu của cấp ủy xã (huyện) và tương đương', ['TM_XA', 'TM_HUYEN'], 'CQ tham mưu xã'),
  level('CO_SO', 'Đảng ủy cơ sở, BTV Đảng ủy cơ sở', ['CO_SO'], 'Đảng ủy cơ sở'),
  level('BO_PHAN', 'Đảng ủy bộ phận', ['BO_PHAN'], 'Đảng ủy bộ phận'),
  level('CHI_BO', 'Chi bộ', ['CHI_BO'], 'Chi bộ'),
];
export const committees8 = committees9.slice(0, 8);

/** UB4: inspection committees. */
export const inspection4: readonly StatColumn[] = [
  level('UBKT_TW', 'UBKT Trung ương', ['UBKT_TW'], 'UBKT Trung ương'),
  level('UBKT_TINH', 'UBKT tỉnh ủy và tương đương', ['UBKT_TINH'], 'UBKT Tỉnh ủy'),
  level('UBKT_XA', `UBKT ${xa.toLowerCase()} (trước 7/2025: huyện)`, ['UBKT_XA', 'UBKT_HUYEN'], 'UBKT ĐU xã'),
  level('UBKT_CO_SO', 'UBKT đảng ủy cơ sở', ['UBKT_CO_SO'], 'UBKT ĐU cơ sở'),
];

const contentColumns = (
  attr: string,
  prefix: string,
  rows: readonly (readonly [code: string | readonly string[], label: string, short: string])[],
) => rows.map(([code, label, short]) => column(`${prefix}.${typeof code === 'string' ? code : code[0]}`, label, attr, code, short));

export const members11 = contentColumns('memberField', 'content', [
  ['DV01', 'Nguyên tắc tập trung dân chủ, quy chế làm việc, chế độ công tác', 'Tập trung dân chủ, quy chế'],
  ['DV02', 'Phẩm chất đạo đức, lối sống', 'Đạo đức, lối sống'],
  ['DV03', 'Đoàn kết nội bộ', 'Đoàn kết nội bộ'],
  ['DV04', 'Những điều đảng viên không được làm', 'Điều không được làm'],
  ['DV05', 'Chính sách dân số, kế hoạch hóa gia đình', 'Dân số, gia đình'],
  ['DV06', 'Tham nhũng, cố ý làm trái', 'Tham nhũng, cố ý làm trái'],
  ['DV07', 'Thiếu trách nhiệm, buông lỏng lãnh đạo', 'Thiếu trách nhiệm'],
  ['DV08', 'Đất đai, tài nguyên, khoáng sản', 'Đất đai, tài nguyên'],
  ['DV09', 'Tài chính, ngân hàng, đầu tư, xây dựng cơ bản', 'Tài chính, xây dựng'],
  ['DV10', 'Kê khai tài sản, thu nhập', 'Kê khai tài sản'],
  ['DV11', 'Khác', 'Nội dung khác'],
]);

export const organisations7 = contentColumns('organisationField', 'content', [
  ['TC01', 'Chấp hành nghị quyết, chỉ thị, quy định, kết luận của Đảng', 'Nghị quyết, chỉ thị'],
  ['TC02', 'Chấp hành chính sách, pháp luật của Nhà nước', 'Chính sách, pháp luật'],
  ['TC03', 'Quy chế làm việc, nguyên tắc tập trung dân chủ, đoàn kết nội bộ', 'Quy chế, tập trung dân chủ'],
  ['TC04', 'Công tác cán bộ', 'Công tác cán bộ'],
  ['TC05', 'Thực hành tiết kiệm, chống lãng phí', 'Tiết kiệm, chống lãng phí'],
  ['TC06', 'Giải quyết khiếu nại, tố cáo', 'Khiếu nại, tố cáo'],
  ['TC07', 'Khác', 'Nội dung khác'],
]);

/** TC8: TC7 with what only supervision by inspection committees counts. */
export const organisations8: readonly StatColumn[] = [
  ...organisations7.slice(0, 3),
  column(
    'content.VAN_BAN_TRAI',
    'Việc ban hành các văn bản có dấu hiệu trái với nghị quyết của Đảng, chính sách pháp luật của Nhà nước',
    'content',
    'VAN_BAN_TRAI',
    'Văn bản trái quy định',
  ),
  ...organisations7.slice(3),
];

export const supervision8 = contentColumns('content', 'content', [
  ['NQ_CT_QD', 'Chấp hành nghị quyết, chỉ thị, quy định, kết luận của Đảng', 'Nghị quyết, chỉ thị'],
  ['CHINH_SACH_PL', 'Chấp hành chính sách, pháp luật của Nhà nước', 'Chính sách, pháp luật'],
  ['QUY_CHE_TTDC', 'Quy chế làm việc, nguyên tắc tập trung dân chủ, chế độ công tác', 'Quy chế, tập trung dân chủ'],
  ['DAO_DUC', 'Giữ gìn phẩm chất đạo đức, lối sống', 'Đạo đức, lối sống'],
  ['CHUC_TRACH', 'Thực hiện chức trách, nhiệm vụ được giao', 'Chức trách, nhiệm vụ'],
  ['DIEU_DV_KDL', 'Những điều đảng viên không được làm', 'Điều không được làm'],
  ['KE_KHAI_TS', 'Kê khai tài sản, thu nhập', 'Kê khai tài sản'],
  [['KHAC', 'CHUONG_TRINH_KTGS', 'LANH_DAO_KTGS', 'VAN_BAN_TRAI'], 'Khác', 'Nội dung khác'],
]);

export const inspection5 = contentColumns('content', 'content', [
  ['QUY_CHE_TTDC', 'Chấp hành quy chế làm việc, nguyên tắc tập trung dân chủ', 'Quy chế, tập trung dân chủ'],
  ['DAO_DUC', 'Giữ gìn phẩm chất đạo đức, lối sống', 'Đạo đức, lối sống'],
  ['CHUC_TRACH', 'Thực hiện chức trách, nhiệm vụ được giao', 'Chức trách, nhiệm vụ'],
  ['DIEU_DV_KDL', 'Thực hiện những điều đảng viên không được làm', 'Điều không được làm'],
  [['KHAC', 'NQ_CT_QD', 'CHINH_SACH_PL', 'KE_KHAI_TS', 'CHUONG_TRINH_KTGS', 'LANH_DAO_KTGS', 'VAN_BAN_TRAI'], 'Khác', 'Nội dung khác'],
]);

export const result = (key: string, label: string, code: string | readonly string[], short?: string): StatColumn =>
  column(`result.${key}`, label, 'result', code, short);

export const mustDiscipline = result('must', 'Phải thi hành kỷ luật', 'PHAI_THKL', 'Phải thi hành kỷ luật');
export const disciplined = result('done', 'Đã thi hành kỷ luật', 'DA_THKL', 'Đã thi hành kỷ luật');
export const inBreach = result('breach', 'Có vi phạm', 'CO_VI_PHAM', 'Có vi phạm');
export const doneWell = result('good', 'Thực hiện tốt', 'THUC_HIEN_TOT', 'Thực hiện tốt');
export const notWell = result('bad', 'Thực hiện chưa tốt', 'CHUA_TOT', 'Chưa tốt');
export const withFaults = result('fault', 'Có khuyết điểm, vi phạm', 'KHUYET_DIEM_VI_PHAM', 'Có khuyết điểm, vi phạm');
export const signs = result('signs', 'Phát hiện có dấu hiệu vi phạm', 'CO_DHVP', 'Có dấu hiệu vi phạm');
export const passedOn = result('passed', 'Chuyển kiểm tra khi có dấu hiệu vi phạm', 'CHUYEN_KT_DHVP', 'Chuyển kiểm tra DHVP');
export const solved = result('solved', 'Đã giải quyết xong', 'XONG', 'Đã giải quyết xong');

export const partition = (what: string, parts: readonly StatColumn[], whole = 'total'): FormCheck => ({
  kind: 'partition',
  what,
  whole,
  parts: keys(parts),
});
export const multi = (what: string, parts: readonly StatColumn[], whole = 'total'): FormCheck => ({
  kind: 'multi',
  what,
  whole,
  parts: keys(parts),
});
export const chain = (...columns: readonly StatColumn[]): FormCheck => ({ kind: 'chain', keys: ['total', ...keys(columns)] });

const row = (key: string, mark: string, label: string, attr: string, any: readonly string[], weight?: 'group'): StatRow => ({
  key,
  mark,
  label,
  ...(weight ? { weight } : {}),
  where: [{ attr, any }],
});

export const allRow: StatRow = { key: 'total', mark: '', label: 'TỔNG CỘNG', weight: 'total' };
const committeeRanks = ['TINH_UV', 'HUYEN_UV', 'XA_UV', 'CO_SO_UV', 'BO_PHAN_UV', 'CHI_UY'];

/** Rows of the forms that count members. No source has the official labels; these keep its shape: groups, numbered rows, sum (domain-2, 1.4). */
export const memberRows: readonly StatRow[] = [
  allRow,
  row('I', 'I', 'Cấp ủy viên các cấp', 'rank', committeeRanks, 'group'),
  row('I.1', '1', 'Tỉnh ủy viên', 'rank', ['TINH_UV']),
  row('I.2', '2', 'Đảng ủy viên xã, phường, đặc khu (huyện ủy viên)', 'rank', ['XA_UV', 'HUYEN_UV']),
  row('I.3', '3', 'Cấp ủy viên cơ sở, bộ phận', 'rank', ['CO_SO_UV', 'BO_PHAN_UV']),
  row('I.4', '4', 'Chi ủy viên', 'rank', ['CHI_UY']),
  row('II', 'II', 'Cán bộ thuộc diện cấp ủy cấp trên quản lý', 'rank', ['TW', 'DIEN_TINH', 'DIEN_XA'], 'group'),
  row('II.1', '1', 'Diện Trung ương, Ban Thường vụ Tỉnh ủy quản lý', 'rank', ['TW', 'DIEN_TINH']),
  row('II.2', '2', 'Diện Ban Thường vụ Đảng ủy xã (huyện) quản lý', 'rank', ['DIEN_XA']),
  row('III', 'III', 'Đảng viên khác', 'rank', ['DANG_VIEN'], 'group'),
];

const committees = ['TRUNG_UONG', 'TINH_UY', 'THANH_UY', 'HUYEN_UY', 'DANG_UY_XA', 'DANG_UY_PHUONG', 'DANG_UY_DAC_KHU'];

export const organisationRows: readonly StatRow[] = [
  allRow,
  row('I', 'I', 'Đảng ủy, đảng bộ', 'organisationKind', [...committees, 'DANG_BO_CO_SO', 'DANG_BO_BO_PHAN'], 'group'),
  row('I.1', '1', 'Cấp ủy cấp trên trực tiếp cơ sở trở lên', 'organisationKind', committees),
  row('I.2', '2', 'Đảng bộ cơ sở', 'organisationKind', ['DANG_BO_CO_SO']),
  row('I.3', '3', 'Đảng bộ bộ phận', 'organisationKind', ['DANG_BO_BO_PHAN']),
  row('II', 'II', 'Chi bộ', 'organisationKind', ['CHI_BO_CO_SO', 'CHI_BO_TRUC_THUOC'], 'group'),
  row('II.1', '1', 'Chi bộ cơ sở', 'organisationKind', ['CHI_BO_CO_SO']),
  row('II.2', '2', 'Chi bộ trực thuộc', 'organisationKind', ['CHI_BO_TRUC_THUOC']),
  row('III', 'III', 'Tổ chức đảng khác', 'organisationKind', ['UY_BAN_KIEM_TRA', 'TO_DANG', 'KHAC'], 'group'),
];

export const rowsUnverified =
  'Nhãn các dòng và ngày tính vào kỳ chưa có trong nguồn nào tìm được; đang đếm theo ngày quyết định, sửa được trong biểu.';
export const basis357 =
  'Các biểu của chế độ thống kê cũ (357-QĐ/UBKTTW, 2016), khôi phục từ phần mềm 2021; 885-QĐ/UBKTTW (2022) có thêm 4 biểu chưa tìm được';

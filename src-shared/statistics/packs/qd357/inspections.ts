/** B01 to B10: inspections and supervision (domain-2, 1.3). */
import type { ColumnGroup, FormCheck, StatColumn, StatForm } from '../../form';
import * as set from '../code-sets';

interface Given {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly name: string;
  readonly rowHead: string;
  readonly of: 'DV' | 'TCD';
  readonly types: readonly string[];
  /** Levels that the form counts; what others did is in another form. */
  readonly levels: readonly StatColumn[];
  readonly contentHead?: string;
  readonly content: readonly StatColumn[];
  readonly resultHead: string;
  readonly results: readonly (StatColumn | ColumnGroup)[];
  readonly checks: readonly FormCheck[];
}

const levelHead = (title: string): string => (title.startsWith('GIÁM SÁT') ? 'Cấp giám sát' : 'Cấp kiểm tra');
const codesOf = (levels: readonly StatColumn[]): string[] =>
  levels.flatMap(({ where }) => (where ?? []).flatMap((one) => ('any' in one ? one.any : [])));

const form = (given: Given): StatForm => ({
  id: given.id,
  code: given.code,
  title: given.title,
  name: given.name,
  unit: given.of === 'DV' ? 'đảng viên' : 'tổ chức đảng',
  source: 'inspected',
  where: [
    { attr: 'kind', any: [given.of] },
    { attr: 'caseType', any: given.types },
    // Work of other levels stands in its own form; a case without a level is counted and explained by the check.
    { attr: 'level', none: allLevels.filter((level) => !codesOf(given.levels).includes(level)) },
  ],
  rowHead: given.rowHead,
  rows: given.of === 'DV' ? set.memberRows : set.organisationRows,
  columns: [
    set.total,
    set.group(levelHead(given.title), given.levels),
    set.group(given.contentHead ?? (given.title.startsWith('GIÁM SÁT') ? 'Nội dung' : 'Nội dung kiểm tra'), given.content),
    set.group(given.resultHead, given.results),
  ],
  checks: [set.partition(levelHead(given.title).toLowerCase(), given.levels), set.multi('nội dung', given.content), ...given.checks],
  rowPartition: ['I', 'II', 'III'],
  basis: set.basis357,
  unverified: set.rowsUnverified,
});

const allLevels = [...codesOf(set.committees9), ...codesOf(set.inspection4)];
const compliance = ['KT_CH'];
const supervision = ['GS_CD', 'GS_TX'];
const inspectionResults = [set.doneWell, set.notWell, set.group('Trong đó', [set.withFaults, set.mustDiscipline, set.disciplined])];
const inspectionChecks = [
  set.partition('kết luận', [set.doneWell, set.notWell]),
  set.chain(set.notWell, set.withFaults, set.mustDiscipline, set.disciplined),
];
const supervisionResults = [set.doneWell, set.signs, set.passedOn];
const supervisionChecks = [set.chain(set.signs, set.passedOn)];
const violationResults = [set.inBreach, set.group('Trong đó', [set.mustDiscipline, set.disciplined])];
const violationChecks = [set.chain(set.inBreach, set.mustDiscipline, set.disciplined)];

const ktgsContent = [
  set.column(
    'content.CHUONG_TRINH_KTGS',
    'Xây dựng và thực hiện chương trình, kế hoạch kiểm tra, giám sát',
    'content',
    'CHUONG_TRINH_KTGS',
    'Chương trình, kế hoạch',
  ),
  set.column(
    'content.LANH_DAO_KTGS',
    'Lãnh đạo và chỉ đạo thực hiện nhiệm vụ kiểm tra, giám sát',
    'content',
    'LANH_DAO_KTGS',
    'Lãnh đạo, chỉ đạo',
  ),
];
const ktgsResults = [
  set.result('programme', 'Có chương trình, kế hoạch kiểm tra, giám sát', 'CO_CHUONG_TRINH', 'Có chương trình'),
  set.result('good', 'Thực hiện tốt nhiệm vụ kiểm tra, giám sát', 'THUC_HIEN_TOT', 'Thực hiện tốt'),
  set.result('led', 'Làm tốt việc lãnh đạo, chỉ đạo', 'LANH_DAO_TOT', 'Lãnh đạo tốt'),
  set.result('bad', 'Chưa làm tốt việc lãnh đạo, chỉ đạo và thực hiện', 'CHUA_TOT', 'Chưa làm tốt'),
];

const figure = (key: string, label: string, short: string): StatColumn => ({ key: `figure.${key}`, label, short, measure: { sum: key } });

export const inspectionForms: readonly StatForm[] = [
  form({
    id: 'B01',
    code: 'KTDV_D30',
    title: 'KIỂM TRA ĐẢNG VIÊN THEO ĐIỀU 30 ĐIỀU LỆ ĐẢNG',
    name: 'Kiểm tra đảng viên, Điều 30',
    rowHead: 'Đảng viên được kiểm tra',
    of: 'DV',
    types: compliance,
    levels: set.committees9,
    content: set.inspection5,
    resultHead: 'Kết luận',
    results: inspectionResults,
    checks: inspectionChecks,
  }),
  form({
    id: 'B02',
    code: 'KTDV_D30_TC',
    title: 'KIỂM TRA TỔ CHỨC ĐẢNG CẤP DƯỚI THEO ĐIỀU 30 ĐIỀU LỆ ĐẢNG',
    name: 'Kiểm tra tổ chức đảng, Điều 30',
    rowHead: 'Tổ chức đảng được kiểm tra',
    of: 'TCD',
    types: compliance,
    levels: set.committees8,
    content: set.organisations7,
    resultHead: 'Kết luận',
    results: inspectionResults,
    checks: inspectionChecks,
  }),
  form({
    id: 'B03',
    code: 'GSDV_CAPUY',
    title: 'GIÁM SÁT ĐẢNG VIÊN THEO ĐIỀU 30 ĐIỀU LỆ ĐẢNG',
    name: 'Giám sát đảng viên, Điều 30',
    rowHead: 'Đảng viên được giám sát',
    of: 'DV',
    types: supervision,
    levels: set.committees9,
    content: set.supervision8,
    resultHead: 'Kết quả',
    results: supervisionResults,
    checks: supervisionChecks,
  }),
  form({
    id: 'B04',
    code: 'GSTCD_CAPUY',
    title: 'GIÁM SÁT TỔ CHỨC ĐẢNG THEO ĐIỀU 30 ĐIỀU LỆ ĐẢNG',
    name: 'Giám sát tổ chức đảng, Điều 30',
    rowHead: 'Tổ chức đảng được giám sát',
    of: 'TCD',
    types: supervision,
    levels: set.committees8,
    content: set.organisations7,
    resultHead: 'Kết luận',
    results: supervisionResults,
    checks: supervisionChecks,
  }),
  form({
    id: 'B05',
    code: 'KTDHVPDV',
    title: 'KIỂM TRA ĐẢNG VIÊN KHI CÓ DẤU HIỆU VI PHẠM CỦA ỦY BAN KIỂM TRA CÁC CẤP VÀ CHI BỘ',
    name: 'Dấu hiệu vi phạm, đảng viên',
    rowHead: 'Đảng viên được kiểm tra',
    of: 'DV',
    types: ['KT_DHVP_DV'],
    levels: [...set.inspection4, ...set.committees9.slice(8)],
    content: set.members11,
    resultHead: 'Kết luận',
    results: violationResults,
    checks: violationChecks,
  }),
  form({
    id: 'B06',
    code: 'KTDHVPTC',
    title: 'KIỂM TRA TỔ CHỨC ĐẢNG KHI CÓ DẤU HIỆU VI PHẠM CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    name: 'Dấu hiệu vi phạm, tổ chức đảng',
    rowHead: 'Tổ chức đảng được kiểm tra',
    of: 'TCD',
    types: ['KT_DHVP_TC'],
    levels: set.inspection4,
    content: set.organisations7,
    resultHead: 'Kết luận',
    results: violationResults,
    checks: violationChecks,
  }),
  form({
    id: 'B07',
    code: 'KT_THNVKT',
    title: 'KIỂM TRA TỔ CHỨC ĐẢNG CẤP DƯỚI THỰC HIỆN NHIỆM VỤ KIỂM TRA, GIÁM SÁT CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    name: 'Kiểm tra nhiệm vụ kiểm tra, giám sát',
    rowHead: 'Tổ chức đảng được kiểm tra',
    of: 'TCD',
    types: ['KT_NV_KTGS'],
    levels: set.inspection4,
    content: ktgsContent,
    resultHead: 'Kết luận',
    results: ktgsResults,
    checks: [],
  }),
  form({
    id: 'B08',
    code: 'KT_THKL',
    title: 'KIỂM TRA VIỆC THI HÀNH KỶ LUẬT CỦA TỔ CHỨC ĐẢNG CẤP DƯỚI CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    name: 'Kiểm tra thi hành kỷ luật',
    rowHead: 'Tổ chức đảng được kiểm tra',
    of: 'TCD',
    types: ['KT_THKL'],
    levels: set.inspection4,
    contentHead: 'Đảng viên bị thi hành kỷ luật trong mốc kiểm tra',
    content: [
      figure('DV_BI_KL', 'Tổng số', 'Đảng viên bị kỷ luật'),
      figure('DV_KHIEU_NAI', 'Số có khiếu nại sau khi bị kỷ luật', 'Có khiếu nại'),
      figure('QL_TINH', 'Do cấp tỉnh và tương đương quản lý', 'Cấp tỉnh quản lý'),
      figure('QL_XA', 'Do cấp xã (huyện) và tương đương quản lý', 'Cấp xã quản lý'),
      figure('QL_CO_SO', 'Do cấp cơ sở quản lý', 'Cơ sở quản lý'),
      figure('QL_CHI_BO', 'Do chi bộ quản lý', 'Chi bộ quản lý'),
    ],
    resultHead: 'Kết luận và kiến nghị',
    results: [
      set.group('Kết luận', [
        set.result('good', 'Số tổ chức đảng làm tốt công tác thi hành kỷ luật', 'THUC_HIEN_TOT', 'TCĐ làm tốt'),
        set.result('bad', 'Số tổ chức đảng chưa làm tốt', 'CHUA_TOT', 'TCĐ chưa tốt'),
        figure('SAI_THAM_QUYEN', 'Số ĐV bị kỷ luật không đúng thẩm quyền', 'Sai thẩm quyền'),
        figure('SAI_THU_TUC', 'Số ĐV bị kỷ luật không đúng nguyên tắc, thủ tục', 'Sai thủ tục'),
        figure('KHONG_THKL', 'Số ĐV đến mức phải kỷ luật nhưng không', 'Không kỷ luật'),
        figure('OAN_SAI', 'Số ĐV bị kỷ luật oan, sai', 'Oan, sai'),
      ]),
      set.group('Kiến nghị sau kiểm tra', [
        figure('KN_KHONG_DOI', 'Không thay đổi hình thức kỷ luật', 'Không thay đổi'),
        figure('KN_TANG', 'Tăng hình thức kỷ luật', 'Tăng'),
        figure('KN_GIAM', 'Giảm hình thức kỷ luật', 'Giảm'),
        figure('KN_XOA', 'Xóa kỷ luật', 'Xóa'),
      ]),
    ],
    checks: [{ kind: 'chain', keys: ['figure.DV_BI_KL', 'figure.DV_KHIEU_NAI'] }],
  }),
  form({
    id: 'B09',
    code: 'GSDV_UBKT',
    title: 'GIÁM SÁT ĐẢNG VIÊN CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    name: 'Giám sát đảng viên của UBKT',
    rowHead: 'Đảng viên được giám sát',
    of: 'DV',
    types: supervision,
    levels: set.inspection4,
    content: set.supervision8,
    resultHead: 'Kết quả',
    results: supervisionResults,
    checks: supervisionChecks,
  }),
  form({
    id: 'B10',
    code: 'GSTCD_UBKT',
    title: 'GIÁM SÁT TỔ CHỨC ĐẢNG CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    name: 'Giám sát tổ chức đảng của UBKT',
    rowHead: 'Tổ chức đảng được giám sát',
    of: 'TCD',
    types: supervision,
    levels: set.inspection4,
    content: set.organisations8,
    resultHead: 'Kết quả',
    results: supervisionResults,
    checks: supervisionChecks,
  }),
];

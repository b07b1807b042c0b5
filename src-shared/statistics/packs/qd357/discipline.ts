/** B11 to B16: discipline and complaints about it (domain-2, 1.3). */
import type { StatColumn, StatForm } from '../../form';
import * as set from '../code-sets';

const at = (key: string, label: string, any: readonly string[], short: string): StatColumn =>
  set.column(`level.${key}`, label, 'level', any, short);
const forms = (...codes: readonly (readonly [code: string, label: string])[]): StatColumn[] =>
  codes.map(([code, label]) => set.column(`form.${code}`, label, 'form', code));

const memberForms = forms(['KHIEN_TRACH', 'Khiển trách'], ['CANH_CAO', 'Cảnh cáo'], ['CACH_CHUC', 'Cách chức'], ['KHAI_TRU', 'Khai trừ']);
const organisationForms = forms(['KHIEN_TRACH', 'Khiển trách'], ['CANH_CAO', 'Cảnh cáo'], ['GIAI_TAN', 'Giải tán']);

const central = at('TW', 'BCHTW, Bộ Chính trị, Ban Bí thư', ['TW'], 'Trung ương');
const provincial = at('TINH', 'Tỉnh ủy, BTV tỉnh ủy và tương đương', ['TINH_UY', 'BTV_TINH'], 'Tỉnh ủy, BTV');
const commune = at('XA', 'Đảng ủy xã (huyện ủy), BTV và tương đương', ['DU_XA', 'BTV_XA', 'HUYEN_UY', 'BTV_HUYEN'], 'Đảng ủy xã, BTV');
const grassroots = at('DUCS', 'Đảng ủy cơ sở', ['DUCS'], 'Đảng ủy cơ sở');
const cell = at('CHI_BO', 'Chi bộ', ['CHI_BO'], 'Chi bộ');
const inspection3 = [
  at('UBKT_TW', 'UBKT Trung ương', ['UBKT_TW'], 'UBKT Trung ương'),
  at('UBKT_TINH', 'UBKT tỉnh và tương đương', ['UBKT_TINH'], 'UBKT Tỉnh ủy'),
  at('UBKT_XA', 'UBKT xã (huyện) và tương đương', ['UBKT_XA', 'UBKT_HUYEN'], 'UBKT ĐU xã'),
];
const codesOf = (levels: readonly StatColumn[]): string[] =>
  levels.flatMap(({ where }) => (where ?? []).flatMap((one) => ('any' in one ? one.any : [])));

const suspended: StatColumn = set.column('suspended', 'Đình chỉ sinh hoạt đảng', 'also', 'DINH_CHI', 'Đình chỉ sinh hoạt');
const legal = set.group('Xử lý pháp luật', [
  set.column('legal', 'Số lượng', 'legal', 'CO'),
  set.group('Trong đó', [
    set.column('legal.prison', 'Bị phạt tù (kể cả án treo)', 'legal', ['PHAT_TU', 'AN_TREO'], 'Phạt tù'),
    set.column('legal.other', 'Hình thức khác', 'legal', 'KHAC'),
  ]),
]);
const administrative = set.column('administrative', 'Xử lý hành chính', 'also', 'HANH_CHINH');

const common = { basis: set.basis357, unverified: set.rowsUnverified, rowPartition: ['I', 'II', 'III'] } as const;

const ofMembers = (id: string, code: string, title: string, name: string, levels: readonly StatColumn[]): StatForm => ({
  id,
  code,
  title,
  name,
  unit: 'đảng viên',
  source: 'discipline',
  where: [
    { attr: 'kind', any: ['DV'] },
    { attr: 'level', any: codesOf(levels) },
  ],
  rowHead: 'Đảng viên bị thi hành kỷ luật',
  rows: set.memberRows,
  columns: [
    set.total,
    set.group('Hình thức kỷ luật', memberForms),
    suspended,
    set.group('Cấp thi hành kỷ luật', levels),
    set.group('Nội dung vi phạm', set.members11),
    legal,
    administrative,
  ],
  checks: [
    set.partition('hình thức kỷ luật', memberForms),
    set.partition('cấp thi hành kỷ luật', levels),
    set.multi('nội dung vi phạm', set.members11),
    { kind: 'chain', keys: ['total', 'legal', 'legal.prison'] },
  ],
  ...common,
});

const grounds = (
  [
    ['NOI_DUNG', 'Nội dung vi phạm'],
    ['HINH_THUC', 'Hình thức kỷ luật'],
    ['THU_TUC', 'Nguyên tắc, thủ tục, quy trình, thẩm quyền'],
  ] as const
).map(([code, label]) => set.column(`ground.${code}`, label, 'ground', code));
const upheld = set.result('upheld', 'Giữ nguyên hình thức kỷ luật', 'GIU_NGUYEN', 'Giữ nguyên');
const changed = set.result('changed', 'Thay đổi hình thức kỷ luật', 'THAY_DOI', 'Thay đổi');
const changes = [
  set.result('raised', 'Tăng hình thức kỷ luật', 'TANG', 'Tăng'),
  set.result('reduced', 'Giảm hình thức kỷ luật', 'GIAM', 'Giảm'),
  set.result('annulled', 'Xóa hình thức kỷ luật', 'XOA', 'Xóa'),
];
const causes = [
  set.column('cause.VAN_DUNG', 'Vận dụng phương hướng, phương châm THKL', 'cause', 'VAN_DUNG', 'Phương hướng, phương châm'),
  set.column('cause.THAM_TRA', 'Thẩm tra, xác minh', 'cause', 'THAM_TRA'),
  set.column('cause.KHAC', 'Khác', 'cause', 'KHAC'),
];

const complaints = (id: string, code: string, title: string, name: string, of: 'DV' | 'TCD', levels: readonly StatColumn[]): StatForm => ({
  id,
  code,
  title,
  name,
  unit: of === 'DV' ? 'đảng viên' : 'tổ chức đảng',
  source: 'complaint',
  where: [
    { attr: 'kind', any: [of] },
    { attr: 'level', any: codesOf(levels) },
  ],
  rowHead: of === 'DV' ? 'Đảng viên khiếu nại kỷ luật đảng' : 'Tổ chức đảng khiếu nại kỷ luật đảng',
  rows: of === 'DV' ? set.memberRows : set.organisationRows,
  columns: [
    { ...set.total, label: 'Số phải giải quyết', short: 'Phải giải quyết' },
    set.solved,
    set.group('Cấp giải quyết khiếu nại', levels),
    set.group('Nội dung khiếu nại', grounds),
    set.group('Kết luận', [upheld, changed, set.group('Trong đó', changes), set.group('Nguyên nhân thay đổi hình thức kỷ luật', causes)]),
  ],
  checks: [
    set.chain(set.solved),
    set.partition('cấp giải quyết', levels),
    set.multi('nội dung khiếu nại', grounds),
    set.partition('kết luận', [upheld, changed], 'result.solved'),
    set.partition('hình thức thay đổi', changes, 'result.changed'),
    set.partition('nguyên nhân thay đổi', causes, 'result.changed'),
  ],
  ...common,
});

export const disciplineForms: readonly StatForm[] = [
  {
    id: 'B11',
    code: 'THKL_TCD_CAPUY',
    title: 'THI HÀNH KỶ LUẬT TỔ CHỨC ĐẢNG CỦA CẤP ỦY CÁC CẤP',
    name: 'Kỷ luật tổ chức đảng',
    unit: 'tổ chức đảng',
    source: 'discipline',
    where: [{ attr: 'kind', any: ['TCD'] }],
    rowHead: 'Tổ chức đảng bị thi hành kỷ luật',
    rows: set.organisationRows,
    columns: [
      set.total,
      set.group('Hình thức kỷ luật', organisationForms),
      set.group('Cấp thi hành kỷ luật', [central, provincial, commune, grassroots]),
      set.group('Nội dung vi phạm', set.organisations7),
    ],
    checks: [
      set.partition('hình thức kỷ luật', organisationForms),
      set.partition('cấp thi hành kỷ luật', [central, provincial, commune, grassroots]),
      set.multi('nội dung vi phạm', set.organisations7),
    ],
    ...common,
  },
  ofMembers('B12', 'THKL_DV_CAPUY', 'THI HÀNH KỶ LUẬT ĐẢNG VIÊN CỦA CẤP ỦY CÁC CẤP VÀ CHI BỘ', 'Kỷ luật đảng viên của cấp ủy, chi bộ', [
    central,
    provincial,
    commune,
    grassroots,
    cell,
  ]),
  ofMembers(
    'B13',
    'THKL_DV_UBKT_CACCAP',
    'THI HÀNH KỶ LUẬT ĐẢNG VIÊN CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    'Kỷ luật đảng viên của UBKT',
    inspection3,
  ),
  complaints(
    'B14',
    'GQKNKL_DV_CAPUY',
    'GIẢI QUYẾT KHIẾU NẠI KỶ LUẬT ĐẢNG VIÊN CỦA CẤP ỦY CÁC CẤP',
    'Khiếu nại của đảng viên, cấp ủy giải quyết',
    'DV',
    [
      central,
      at('TU', 'Tỉnh ủy và tương đương', ['TINH_UY'], 'Tỉnh ủy'),
      at('BTV_TINH', 'BTV tỉnh ủy và tương đương', ['BTV_TINH'], 'BTV Tỉnh ủy'),
      at('DU_XA', 'Đảng ủy xã (huyện ủy) và tương đương', ['DU_XA', 'HUYEN_UY'], 'Đảng ủy xã'),
      at('BTV_XA', 'BTV Đảng ủy xã (huyện ủy) và tương đương', ['BTV_XA', 'BTV_HUYEN'], 'BTV Đảng ủy xã'),
      grassroots,
    ],
  ),
  complaints(
    'B15',
    'GQKNKL_TCD_CAPUY',
    'GIẢI QUYẾT KHIẾU NẠI KỶ LUẬT TỔ CHỨC ĐẢNG CỦA CẤP ỦY CÁC CẤP',
    'Khiếu nại của tổ chức đảng',
    'TCD',
    [
      at('BCHTW', 'BCHTW', ['BCHTW'], 'BCHTW'),
      at('BCT', 'Bộ Chính trị', ['BCT'], 'Bộ Chính trị'),
      at('BBT', 'Ban Bí thư', ['BBT', 'TW'], 'Ban Bí thư'),
      at('TU', 'Tỉnh ủy và tương đương', ['TINH_UY'], 'Tỉnh ủy'),
      at('BTV_TINH', 'BTV tỉnh ủy và tương đương', ['BTV_TINH'], 'BTV Tỉnh ủy'),
      at('DU_XA', 'Đảng ủy xã (huyện ủy) và tương đương', ['DU_XA', 'HUYEN_UY'], 'Đảng ủy xã'),
      at('BTV_XA', 'BTV Đảng ủy xã (huyện ủy) và tương đương', ['BTV_XA', 'BTV_HUYEN'], 'BTV Đảng ủy xã'),
    ],
  ),
  complaints(
    'B16',
    'GQKNKL_DV_UBKT',
    'GIẢI QUYẾT KHIẾU NẠI KỶ LUẬT ĐẢNG VIÊN CỦA ỦY BAN KIỂM TRA CÁC CẤP',
    'Khiếu nại của đảng viên, UBKT giải quyết',
    'DV',
    inspection3,
  ),
];

/** B17 to B22: denunciations, finance, petitions, staff (domain-2, 1.3). */
import type { StatColumn, StatForm } from '../../form';
import * as set from '../code-sets';

const common = { basis: set.basis357, unverified: set.rowsUnverified, rowPartition: ['I', 'II', 'III'] } as const;

const denunciations = (id: string, code: string, title: string, name: string, of: 'DV' | 'TCD'): StatForm => {
  const content = of === 'DV' ? set.members11 : set.organisations7;
  const conclusions = [
    set.result('unproven', 'Chưa có cơ sở kết luận', 'CHUA_CO_SO'),
    set.result('false', 'Tố sai', 'TO_SAI'),
    set.result('true', 'Tố đúng và đúng một phần', 'TO_DUNG', 'Đúng, đúng một phần'),
  ];
  const breach = set.result('breach', 'Đúng có vi phạm', 'DUNG_CO_VI_PHAM');
  return {
    id,
    code,
    title,
    name,
    unit: of === 'DV' ? 'đảng viên' : 'tổ chức đảng',
    source: 'inspected',
    where: [
      { attr: 'kind', any: [of] },
      { attr: 'caseType', any: ['GQ_TC'] },
    ],
    rowHead: of === 'DV' ? 'Đảng viên bị tố cáo' : 'Tổ chức đảng bị tố cáo',
    rows: of === 'DV' ? set.memberRows : set.organisationRows,
    columns: [
      { ...set.total, label: 'Số phải giải quyết', short: 'Phải giải quyết' },
      set.solved,
      set.group('Cấp giải quyết', set.inspection4),
      set.group('Nội dung tố cáo', content),
      set.group('Kết luận', [...conclusions, set.group('Trong đó', [breach, set.mustDiscipline, set.disciplined])]),
    ],
    checks: [
      set.chain(set.solved),
      set.partition('cấp giải quyết', set.inspection4),
      set.multi('nội dung tố cáo', content),
      set.partition('kết luận', conclusions, 'result.solved'),
      { kind: 'chain', keys: ['total', 'result.true', 'result.breach'] },
      { kind: 'chain', keys: ['total', 'result.must', 'result.done'] },
    ],
    ...common,
  };
};

/** Money is printed in thousands of đồng. */
const money = (of: string, key: string, label: string): StatColumn => ({
  key: `${of}.${key}`,
  label,
  measure: { sum: `${of}.${key}`, per: 1000 },
});
const handled = (of: string, when: 'proposed' | 'done', label: string) =>
  set.group(
    label,
    (
      [
        ['XUAT_TOAN', 'Xuất toán, thu hồi'],
        ['HACH_TOAN_LAI', 'Hạch toán lại'],
        ['GIAO_DON_VI', 'Giao đơn vị xử lý'],
        ['KHAC', 'Khác'],
      ] as const
    ).map(([code, name]) => money(of, `${when}.${code}`, name)),
  );

const breachesOfBudget = [
  money('budget', 'THAM_O', 'Tham ô, thất thoát, lãng phí'),
  money('budget', 'NGOAI_SO', 'Để ngoài sổ sách kế toán'),
  money('budget', 'CHI_SAI', 'Chi sai chế độ'),
  money('budget', 'CONG_NO', 'Để công nợ dây dưa, kê khai thiếu thuế'),
  money('budget', 'KHAC', 'Các vi phạm khác'),
];
const breachesOfDues = [
  money('dues', 'THU_THIEU', 'Thu thiếu'),
  money('dues', 'THU_THUA', 'Thu thừa'),
  money('dues', 'THAM_O', 'Tham ô, biển thủ'),
  money('dues', 'CHI_SAI', 'Chi sai chế độ'),
  money('dues', 'KHAC', 'Khác'),
];
const count = (key: string, label: string): StatColumn => ({ key: `figure.${key}`, label, measure: { sum: key } });
const breachOrganisations = { ...set.inBreach, label: 'Số tổ chức đảng có vi phạm', short: 'TCĐ có vi phạm' };
const spheres = (
  [
    ['CAP_UY', 'Tài chính của cấp ủy'],
    ['HANH_CHINH', 'Tài chính của đơn vị hành chính'],
    ['SU_NGHIEP', 'Tài chính của đơn vị sự nghiệp'],
    ['SAN_XUAT', 'Sản xuất kinh doanh'],
    ['XDCB', 'Xây dựng cơ bản, sửa chữa, mua sắm tài sản'],
    ['KHAC', 'Các nội dung khác'],
  ] as const
).map(([code, label]) => set.column(`finance.${code}`, label, 'finance', code));

const finance = (id: string, code: string, title: string, name: string, of: 'budget' | 'dues'): StatForm => ({
  id,
  code,
  title,
  name,
  unit: 'tổ chức đảng; tiền: nghìn đồng',
  source: 'inspected',
  where: [
    { attr: 'kind', any: ['TCD'] },
    { attr: 'caseType', any: ['KT_TCD'] },
    // A case of which no sphere is written stands in the first form, where its check says so.
    of === 'dues' ? { attr: 'finance', any: ['DANG_PHI'] } : { attr: 'onlyDues', none: ['CO'] },
  ],
  rowHead: 'Tổ chức đảng được kiểm tra',
  rows: set.organisationRows,
  columns: [
    set.total,
    set.group('Cấp kiểm tra', set.inspection4),
    ...(of === 'budget' ? [set.group('Nội dung kiểm tra', spheres)] : []),
    set.group('Kết luận', [
      breachOrganisations,
      set.mustDiscipline,
      set.group('Số tiền vi phạm (nghìn đồng)', [
        money(of, 'total', 'Tổng số'),
        set.group('Nội dung vi phạm', of === 'budget' ? breachesOfBudget : breachesOfDues),
        handled(of, 'proposed', 'Đề nghị xử lý'),
        handled(of, 'done', 'Đã thực hiện'),
      ]),
      set.group('Đảng viên có vi phạm', [
        count('DV_VI_PHAM', 'Tổng số'),
        count('DV_PHAI_KL', 'Phải thi hành kỷ luật'),
        count('DV_DA_KL', 'Đã thi hành kỷ luật'),
        ...(of === 'budget' ? [count('DV_PHAP_LUAT', 'Chuyển cơ quan pháp luật xử lý')] : []),
      ]),
    ]),
  ],
  checks: [
    set.partition('cấp kiểm tra', set.inspection4),
    ...(of === 'budget' ? [set.multi('nội dung kiểm tra', spheres)] : []),
    set.chain(breachOrganisations, set.mustDiscipline),
    {
      kind: 'partition',
      what: 'số tiền vi phạm',
      whole: `${of}.total`,
      parts: (of === 'budget' ? breachesOfBudget : breachesOfDues).map(({ key }) => key),
    },
    { kind: 'chain', keys: ['figure.DV_VI_PHAM', 'figure.DV_PHAI_KL', 'figure.DV_DA_KL'] },
  ],
  ...common,
});

const petition = (key: string, label: string, attr: string, any: string | readonly string[], kinds: readonly string[]): StatColumn => ({
  key,
  label,
  where: [
    { attr: 'petitionKind', any: kinds },
    { attr, any: typeof any === 'string' ? [any] : any },
  ],
});
const complaint = ['KN'];
/** Denunciations and what reports or proposes; a mixed letter is split before it is counted. */
const denunciation = ['TC', 'PA', 'KG', 'KHAC'];
const levels4 = (prefix: string, attr: string, kinds: readonly string[]): StatColumn[] =>
  (
    [
      ['TW', 'Trung ương'],
      ['TINH', 'Tỉnh và tương đương'],
      ['XA', 'Xã (huyện) và tương đương'],
      ['CO_SO', 'Cơ sở'],
    ] as const
  ).map(([code, label]) => petition(`${prefix}.${code}`, label, attr, code, kinds));
const ofComplaints: StatColumn[] = [
  petition('kn.TCD', 'Tổ chức đảng', 'complainant', 'TCD', complaint),
  petition('kn.DV', 'Đảng viên', 'complainant', 'DV', complaint),
];
const allDenunciations: StatColumn = {
  key: 'tc',
  label: 'Tổng số đơn tố cáo, phản ánh',
  where: [{ attr: 'petitionKind', any: denunciation }],
};
const senders = [
  petition('tc.DV', 'Đảng viên', 'petitioner', ['DANG_VIEN', 'TO_CHUC_DANG'], denunciation),
  petition('tc.CD', 'Công dân', 'petitioner', 'CONG_DAN', denunciation),
];
const sorted = [
  petition('sorted.must', 'Đơn phải giải quyết', 'sorted', 'PHAI_GIAI_QUYET', denunciation),
  petition('sorted.anonymous', 'Đơn không phải giải quyết (giấu tên)', 'sorted', 'GIAU_TEN', denunciation),
  petition('sorted.false', 'Đơn không phải giải quyết (mạo tên)', 'sorted', 'MAO_TEN', denunciation),
];
const petitionContent = set.members11.map(
  ({ key, label, where }): StatColumn => ({ key, label, where: [{ attr: 'petitionKind', any: denunciation }, ...(where ?? [])] }),
);
const handling = [
  set.column('handled.CHUYEN', 'Chuyển theo thẩm quyền', 'handling', 'CHUYEN'),
  set.column('handled.HUONG_DAN', 'Hướng dẫn, trả đơn', 'handling', ['HUONG_DAN', 'TRA_LAI']),
  set.column('handled.LUU', 'Lưu', 'handling', 'LUU'),
];

const staff = (attr: string, prefix: string, rows: readonly (readonly [code: string, label: string])[]): StatColumn[] =>
  rows.map(([code, label]) => set.column(`${prefix}.${code}`, label, attr, code));
const training = [
  {
    label: 'Nghiệp vụ kiểm tra',
    rows: [
      ['NV_DAI_HOC', 'Đại học'],
      ['NV_BOI_DUONG', 'Bồi dưỡng nghiệp vụ'],
    ],
  },
  {
    label: 'Lý luận chính trị',
    rows: [
      ['LLCT_CAO_CAP', 'Cử nhân, cao cấp'],
      ['LLCT_TRUNG_CAP', 'Trung cấp'],
    ],
  },
  {
    label: 'Chuyên môn',
    rows: [
      ['CM_TIEN_SI', 'Tiến sĩ'],
      ['CM_THAC_SI', 'Thạc sĩ'],
      ['CM_DAI_HOC', 'Đại học'],
    ],
  },
] as const;
const trainings = (attr: string, prefix: string, label: string) =>
  set.group(
    label,
    training.map((one) => set.group(one.label, staff(attr, prefix, one.rows))),
  );
const posts = staff('post', 'post', [
  ['CHU_NHIEM', 'Chủ nhiệm'],
  ['PHO_CHU_NHIEM', 'Phó chủ nhiệm'],
  ['UV_CHUYEN_TRACH', 'Ủy viên chuyên trách'],
  ['UV_KIEM_CHUC', 'Ủy viên kiêm chức'],
  ['CONG_CHUC', 'Công chức kiểm tra'],
]);
const ranks = staff('staffRank', 'rank', [
  ['KTVCC', 'KTVCC và tương đương'],
  ['KTVC', 'KTVC và tương đương'],
  ['KTV', 'KTV và tương đương'],
  ['CAN_SU', 'Cán sự và tương đương'],
]);

export const otherForms: readonly StatForm[] = [
  denunciations('B17', 'GQTC_DV', 'GIẢI QUYẾT TỐ CÁO ĐẢNG VIÊN CỦA ỦY BAN KIỂM TRA CÁC CẤP', 'Tố cáo đảng viên', 'DV'),
  denunciations('B18', 'GQTC_TCD', 'GIẢI QUYẾT TỐ CÁO TỔ CHỨC ĐẢNG CỦA ỦY BAN KIỂM TRA CÁC CẤP', 'Tố cáo tổ chức đảng', 'TCD'),
  finance(
    'B19',
    'KTTC_TC_NGANSACH',
    'KIỂM TRA TÀI CHÍNH ĐẢNG (VỀ VIỆC THU CHI NGÂN SÁCH VÀ SẢN XUẤT KINH DOANH)',
    'Tài chính đảng, ngân sách',
    'budget',
  ),
  finance(
    'B20',
    'KTTC_DPHI',
    'KIỂM TRA TÀI CHÍNH ĐẢNG (VỀ VIỆC THU, NỘP, QUẢN LÝ VÀ SỬ DỤNG ĐẢNG PHÍ)',
    'Tài chính đảng, đảng phí',
    'dues',
  ),
  {
    id: 'B21',
    code: 'XU_LY_DON_THU',
    title: 'TIẾP NHẬN, XỬ LÝ ĐƠN THƯ KHIẾU NẠI, TỐ CÁO',
    name: 'Đơn, thư',
    unit: 'đơn',
    source: 'petition',
    rowHead: 'UBKT các cấp xử lý',
    rows: [set.allRow],
    columns: [
      { ...set.total, label: 'Tổng số đơn' },
      set.group('Đơn khiếu nại kỷ luật của tổ chức đảng, đảng viên', [
        set.group('Tổng số đơn', ofComplaints),
        set.group('Thẩm quyền giải quyết', levels4('kn.level', 'competent', complaint)),
        set.group('Nội dung', [
          petition('kn.NOI_DUNG', 'Nội dung vi phạm', 'ground', 'NOI_DUNG', complaint),
          petition('kn.HINH_THUC', 'Hình thức kỷ luật', 'ground', 'HINH_THUC', complaint),
          petition('kn.THU_TUC', 'Nguyên tắc, thủ tục, quy trình, thẩm quyền', 'ground', 'THU_TUC', complaint),
        ]),
      ]),
      set.group('Đơn thư tố cáo, phản ánh', [
        allDenunciations,
        set.group('Người tố cáo, phản ánh', senders),
        set.group('TCĐ, ĐV bị tố cáo do từng cấp quản lý', levels4('tc.level', 'accusedLevel', denunciation)),
        set.group('Phân loại', sorted),
        set.group('Nội dung', petitionContent),
      ]),
      set.group('Kết quả xử lý', handling),
    ],
    checks: [
      { kind: 'partition', what: 'loại đơn', whole: 'total', parts: [...ofComplaints.map(({ key }) => key), 'tc'] },
      set.partition('người tố cáo', senders, 'tc'),
      set.partition('cấp quản lý', levels4('tc.level', 'accusedLevel', denunciation), 'tc'),
      set.partition('phân loại', sorted, 'tc'),
      set.multi('nội dung', petitionContent, 'tc'),
      { kind: 'chain', keys: ['total', 'handled.CHUYEN'] },
    ],
    basis: set.basis357,
    unverified: 'Đơn trùng vẫn là một đơn đã nhận; đơn thụ lý không có cột kết quả riêng trong mẫu.',
  },
  {
    id: 'B22',
    code: 'DAOTAO',
    title: 'CÔNG TÁC TỔ CHỨC VÀ ĐÀO TẠO, BỒI DƯỠNG CÁN BỘ',
    name: 'Tổ chức, đào tạo cán bộ',
    unit: 'người',
    source: 'staff',
    rowHead: 'UBKT các cấp',
    rows: [set.allRow],
    columns: [
      set.total,
      set.group('Chức danh', posts),
      set.group('Cơ cấu ngạch công chức', ranks),
      trainings('training', 'has', 'Trình độ cán bộ, công chức'),
      trainings('completed', 'did', 'Kết quả đào tạo, bồi dưỡng trong kỳ'),
    ],
    checks: [
      set.partition('chức danh', posts),
      set.multi(
        'trình độ',
        training.flatMap(({ rows }) => staff('training', 'has', rows)),
      ),
    ],
    basis: set.basis357,
    unverified: 'Bản nguồn in 23 nhãn cho 24 cột, lệch một cột; thứ tự ở đây là cách đọc hợp lý duy nhất.',
  },
];

import { label } from '../../records/label';
import {
  announcement,
  decisionAndPlan,
  draftReport,
  index,
  launchMinutes,
  may,
  meetingMinutes,
  must,
  report,
  schedule,
  threeSteps,
} from './build';
import { complaintDeadlines, numberFormats, retention, statistics } from './common';
import { discipline212, discipline69 } from './discipline-rules';
import { petitionRules } from './petition-rules';
import type { PackCaseType, PackDeadline, RulePack } from './rule-pack';

const checklist2026 = 'Danh mục hồ sơ của một UBKT cấp xã, 2026';

const signsOfViolation = (subject: string) =>
  threeSteps(
    [
      must('Đề xuất, báo cáo dấu hiệu vi phạm', 'TTR'),
      ...decisionAndPlan('kiểm tra khi có dấu hiệu vi phạm'),
      must('Đề cương gợi ý báo cáo giải trình', 'DC'),
      schedule,
    ],
    [
      launchMinutes,
      must(`Báo cáo giải trình của ${subject}`, 'BGT'),
      must('Hồ sơ, tài liệu, chứng cứ', 'TAI_LIEU'),
      must(`Biên bản làm việc với ${subject}`, 'BB'),
      must('Biên bản thẩm tra, xác minh', 'BB'),
      draftReport,
      must('Biên bản hội nghị thông qua dự thảo báo cáo', 'BB'),
      report,
    ],
    [meetingMinutes, must('Thông báo kết luận kiểm tra', 'TB'), announcement, index],
  );

const ofLowerOrganisation = (content: string) =>
  threeSteps(
    [...decisionAndPlan(`kiểm tra ${content}`), must('Đề cương báo cáo tự kiểm tra', 'DC'), schedule],
    [
      launchMinutes,
      must('Báo cáo tự kiểm tra', 'BC'),
      must('Hồ sơ tổ chức đảng gửi qua Đoàn', 'TAI_LIEU'),
      must('Biên bản làm việc về nội dung cần giải trình', 'BB'),
      draftReport,
      must('Biên bản hội nghị thông qua dự thảo báo cáo', 'BB'),
      may('Văn bản thẩm tra, xác minh', 'BB'),
      must('Biên bản họp Đoàn', 'BB'),
      report,
    ],
    [meetingMinutes, must('Thông báo kết luận kiểm tra', 'TB'), announcement, index],
  );

const caseTypes: readonly PackCaseType[] = [
  {
    type: 'KT_DHVP_DV',
    label: label('Kiểm tra đảng viên khi có dấu hiệu vi phạm', 'Inspection of a member on signs of violation'),
    steps: signsOfViolation('đảng viên'),
    source: checklist2026,
  },
  {
    type: 'KT_DHVP_TC',
    label: label('Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm', 'Inspection of an organisation on signs of violation'),
    steps: signsOfViolation('tổ chức đảng'),
    source: checklist2026,
  },
  {
    type: 'KT_NV_KTGS',
    label: label('Kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát', 'Inspection of how a lower organisation inspects and supervises'),
    steps: ofLowerOrganisation('việc thực hiện nhiệm vụ kiểm tra, giám sát'),
    source: checklist2026,
  },
  {
    type: 'KT_THKL',
    label: label('Kiểm tra việc thi hành kỷ luật trong Đảng', 'Inspection of how a lower organisation disciplines'),
    steps: ofLowerOrganisation('việc thi hành kỷ luật trong Đảng'),
    source: checklist2026,
  },
  {
    type: 'KT_TCD',
    label: label('Kiểm tra tài chính đảng', 'Inspection of Party finance'),
    steps: threeSteps(
      [...decisionAndPlan('kiểm tra tài chính đảng'), must('Đề cương báo cáo tự kiểm tra', 'DC'), schedule],
      [
        launchMinutes,
        must('Báo cáo tự kiểm tra', 'BC'),
        must('Sổ sách, chứng từ thu, chi đảng phí', 'CHUNG_TU'),
        must('Biên bản đối chiếu, xác minh số liệu', 'BB'),
        draftReport,
        must('Biên bản thông qua dự thảo báo cáo', 'BB'),
        report,
      ],
      [meetingMinutes, must('Thông báo kết luận kiểm tra tài chính đảng', 'TB'), announcement, index],
    ),
    source: checklist2026,
  },
  {
    type: 'GS_CD',
    label: label('Giám sát chuyên đề', 'Thematic supervision'),
    steps: threeSteps(
      [...decisionAndPlan('giám sát chuyên đề'), must('Đề cương báo cáo', 'DC'), schedule],
      [
        launchMinutes,
        must('Báo cáo của đối tượng giám sát', 'BC'),
        must('Hồ sơ gửi qua Đoàn', 'TAI_LIEU'),
        must('Biên bản làm việc với tổ chức, cá nhân liên quan', 'BB'),
        draftReport,
        may('Văn bản trao đổi nội dung cần bổ sung', 'CV'),
        must('Biên bản hội nghị thông qua dự thảo báo cáo', 'BB'),
        must('Biên bản họp Đoàn', 'BB'),
        report,
      ],
      [meetingMinutes, must('Thông báo kết luận giám sát', 'TB'), announcement, index],
    ),
    source: checklist2026,
  },
  {
    type: 'GS_TX',
    label: label('Giám sát thường xuyên', 'Regular supervision'),
    steps: threeSteps(
      [must('Phân công theo dõi địa bàn', 'TB')],
      [must('Biên bản dự sinh hoạt, làm việc', 'BB'), may('Tài liệu, minh chứng', 'TAI_LIEU')],
      [must('Báo cáo kết quả giám sát', 'BC'), may('Thông báo nhắc nhở', 'TB')],
    ),
    source: 'Chưa có danh mục chính thức',
    unverified: true,
  },
  {
    type: 'GQ_TC',
    label: label('Giải quyết tố cáo', 'Handling of a denunciation'),
    steps: threeSteps(
      [
        must('Đơn hoặc văn bản chuyển đơn', 'DON'),
        must('Biên bản làm việc với người tố cáo', 'BB'),
        must('Đề xuất xác định nội dung, đối tượng', 'TTR'),
        ...decisionAndPlan('giải quyết tố cáo'),
        must('Đề cương giải trình', 'DC'),
        schedule,
      ],
      [
        launchMinutes,
        must('Báo cáo giải trình', 'BGT'),
        must('Hồ sơ, chứng cứ', 'TAI_LIEU'),
        must('Biên bản làm việc', 'BB'),
        must('Biên bản thẩm tra, xác minh', 'BB'),
        draftReport,
        report,
      ],
      [meetingMinutes, must('Thông báo kết luận giải quyết tố cáo', 'TB'), announcement, index],
    ),
    source: checklist2026,
  },
  {
    type: 'GQ_KN',
    label: label('Giải quyết khiếu nại kỷ luật đảng', 'Handling of a complaint about discipline'),
    steps: threeSteps(
      [
        must('Đơn khiếu nại', 'DON'),
        must('Đề xuất của cán bộ theo dõi địa bàn', 'TTR'),
        ...decisionAndPlan('thẩm tra, xác minh khiếu nại'),
        must('Lịch thẩm tra, nội quy, phân công', 'LLV'),
      ],
      [
        launchMinutes,
        must('Hồ sơ thi hành kỷ luật hoặc hồ sơ khiếu nại trước', 'TAI_LIEU'),
        must('Biên bản thẩm tra, xác minh', 'BB'),
        must('Biên bản làm việc với đối tượng và người liên quan', 'BB'),
        draftReport,
        must('Biên bản họp Đoàn', 'BB'),
      ],
      [meetingMinutes, must('Quyết định giải quyết khiếu nại', 'QD'), must('Biên bản thông báo quyết định', 'BB'), index],
    ),
    source: checklist2026,
  },
  {
    type: 'THKL',
    label: label('Xem xét, thi hành kỷ luật', 'Disciplinary proceedings'),
    steps: threeSteps(
      [...decisionAndPlan('xem xét, thi hành kỷ luật'), must('Đề cương kiểm điểm', 'DC'), schedule],
      [
        launchMinutes,
        must('Bản kiểm điểm', 'BKD'),
        must('Hồ sơ liên quan', 'TAI_LIEU'),
        may('Biên bản làm việc nội dung chưa rõ', 'BB'),
        must('Biên bản hội nghị chi bộ, tổ chức đảng', 'BB'),
        must('Báo cáo đề nghị thi hành kỷ luật', 'BC'),
      ],
      [
        must('Phiếu biểu quyết', 'PBQ'),
        must('Biên bản kiểm phiếu', 'BB'),
        meetingMinutes,
        must('Quyết định kỷ luật hoặc tờ trình', 'QD'),
        must('Biên bản công bố quyết định kỷ luật', 'BB'),
        index,
      ],
    ),
    source: checklist2026,
  },
  {
    type: 'KT_CH',
    label: label('Kiểm tra chấp hành theo Điều 30', 'Inspection of compliance under Article 30'),
    steps: threeSteps(
      [...decisionAndPlan('kiểm tra'), must('Thông báo kế hoạch kiểm tra', 'TB'), must('Đề cương báo cáo tự kiểm tra', 'DC')],
      [
        launchMinutes,
        must('Báo cáo tự kiểm tra', 'BC'),
        must('Biên bản làm việc', 'BB'),
        must('Biên bản thẩm tra, xác minh', 'BB'),
        may('Tài liệu thu thập', 'TAI_LIEU'),
        report,
      ],
      [must('Dự thảo kết luận', 'KL'), must('Thông báo kết luận', 'TB'), announcement, index],
    ),
    source: 'Danh mục theo dõi của một UBKT cơ sở, 2026',
  },
  {
    type: 'KS_TSTN',
    label: label('Kiểm soát tài sản, thu nhập', 'Control of assets and income'),
    steps: threeSteps(
      [...decisionAndPlan('xác minh tài sản, thu nhập')],
      [must('Bản kê khai tài sản, thu nhập', 'KKTS'), must('Bản giải trình', 'BGT'), must('Biên bản làm việc', 'BB')],
      [must('Báo cáo kết quả xác minh', 'BC'), must('Kết luận xác minh', 'KL'), index],
    ),
    source: 'Chưa có danh mục chính thức',
    unverified: true,
  },
];

/** Time limits that were found, each with its provision. Those of the State are for forwarding slips only. */
export const deadlines: readonly PackDeadline[] = [
  {
    id: 'DINH_CHI',
    label: label('Đình chỉ sinh hoạt đảng, đình chỉ hoạt động', 'Suspension of a member or an organisation'),
    from: label('ngày quyết định đình chỉ', 'day of the decision'),
    days: 90,
    dayKind: 'calendar',
    extendDays: 30,
    source: '21-QĐ/TW',
  },
  ...complaintDeadlines,
  {
    id: 'BAO_TO_CHUC_DANG',
    label: label('Cơ quan nhà nước báo tổ chức đảng về đình chỉ, kỷ luật hành chính, bản án', 'State body tells the Party organisation'),
    from: label('ngày ra quyết định, bản án', 'day of the decision or judgment'),
    days: 5,
    dayKind: 'calendar',
    source: '296-QĐ/TW, Điều 8.5',
  },
  {
    id: 'XU_LY_DON_NHA_NUOC',
    label: label('Xử lý ban đầu đơn thuộc cơ quan nhà nước', 'First handling of a petition for the State'),
    from: label('ngày nhận đơn', 'day of receipt'),
    days: 7,
    dayKind: 'working',
    source: 'Pháp luật nhà nước về tiếp nhận đơn; chỉ dùng cho phiếu chuyển',
  },
  {
    id: 'CHUYEN_DON',
    label: label('Chuyển đơn không thuộc thẩm quyền', 'Forwarding of a petition'),
    from: label('ngày phân loại', 'day of classification'),
    days: 5,
    dayKind: 'working',
    source: 'Pháp luật nhà nước về tiếp nhận đơn; của Đảng chưa tìm thấy',
    unverified: true,
  },
  {
    id: 'CONG_BO_QUYET_DINH',
    label: label('Triển khai quyết định, kế hoạch sau khi ký (chi bộ)', 'Announcement after signing (cell)'),
    from: label('ngày ký quyết định', 'day of signing'),
    days: 5,
    dayKind: 'working',
    source: 'Ví dụ của một tỉnh: 299-QĐ/TU Lào Cai (2025), cấp chi bộ',
    unverified: true,
  },
  {
    id: 'KT_CHAP_HANH_CHI_BO',
    label: label('Kiểm tra chấp hành (chi bộ)', 'Inspection of compliance (cell)'),
    from: label('ngày triển khai', 'day of announcement'),
    days: 30,
    dayKind: 'calendar',
    source: 'Ví dụ của một tỉnh: 299-QĐ/TU Lào Cai (2025), cấp chi bộ',
    unverified: true,
  },
  {
    id: 'KT_DHVP_CHI_BO',
    label: label('Kiểm tra khi có dấu hiệu vi phạm (chi bộ)', 'Signs of violation (cell)'),
    from: label('ngày triển khai', 'day of announcement'),
    days: 45,
    dayKind: 'calendar',
    source: 'Ví dụ của một tỉnh: 299-QĐ/TU Lào Cai (2025), cấp chi bộ',
    unverified: true,
  },
  {
    id: 'GS_CHUYEN_DE_CHI_BO',
    label: label('Giám sát chuyên đề (chi bộ)', 'Thematic supervision (cell)'),
    from: label('ngày triển khai', 'day of announcement'),
    days: 30,
    dayKind: 'calendar',
    extendDays: 10,
    source: 'Ví dụ của một tỉnh: 299-QĐ/TU Lào Cai (2025), cấp chi bộ',
    unverified: true,
  },
];

/** Rules in force since 21-QĐ/TW. Durations of a commune committee were not found in any source, so none is fixed here. */
export const pack2026: RulePack = {
  id: '2026.1',
  name: label('Gói quy tắc 2026.1', 'Rule pack 2026.1'),
  validFrom: '2026-04-11',
  validTo: '2026-08-16',
  legalBasis: [
    { symbol: '21-QĐ/TW', issuedOn: '2026-04-11', subject: 'Công tác kiểm tra, giám sát và kỷ luật của Đảng' },
    { symbol: '05-NQ/TW', issuedOn: '2026-04-07', subject: 'Đổi mới, nâng cao hiệu lực công tác kiểm tra, giám sát và kỷ luật của Đảng' },
    { symbol: '69-QĐ/TW', issuedOn: '2022-07-06', subject: 'Kỷ luật tổ chức đảng, đảng viên vi phạm' },
    { symbol: '264-QĐ/TW', subject: 'Sửa đổi, bổ sung Quy định 69-QĐ/TW (ngày ban hành chưa kiểm chứng)' },
    { symbol: '207-QĐ/TW', issuedOn: '2026-07-26', subject: 'Những điều đảng viên không được làm (trước đó 37-QĐ/TW)' },
    { symbol: '05-HD/VPTW', subject: 'Thể thức văn bản của Đảng (12/01 hoặc 27/5/2026, chưa kiểm chứng ngày; thay 36-HD/VPTW)' },
    { symbol: '2051-QĐ/UBKTTW', subject: 'Mẫu văn bản kiểm tra, giám sát của ủy ban kiểm tra các cấp (2025)' },
  ],
  caseTypes,
  discipline: discipline69,
  petitionRules: petitionRules('21-QĐ/TW'),
  numberFormats: numberFormats('05-HD/VPTW'),
  retention,
  statistics,
  deadlines,
};

/** Since 212-QĐ/TW on discipline; everything else as before. */
export const pack2026Second: RulePack = {
  ...pack2026,
  id: '2026.2',
  name: label('Gói quy tắc 2026.2', 'Rule pack 2026.2'),
  validFrom: '2026-08-17',
  validTo: null,
  legalBasis: [
    { symbol: '212-QĐ/TW', issuedOn: '2026-08-17', subject: 'Kỷ luật tổ chức đảng, đảng viên vi phạm' },
    ...pack2026.legalBasis.filter(({ symbol }) => symbol !== '69-QĐ/TW' && symbol !== '264-QĐ/TW'),
  ].sort((a, b) => Number(b.symbol === '21-QĐ/TW') - Number(a.symbol === '21-QĐ/TW')),
  discipline: discipline212,
};

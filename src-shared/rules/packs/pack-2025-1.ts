import { label } from '../../records/label';
import { decisionAndPlan, index, may, meetingMinutes, must, threeSteps } from './build';
import { complaintDeadlines, numberFormats, retention, statistics } from './common';
import { discipline69 } from './discipline-rules';
import { pack2026 } from './pack-2026-1';
import { petitionRules } from './petition-rules';
import type { PackCaseType, PackDocument, RulePack } from './rule-pack';

const templates = 'Bộ mẫu văn bản trước 2026 (KT 12, GS 12, TC 16, DH 18, KL 16)';
const detailedPlan = must('Kế hoạch chi tiết, phân công', 'KH');
const launch = must('Biên bản triển khai kế hoạch', 'BB');
const verification = must('Biên bản xác minh', 'BB');
const meeting = must('Trích biên bản hội nghị', 'BB');
const notice = must('Thông báo kết luận', 'TB');
const noticeLaunch = must('Biên bản triển khai thông báo kết luận', 'BB');
const ballots: readonly PackDocument[] = [may('Phiếu biểu quyết đề nghị kỷ luật', 'PBQ'), may('Biên bản kiểm phiếu', 'BB')];

const inspection = (kind: string, own: string) =>
  threeSteps(
    [...decisionAndPlan(kind), detailedPlan, must(`Đề cương báo cáo ${own}`, 'DC')],
    [launch, must(`Báo cáo ${own}`, 'BC'), must('Biên bản làm việc', 'BB'), verification, must(`Báo cáo kết quả ${kind}`, 'BC')],
    [meeting, notice, noticeLaunch, index],
  );

const signsOfViolation = threeSteps(
  [...decisionAndPlan('kiểm tra khi có dấu hiệu vi phạm'), detailedPlan, must('Đề cương báo cáo', 'DC')],
  [
    launch,
    must('Biên bản làm việc với tổ chức, cá nhân liên quan', 'BB'),
    must('Biên bản làm việc với đối tượng', 'BB'),
    must('Báo cáo kết quả kiểm tra', 'BC'),
    meeting,
  ],
  [notice, noticeLaunch, ...ballots, may('Quyết định kỷ luật', 'QD'), may('Biên bản triển khai quyết định kỷ luật', 'BB'), index],
);

const steps: Readonly<Record<string, PackCaseType['steps']>> = {
  KT_DHVP_DV: signsOfViolation,
  KT_DHVP_TC: signsOfViolation,
  KT_NV_KTGS: inspection('kiểm tra', 'tự kiểm tra'),
  KT_THKL: inspection('kiểm tra', 'tự kiểm tra'),
  KT_TCD: inspection('kiểm tra tài chính đảng', 'tự kiểm tra'),
  KT_CH: inspection('kiểm tra', 'tự kiểm tra'),
  GS_CD: inspection('giám sát', 'tự giám sát'),
  GQ_TC: threeSteps(
    [
      must('Đơn tố cáo', 'DON'),
      must('Biên bản làm việc với người tố cáo', 'BB'),
      ...decisionAndPlan('giải quyết tố cáo'),
      detailedPlan,
      must('Đề cương báo cáo giải trình', 'DC'),
    ],
    [launch, must('Báo cáo giải trình', 'BGT'), must('Biên bản làm việc', 'BB'), verification, must('Báo cáo kết quả', 'BC')],
    [meeting, must('Thông báo kết luận giải quyết tố cáo', 'TB'), noticeLaunch, ...ballots, index],
  ),
  THKL: threeSteps(
    [...decisionAndPlan('thi hành kỷ luật'), detailedPlan, must('Đề cương báo cáo kiểm điểm', 'DC')],
    [
      launch,
      must('Bản kiểm điểm của đảng viên', 'BKD'),
      must('Biên bản làm việc', 'BB'),
      must('Biên bản thẩm tra, xác minh', 'BB'),
      must('Báo cáo đề nghị thi hành kỷ luật', 'BC'),
    ],
    [
      meeting,
      must('Phiếu biểu quyết thi hành kỷ luật', 'PBQ'),
      must('Biên bản kiểm phiếu', 'BB'),
      meetingMinutes,
      must('Quyết định kỷ luật', 'QD'),
      must('Biên bản công bố quyết định kỷ luật', 'BB'),
      index,
    ],
  ),
};

/** Cases opened under 296-QĐ/TW. Types for which no list of that time was found take the papers of the later pack, marked unverified. */
export const pack2025: RulePack = {
  id: '2025.1',
  name: label('Gói quy tắc 2025.1', 'Rule pack 2025.1'),
  validFrom: '2025-05-30',
  validTo: '2026-04-10',
  legalBasis: [
    { symbol: '296-QĐ/TW', issuedOn: '2025-05-30', subject: 'Công tác kiểm tra, giám sát và kỷ luật của Đảng' },
    { symbol: '08-HD/TW', issuedOn: '2025-06-10', subject: 'Hướng dẫn thực hiện Quy định 296-QĐ/TW' },
    { symbol: '69-QĐ/TW', issuedOn: '2022-07-06', subject: 'Kỷ luật tổ chức đảng, đảng viên vi phạm' },
    { symbol: '37-QĐ/TW', issuedOn: '2021-10-25', subject: 'Những điều đảng viên không được làm' },
    { symbol: '264-QĐ/TW', subject: 'Sửa đổi, bổ sung Quy định 69-QĐ/TW (ngày ban hành chưa kiểm chứng)' },
    { symbol: '36-HD/VPTW', subject: 'Thể thức văn bản của Đảng (2018)' },
    { symbol: '354-QĐ/UBKTTW', issuedOn: '2021-12-22', subject: 'Quy trình kiểm tra, giám sát, thi hành kỷ luật' },
  ],
  caseTypes: pack2026.caseTypes
    .filter(({ type }) => type !== 'KS_TSTN')
    .map((later): PackCaseType => {
      const own = steps[later.type];
      return own ? { type: later.type, label: later.label, steps: own, source: templates } : { ...later, unverified: true };
    }),
  discipline: discipline69,
  petitionRules: petitionRules('296-QĐ/TW'),
  numberFormats: numberFormats('36-HD/VPTW'),
  retention,
  statistics,
  deadlines: complaintDeadlines,
};

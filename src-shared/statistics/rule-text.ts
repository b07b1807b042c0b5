/** How a cell is counted, in words ("Cách đếm ô này"): from the same conditions that count it, so that the two cannot differ. */
import { codeLabel, type CodeListId } from '../rules/code-lists/index';
import { type Condition, leavesOf, type Measure, type StatForm, type StatRow } from './form';
import type { SourceName } from './fact';

const attributes: Readonly<Record<string, readonly [name: string, list?: CodeListId]>> = {
  kind: ['đối tượng', 'disciplineSubject'],
  caseType: ['loại vụ việc', 'caseType'],
  level: ['cấp', 'inspectingBody'],
  rank: ['là', 'memberRank'],
  organisationKind: ['loại tổ chức', 'organisationKind'],
  memberField: ['nội dung', 'violationMember'],
  organisationField: ['nội dung', 'violationOrganisation'],
  content: ['nội dung', 'inspectionContent'],
  finance: ['lĩnh vực', 'financeSphere'],
  result: ['kết luận', 'caseOutcome'],
  source: ['nguồn phát hiện', 'detectionSource'],
  form: ['hình thức', 'disciplineForm'],
  legal: ['xử lý pháp luật', 'legalHandling'],
  also: ['kèm theo'],
  ground: ['nội dung khiếu nại', 'complaintGround'],
  cause: ['nguyên nhân', 'complaintCause'],
  petitionKind: ['loại đơn', 'petitionKind'],
  complainant: ['bên khiếu nại', 'disciplineSubject'],
  petitioner: ['người gửi là', 'petitionerKind'],
  competent: ['cấp có thẩm quyền', 'managementLevel'],
  accusedLevel: ['diện quản lý', 'managementLevel'],
  sorted: ['phân loại'],
  handling: ['hướng xử lý', 'petitionHandling'],
  post: ['chức danh', 'staffPost'],
  staffRank: ['ngạch', 'staffRank'],
  training: ['trình độ', 'staffTraining'],
  completed: ['hoàn thành trong kỳ', 'staffTraining'],
  standing: ['tình trạng'],
  dutyKind: ['loại nhiệm vụ', 'dutyKind'],
  unit: ['đơn vị'],
  age: ['nhóm tuổi'],
  onlyDues: ['chỉ về đảng phí'],
};

/** Codes that follow from others and stand in no list. */
const derived: Readonly<Record<string, string>> = {
  XONG: 'đã xong đến hết kỳ',
  CHUA_XONG: 'chưa xong đến hết kỳ',
  KHUYET_DIEM_VI_PHAM: 'có khuyết điểm hoặc vi phạm',
  TO_DUNG: 'có nội dung tố đúng',
  TO_SAI: 'không nội dung nào đúng, có nội dung sai',
  CHUA_CO_SO: 'mọi nội dung chưa có cơ sở',
  DUNG_CO_VI_PHAM: 'có nội dung đúng có vi phạm',
  THAY_DOI: 'thay đổi hình thức',
  UBKT_XA: 'UBKT Đảng ủy xã',
  XA: 'Đảng ủy xã, BTV',
  TM_XA: 'cơ quan tham mưu của xã',
  CO_SO: 'đảng ủy cơ sở',
  BO_PHAN: 'đảng ủy bộ phận',
  DINH_CHI: 'đình chỉ sinh hoạt đảng',
  HANH_CHINH: 'xử lý hành chính',
  CO: 'có',
  DUNG_HAN: 'đúng hạn',
  TRE_HAN: 'trễ hạn',
  QUA_HAN: 'quá hạn',
  PHAI_GIAI_QUYET: 'phải giải quyết',
  GIAU_TEN: 'giấu tên',
  MAO_TEN: 'mạo tên',
};

const counted: Readonly<Record<SourceName, string>> = {
  inspected: 'Mỗi đối tượng của vụ việc có quyết định (hoặc ngày triển khai, ngày mở) trong kỳ là một',
  discipline: 'Mỗi quyết định kỷ luật ký trong kỳ là một',
  complaint: 'Mỗi lần khiếu nại nhận trong kỳ là một',
  petition: 'Mỗi đơn đến trong kỳ là một',
  staff: 'Mỗi cán bộ đang làm vào ngày cuối kỳ là một',
  duty: 'Mỗi nhiệm vụ đến hạn trong kỳ là một',
  conclusion: 'Mỗi thông báo kết luận ký trong kỳ là một',
};

/** Most conditions of a form exclude; more names than this are cut to their number. */
const namesShown = 6;

function conditionText(condition: Condition): string | undefined {
  const [name, list] = attributes[condition.attr] ?? [condition.attr];
  const label = (code: string): string => {
    const known = list === undefined ? code : codeLabel(list, code, 'vi');
    return known === code ? (derived[code] ?? code) : known;
  };
  if ('none' in condition)
    return condition.none.length > namesShown ? undefined : `${name} không phải ${condition.none.map(label).join(', ')}`;
  if (condition.attr === 'unit') return undefined;
  const names = condition.any.map(label);
  return `${name} ${names.length > namesShown ? `một trong ${names.length} giá trị của cột` : names.join(' hoặc ')}`;
}

function measureText(measure: Measure | undefined): string | undefined {
  if (measure === undefined) return undefined;
  if (measure === 'records') return 'đếm số cuộc, không đếm số đối tượng';
  if ('text' in measure) return 'ghi tên, không đếm';
  return measure.per === 1000 ? 'cộng số tiền, tính bằng nghìn đồng' : 'cộng số đã ghi trong vụ việc';
}

/** Sentences, the general one first. */
export function ruleText(form: StatForm, row: StatRow, columnKey: string): string {
  const source = row.source ?? form.source;
  const column = leavesOf(form.columns).find(({ key }) => key === columnKey);
  const conditions = [...(source === form.source ? (form.where ?? []) : []), ...(row.where ?? []), ...(column?.where ?? [])];
  const texts = [...conditions.map(conditionText), measureText(column?.measure ?? row.measure)].filter((text) => text !== undefined);
  return `${counted[source]}${texts.length > 0 ? `; ${texts.join('; ')}` : ''}.`;
}

/**
 * Mẫu 01CB (monthly) and 02CB (half year, year, term) of a branch (domain 7.1): the eight parts of the report that a ward used in 2026 on the
 * basis of 21-QĐ/TW. The official layout of either form was in no source: what stands here is a proposal that says so on the sheet.
 */
export interface BranchItem {
  /** Kept in the report; never renamed. */
  readonly key: string;
  /** As printed before the label: '2.1'. */
  readonly mark: string;
  readonly label: string;
  readonly kind: 'figure' | 'text';
  /** Only on the form of longer periods. */
  readonly periodic?: true;
}

export interface BranchPart {
  readonly title: string;
  readonly items: readonly BranchItem[];
}

export type BranchFormId = '01CB' | '02CB';

type Row = readonly [key: string, label: string, kind?: 'text' | 'periodic'];

const part = (number: number, title: string, rows: readonly Row[]): BranchPart => ({
  title: `${number}. ${title}`,
  items: rows.map(([key, label, kind], index) => ({
    key,
    mark: `${number}.${index + 1}`,
    label,
    kind: kind === 'text' ? 'text' : 'figure',
    ...(kind === 'periodic' ? { periodic: true as const } : {}),
  })),
});

const parts: readonly BranchPart[] = [
  part(2, 'Tổ chức đảng và đảng viên', [
    ['members', 'Tổng số đảng viên'],
    ['official', 'Đảng viên chính thức'],
    ['probationary', 'Đảng viên dự bị'],
    ['exempt', 'Đảng viên được miễn sinh hoạt'],
    ['temporary', 'Đảng viên sinh hoạt tạm thời'],
    ['absent', 'Đảng viên vắng sinh hoạt từ hai kỳ'],
  ]),
  part(3, 'Lãnh đạo, chỉ đạo', [
    ['leadership', 'Việc lãnh đạo, chỉ đạo kiểm tra, giám sát', 'text'],
    ['planned', 'Số cuộc theo chương trình năm', 'periodic'],
    ['plannedDone', 'Số cuộc đã thực hiện', 'periodic'],
  ]),
  part(4, 'Kiểm tra đảng viên', [
    ['inspected', 'Số đảng viên được kiểm tra'],
    ['inspectedGood', 'Số đảng viên được kiểm tra thực hiện tốt'],
    ['inspectedPoor', 'Số đảng viên được kiểm tra chưa tốt'],
    ['signs', 'Số đảng viên được kiểm tra khi có dấu hiệu vi phạm'],
    ['inspectedText', 'Họ tên, nội dung, kết quả, xử lý', 'text'],
  ]),
  part(5, 'Giám sát', [
    ['remindedMeetings', 'Nhắc nhở về sinh hoạt chi bộ'],
    ['remindedTasks', 'Nhắc nhở về nhiệm vụ được phân công'],
    ['remindedResolutions', 'Nhắc nhở về chấp hành nghị quyết, chỉ thị, quy định'],
    ['remindedExample', 'Nhắc nhở về nêu gương, đạo đức, lối sống'],
    ['remindedDuties', 'Nhắc nhở về nghĩa vụ đảng viên, quan hệ với Nhân dân nơi cư trú'],
    ['remindedForbidden', 'Nhắc nhở về những điều đảng viên không được làm'],
    ['supervised', 'Số đảng viên được giám sát chuyên đề'],
    ['supervisedText', 'Đối tượng, nội dung, ngày, kết quả giám sát chuyên đề', 'text'],
  ]),
  part(6, 'Phản ánh, kiến nghị, tố cáo, khiếu nại; kỷ luật', [
    ['reports', 'Số phản ánh, kiến nghị'],
    ['denunciations', 'Số tố cáo'],
    ['complaints', 'Số khiếu nại'],
    ['reprimand', 'Kỷ luật khiển trách'],
    ['warning', 'Kỷ luật cảnh cáo'],
    ['dismissal', 'Đề nghị cách chức'],
    ['expulsion', 'Đề nghị khai trừ'],
    ['disciplineText', 'Họ tên, vi phạm, hình thức, hồ sơ', 'text'],
  ]),
  part(7, 'Khắc phục sau kiểm tra, giám sát', [
    ['remedies', 'Số việc phải khắc phục'],
    ['remediesDone', 'Số việc đã khắc phục xong'],
    ['remediesText', 'Văn bản, nội dung, kết quả, lý do chưa xong', 'text'],
  ]),
  part(8, 'Đánh giá, kiến nghị, nhiệm vụ kỳ tới', [
    ['assessment', 'Đánh giá chung', 'text'],
    ['proposals', 'Kiến nghị', 'text'],
    ['next', 'Nhiệm vụ kỳ tới', 'text'],
  ]),
];

/** Parts of a form; 1 is the head (branch, period, who sent it). */
export const branchParts = (form: BranchFormId): readonly BranchPart[] =>
  form === '02CB' ? parts : parts.map((one) => ({ ...one, items: one.items.filter(({ periodic }) => !periodic) }));

export const branchItems = (form: BranchFormId): readonly BranchItem[] => branchParts(form).flatMap(({ items }) => items);

export const branchFormNote =
  'Nguồn chỉ nêu tên mẫu và tám phần; chỉ tiêu từng phần theo cách một phường dùng năm 2026, chưa đối chiếu mẫu chính thức.';

/** The period as the matrix knows it: T1 to T12, 6TD, 6TC, NAM, NK. Undefined for what names none. */
export function branchPeriod(text: string): string | undefined {
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
  const month = /^(?:thang |t)?0?(\d{1,2})(?:\/\d{4})?$/.exec(folded)?.[1];
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12) return `T${Number(month)}`;
  if (/^(6 thang dau( nam)?|6td)$/.test(folded)) return '6TD';
  if (/^(6 thang cuoi( nam)?|6tc)$/.test(folded)) return '6TC';
  if (/^(ca )?nam( \d{4})?$/.test(folded)) return 'NAM';
  return /^(nhiem ky|nk)/.test(folded) ? 'NK' : undefined;
}

export type Figures = Readonly<Record<string, number | undefined>>;

/** What does not add up in a report, in words. It is shown and never bars anything. */
export function branchChecks(figures: Figures): string[] {
  const { members, official, probationary, inspected, inspectedGood, inspectedPoor, remedies, remediesDone } = figures;
  const found: string[] = [];
  if (members !== undefined && official !== undefined && probationary !== undefined && members !== official + probationary)
    found.push(`Tổng số đảng viên ${members} khác chính thức ${official} cộng dự bị ${probationary}.`);
  if (inspected !== undefined && inspectedGood !== undefined && inspectedPoor !== undefined && inspected !== inspectedGood + inspectedPoor)
    found.push(`Được kiểm tra ${inspected} khác tốt ${inspectedGood} cộng chưa tốt ${inspectedPoor}.`);
  if (remedies !== undefined && remediesDone !== undefined && remediesDone > remedies)
    found.push(`Đã khắc phục ${remediesDone} nhiều hơn phải khắc phục ${remedies}.`);
  return found;
}

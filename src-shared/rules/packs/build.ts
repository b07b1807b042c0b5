import type { PackDocument, PackStep } from './rule-pack';

/** A paper that the step must yield. */
export const must = (name: string, documentType: string): PackDocument => ({ name, documentType, required: true });

/** A paper that only some cases need. */
export const may = (name: string, documentType: string): PackDocument => ({ name, documentType, required: false });

/** The three steps that all procedures share (Bước chuẩn bị, tiến hành, kết thúc). */
export const threeSteps = (
  prepare: readonly PackDocument[],
  conduct: readonly PackDocument[],
  complete: readonly PackDocument[],
): readonly PackStep[] => [
  { phase: 'CHUAN_BI', name: 'Chuẩn bị', documents: prepare },
  { phase: 'TIEN_HANH', name: 'Tiến hành', documents: conduct },
  { phase: 'KET_THUC', name: 'Kết thúc', documents: complete },
];

export const decisionAndPlan = (subject: string): readonly PackDocument[] => [
  must(`Quyết định ${subject}`, 'QD'),
  must(`Kế hoạch ${subject}`, 'KH'),
];

export const schedule = must('Lịch làm việc, nội quy và phân công thành viên Đoàn', 'LLV');
export const launchMinutes = must('Biên bản triển khai quyết định, kế hoạch', 'BB');
export const draftReport = must('Dự thảo báo cáo kết quả', 'BC');
export const report = must('Báo cáo kết quả của Đoàn', 'BC');
export const meetingMinutes = must('Biên bản họp Ủy ban Kiểm tra', 'BB');
export const announcement = must('Biên bản công bố thông báo kết luận', 'BB');
export const index = must('Mục lục hồ sơ', 'ML');

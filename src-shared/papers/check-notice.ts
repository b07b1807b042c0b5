/** What an office checks in the draft of a notice of conclusion before it goes out (domain-2, 2.3): a list of what is missing, never a bar. */
import type { ValuesOfType } from '../records/registry';

export interface NoticeParts {
  readonly case: ValuesOfType<'case'>;
  readonly conclusion: ValuesOfType<'conclusion'> | undefined;
  readonly duties: readonly ValuesOfType<'duty'>[];
  /** Notices of earlier cases of the same subject whose duties are not all done. */
  readonly stillOpen: readonly string[];
}

export interface NoticeGap {
  readonly vi: string;
  readonly en: string;
}

const gap = (vi: string, en: string): NoticeGap => ({ vi, en });

export function checkNotice({ case: of, conclusion, duties, stillOpen }: NoticeParts): NoticeGap[] {
  const found: NoticeGap[] = [];
  if (!of.decisionNumber || !of.decisionOn)
    found.push(gap('Căn cứ: chưa có số, ngày quyết định thành lập đoàn.', 'Basis: number and day of the decision are missing.'));
  if (!of.planNumber) found.push(gap('Căn cứ: chưa có số kế hoạch.', 'Basis: the number of the plan is missing.'));
  if (!conclusion?.issuedOn && !of.closedOn)
    found.push(gap('Căn cứ: chưa có ngày họp kết luận.', 'Basis: the day of the concluding meeting is missing.'));
  if (!conclusion?.strengths) found.push(gap('Mục 1 Ưu điểm còn trống.', 'Part 1, merits, is empty.'));
  if (!conclusion?.shortcomings && !of.outcomeText)
    found.push(gap('Mục 2 Hạn chế, khuyết điểm còn trống.', 'Part 2, shortcomings, is empty.'));
  if (duties.length === 0) found.push(gap('Mục 3 Yêu cầu chưa có nhiệm vụ nào.', 'Part 3 names no duty.'));
  duties.forEach((duty, index) => {
    const missing = [
      !duty.organisation && !duty.member && 'đơn vị thực hiện',
      !duty.supervisingUnit && 'đơn vị giám sát',
      !duty.guidingUnit && 'đơn vị hướng dẫn',
      !duty.committeeMember && 'cấp ủy viên phụ trách',
      !duty.dueOn && 'thời hạn',
    ].filter((part) => part !== false);
    if (missing.length > 0)
      found.push(
        gap(
          `"5 rõ", yêu cầu ${index + 1}: thiếu ${missing.join(', ')}.`,
          `Duty ${index + 1} lacks ${missing.length} of the five: who, supervised, guided, in charge, until when.`,
        ),
      );
  });
  const days = new Set(duties.map(({ dueOn }) => dueOn).filter(Boolean));
  if (duties.length > 1 && days.size === 1)
    found.push(
      gap(
        'Mọi yêu cầu cùng một thời hạn: việc cấp bách nên có hạn sớm hơn.',
        'All duties have the same day: urgent ones should come earlier.',
      ),
    );
  const both = (conclusion?.shortcomings ?? '')
    .split(/[.;\n]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.length > 12);
  const merits = (conclusion?.strengths ?? '').toLowerCase();
  if (both.some((part) => merits.includes(part)))
    found.push(gap('Ưu điểm và khuyết điểm có câu giống nhau: kiểm tra mâu thuẫn.', 'Merits and shortcomings share a sentence.'));
  for (const earlier of stillOpen)
    found.push(
      gap(
        `Kết luận trước chưa thực hiện xong, cần nhắc tới: ${earlier}.`,
        `An earlier conclusion is still open and should be named: ${earlier}.`,
      ),
    );
  return found;
}

import { codeLabel } from '../code-lists/index';
import { canonical } from '../../sync/op';
import type { Duration, RulePack } from './rule-pack';

/** The same text for the same values, whatever the order of their fields. */
const textOf = (value: unknown): string => canonical(value ?? null);
const day = (text: string): string => `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}`;
const lengthOf = (duration: Duration | undefined): string =>
  duration ? `${duration.days} ${duration.dayKind === 'working' ? 'ngày làm việc' : 'ngày'}` : 'để trống';

/** What a pack says otherwise than another, as sentences in Vietnamese for the person who decides about it. */
export function packChanges(from: RulePack, to: RulePack): string[] {
  const changes: string[] = [];
  if (from.validFrom !== to.validFrom) changes.push(`Có hiệu lực từ ${day(to.validFrom)} (trước: ${day(from.validFrom)}).`);
  const bases = new Set(from.legalBasis.map(({ symbol }) => symbol));
  for (const { symbol } of to.legalBasis) if (!bases.delete(symbol)) changes.push(`Thêm căn cứ ${symbol}.`);
  for (const symbol of bases) changes.push(`Bỏ căn cứ ${symbol}.`);
  for (const type of to.caseTypes) {
    const name = codeLabel('caseType', type.type, 'vi');
    const before = from.caseTypes.find((one) => one.type === type.type);
    if (!before) {
      changes.push(`Thêm loại vụ việc ${name}.`);
      continue;
    }
    if (lengthOf(before.durationDays) !== lengthOf(type.durationDays))
      changes.push(`${name}: thời hạn ${lengthOf(type.durationDays)} (trước: ${lengthOf(before.durationDays)}).`);
    const papers = new Set(before.steps.flatMap(({ documents }) => documents.map((paper) => paper.name)));
    for (const { name: paper } of type.steps.flatMap(({ documents }) => documents))
      if (!papers.delete(paper)) changes.push(`${name}: thêm tài liệu "${paper}".`);
    for (const paper of papers) changes.push(`${name}: bỏ tài liệu "${paper}".`);
  }
  for (const { type } of from.caseTypes)
    if (!to.caseTypes.some((one) => one.type === type)) changes.push(`Bỏ loại vụ việc ${codeLabel('caseType', type, 'vi')}.`);
  for (const deadline of to.deadlines) {
    const before = from.deadlines.find(({ id }) => id === deadline.id);
    if (!before) changes.push(`Thêm thời hạn "${deadline.label.vi}": ${lengthOf(deadline)}.`);
    else if (lengthOf(before) !== lengthOf(deadline))
      changes.push(`${deadline.label.vi}: ${lengthOf(deadline)} (trước: ${lengthOf(before)}).`);
  }
  for (const { id, label } of from.deadlines) if (!to.deadlines.some((one) => one.id === id)) changes.push(`Bỏ thời hạn "${label.vi}".`);
  for (const limit of to.discipline?.limitations ?? []) {
    const before = from.discipline?.limitations.find(({ subject, form }) => subject === limit.subject && form === limit.form);
    const years = (value: number | null | undefined): string =>
      value === null ? 'không có' : value === undefined ? 'để trống' : `${value} năm`;
    if (years(before?.years) !== years(limit.years))
      changes.push(
        `Thời hiệu ${codeLabel('disciplineForm', limit.form, 'vi').toLowerCase()}: ${years(limit.years)} (trước: ${years(before?.years)}).`,
      );
  }
  if (textOf(from.discipline?.votes) !== textOf(to.discipline?.votes)) changes.push('Quy tắc biểu quyết kỷ luật thay đổi.');
  if (textOf(from.petitionRules) !== textOf(to.petitionRules)) changes.push('Quy tắc phân loại đơn thay đổi.');
  if (textOf(from.retention) !== textOf(to.retention)) changes.push('Thời hạn bảo quản thay đổi.');
  if (textOf(from.numberFormats) !== textOf(to.numberFormats)) changes.push('Cách ghi số, ký hiệu thay đổi.');
  return changes;
}

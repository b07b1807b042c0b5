import { codeLabel } from '../code-lists/index';
import { canonical } from '../../sync/op';
import type { Duration, PackVote, RulePack } from './rule-pack';

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
  changes.push(
    ...listChanges(
      'Hình thức kỷ luật',
      from.discipline?.forms,
      to.discipline?.forms,
      ({ subject, form }) => `${subject} ${formName(form)}`,
    ),
    ...listChanges('Biểu quyết kỷ luật', from.discipline?.votes, to.discipline?.votes, voteName),
    ...listChanges('Phân loại đơn', from.petitionRules, to.petitionRules, ({ reason }) => reason.vi),
    ...listChanges('Thời hạn bảo quản', from.retention, to.retention, ({ what }) => what.vi),
    ...listChanges('Cách ghi số', from.numberFormats, to.numberFormats, ({ register }) => codeLabel('numberRegister', register, 'vi')),
    ...listChanges('Biểu thống kê', from.statistics, to.statistics, ({ form }) => form),
  );
  if (from.discipline?.cumulate !== to.discipline?.cumulate)
    changes.push(to.discipline?.cumulate ? 'Biểu quyết: có cộng dồn phiếu.' : 'Biểu quyết: không cộng dồn phiếu.');
  if ((from.discipline?.endsAfterMonths ?? null) !== (to.discipline?.endsAfterMonths ?? null))
    changes.push(
      to.discipline?.endsAfterMonths
        ? `Quyết định kỷ luật tự chấm dứt hiệu lực sau ${to.discipline.endsAfterMonths} tháng.`
        : 'Quyết định kỷ luật không còn tự chấm dứt hiệu lực theo gói này.',
    );
  return changes;
}

const formName = (form: string): string => codeLabel('disciplineForm', form, 'vi').toLowerCase();
const voteName = ({ levels, forms }: PackVote): string =>
  `${levels.length === 0 ? 'mọi cấp' : levels.map((level) => codeLabel('disciplineLevel', level, 'vi')).join(', ')}, ${forms.map(formName).join(', ')}`;

/** What came, went, changed or moved in a list of rules that have names; the order counts for those where the first fit decides. */
function listChanges<T>(what: string, from: readonly T[] | undefined, to: readonly T[] | undefined, nameOf: (one: T) => string): string[] {
  const before = new Map((from ?? []).map((one) => [nameOf(one), one]));
  const after = new Map((to ?? []).map((one) => [nameOf(one), one]));
  const added = [...after.keys()].filter((name) => !before.has(name)).map((name) => `${what}: thêm "${name}".`);
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name) => `${what}: bỏ "${name}".`);
  const changed = [...after].flatMap(([name, one]) =>
    before.has(name) && textOf(before.get(name)) !== textOf(one) ? [`${what}: sửa "${name}".`] : [],
  );
  const order = (names: Iterable<string>, others: ReadonlyMap<string, T>) => [...names].filter((name) => others.has(name)).join('|');
  const moved = order(before.keys(), after) === order(after.keys(), before) ? [] : [`${what}: đổi thứ tự xét.`];
  return [...added, ...gone, ...changed, ...moved];
}

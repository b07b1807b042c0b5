/** Facts about what follows a conclusion, and about the staff of the committee. */
import type { ValuesOfType } from '../../records/registry';
import { type Fact, onlyCode, type Span, within } from '../fact';
import { type FactWorld, type Stored, unitOfMember } from './world';

export type DutyValues = ValuesOfType<'duty'>;
export type StaffValues = ValuesOfType<'inspectionStaff'>;
export type ConclusionValues = ValuesOfType<'conclusion'>;

/** One fact for each duty that falls due in the period. In time, late or not done is told as of its end. */
export function dutyFacts(duties: readonly Stored<DutyValues>[], { span, units, member }: FactWorld): Fact[] {
  return duties.flatMap(({ id, values }): Fact[] => {
    if (!within(values.dueOn, span)) return [];
    const day = values.dueOn as string;
    const unit = values.organisation ?? (values.member ? unitOfMember(member(values.member), day, units) : undefined);
    const about = values.organisation ?? values.member ?? undefined;
    return [
      {
        key: id,
        record: { type: 'duty', id },
        about: about ? { id: about } : {},
        day,
        ...(unit ? { unit } : {}),
        codes: {
          dutyKind: onlyCode(values.kind),
          standing: standingOf(values, day, span),
          assessment: onlyCode(values.assessment),
          risk: onlyCode(values.risk),
          unit: onlyCode(unit),
        },
        figures: { amount: values.amount ?? 0, done: values.amountDone ?? (values.state === 'HOAN_THANH' ? (values.amount ?? 0) : 0) },
      },
    ];
  });
}

function standingOf({ state, doneOn }: DutyValues, due: string, { to }: Span): string[] {
  if (state === 'KHONG_THUC_HIEN') return ['KHONG_THUC_HIEN'];
  const done = state === 'HOAN_THANH' ? (doneOn ?? due) : undefined;
  if (done !== undefined && done <= to) return ['XONG', done <= due ? 'DUNG_HAN' : 'TRE_HAN'];
  // What fell due on the last day may still be done on it.
  return ['CHUA_XONG', due < to ? 'QUA_HAN' : 'TRONG_HAN'];
}

/** One fact for each notice of conclusion of the period. */
export function conclusionFacts(conclusions: readonly Stored<ConclusionValues>[], { span }: FactWorld): Fact[] {
  return conclusions.flatMap(({ id, values }): Fact[] =>
    within(values.issuedOn, span)
      ? [
          {
            key: id,
            record: { type: 'conclusion', id },
            about: values.case ? { id: values.case } : {},
            day: values.issuedOn as string,
            codes: { state: onlyCode(values.state) },
            figures: { amount: values.amountToRecover ?? 0 },
          },
        ]
      : [],
  );
}

/** Who is in office on the last day of the period, with what was completed in it. */
export function staffFacts(staff: readonly Stored<StaffValues>[], { span }: FactWorld): Fact[] {
  return staff.flatMap(({ id, values }): Fact[] => {
    if ((values.from ?? '9999') > span.to || (values.to ?? '9999') < span.to) return [];
    const age = values.birthYear ? Number(span.to.slice(0, 4)) - values.birthYear : undefined;
    return [
      {
        key: id,
        record: { type: 'inspectionStaff', id },
        about: { text: values.fullName ?? '' },
        day: span.to,
        ...(values.organisation ? { unit: values.organisation } : {}),
        codes: {
          post: onlyCode(values.post),
          staffRank: onlyCode(values.rank),
          training: values.training ?? [],
          completed: [
            ...new Set((values.courses ?? []).flatMap(({ kind, completedOn }) => (kind && within(completedOn, span) ? [kind] : []))),
          ],
          age: age === undefined ? [] : [ageGroup(age)],
        },
        texts: { name: values.fullName ?? '', age: age === undefined ? '' : `${age} tuổi` },
      },
    ];
  });
}

const ageGroup = (age: number): string =>
  age < 35 ? 'DUOI_35' : age <= 45 ? '35_45' : age <= 55 ? '46_55' : age <= 60 ? '56_60' : 'TREN_60';

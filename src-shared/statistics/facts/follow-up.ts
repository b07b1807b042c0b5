/** Facts about what follows a conclusion, and about the staff of the committee. */
import type { ValuesOfType } from '../../records/registry';
import { type Codes, type Fact, onlyCode, type Span, within } from '../fact';
import { type FactWorld, perCodes, type Stored, unitOfMember } from './world';

export type DutyValues = ValuesOfType<'duty'>;
export type StaffValues = ValuesOfType<'inspectionStaff'>;
export type ConclusionValues = ValuesOfType<'conclusion'>;

/** One fact for each duty that falls due in the period. In time, late or not done is told as of its end. */
export function dutyFacts(duties: readonly Stored<DutyValues>[], { span, units, member }: FactWorld): Fact[] {
  const codesOf = perCodes<DutyValues, Codes, Standing>(({ kind, assessment, risk }, standing) => ({
    dutyKind: onlyCode(kind),
    standing,
    assessment: onlyCode(assessment),
    risk: onlyCode(risk),
  }));
  const facts: Fact[] = [];
  for (const duty of duties) {
    const { record, values } = duty;
    if (!within(values.dueOn, span)) continue;
    const day = values.dueOn as string;
    const unit = values.organisation ?? (values.member ? unitOfMember(member(values.member), day, units) : undefined);
    const id = values.organisation ?? values.member;
    const about = id ? { id } : {};
    const standing = standingOf(values, day, span);
    const codes = codesOf(duty, standing, standing[standing.length - 1] ?? '');
    const figures = {
      amount: values.amount ?? 0,
      done: values.amountDone ?? (values.state === 'HOAN_THANH' ? (values.amount ?? 0) : 0),
    };
    facts.push(unit ? { record, about, day, unit, codes, figures } : { record, about, day, codes, figures });
  }
  return facts;
}

/** Whether it is done, and how: each ends in another code. */
type Standing = readonly string[];
const [notCarriedOut, inTime, late, overdue, open]: readonly [Standing, Standing, Standing, Standing, Standing] = [
  ['KHONG_THUC_HIEN'],
  ['XONG', 'DUNG_HAN'],
  ['XONG', 'TRE_HAN'],
  ['CHUA_XONG', 'QUA_HAN'],
  ['CHUA_XONG', 'TRONG_HAN'],
];

function standingOf({ state, doneOn }: DutyValues, due: string, { to }: Span): Standing {
  if (state === 'KHONG_THUC_HIEN') return notCarriedOut;
  const done = state === 'HOAN_THANH' ? (doneOn ?? due) : undefined;
  if (done !== undefined && done <= to) return done <= due ? inTime : late;
  // What fell due on the last day may still be done on it.
  return due < to ? overdue : open;
}

/** One fact for each notice of conclusion of the period. */
export function conclusionFacts(conclusions: readonly Stored<ConclusionValues>[], { span }: FactWorld): Fact[] {
  return conclusions.flatMap(({ record, values }): Fact[] =>
    within(values.issuedOn, span)
      ? [
          {
            record,
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
  return staff.flatMap(({ record, values }): Fact[] => {
    if ((values.from ?? '9999') > span.to || (values.to ?? '9999') < span.to) return [];
    const age = values.birthYear ? Number(span.to.slice(0, 4)) - values.birthYear : undefined;
    return [
      {
        record,
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

import type { ValuesOfType } from '../../records/registry';
import { type Codes, type Fact, onlyCode, type RecordRef, within } from '../fact';
import { type FactWorld, rankOfMember, type Stored, unitOfMember } from './world';

export type DecisionValues = ValuesOfType<'disciplinaryDecision'>;

/** One fact for each decision that was signed in the period. */
export function disciplineFacts(decisions: readonly Stored<DecisionValues>[], world: FactWorld): Fact[] {
  return decisions.flatMap(({ record, values }) =>
    within(values.signedOn, world.span)
      ? [{ ...subjectOf(record, values, values.signedOn as string, world), codes: codesOf(values, world) }]
      : [],
  );
}

const kindOf = (values: DecisionValues): string[] => (values.subjectKind ? [values.subjectKind] : values.member ? ['DV'] : ['TCD']);

function subjectOf(record: RecordRef, values: DecisionValues, day: string, { units, member }: FactWorld): Omit<Fact, 'codes'> {
  const about = values.member ?? values.organisation ?? undefined;
  const unit = values.member ? unitOfMember(member(values.member), day, units) : (values.organisation ?? undefined);
  return { record, about: about ? { id: about } : {}, day, ...(unit ? { unit } : {}) };
}

function commonCodes(values: DecisionValues, { units, member }: FactWorld): Codes {
  const who = values.member ? member(values.member) : undefined;
  return {
    kind: kindOf(values),
    rank: values.member ? [values.rank ?? rankOfMember(who)] : [],
    organisationKind: values.organisation ? [units.nodes.get(values.organisation)?.kind ?? 'KHAC'] : [],
  };
}

function codesOf(values: DecisionValues, world: FactWorld): Codes {
  const legal = values.legalHandling && values.legalHandling !== 'KHONG' ? values.legalHandling : undefined;
  return {
    ...commonCodes(values, world),
    level: onlyCode(values.level),
    form: onlyCode(values.form),
    memberField: values.violationsMember ?? [],
    organisationField: values.violationsOrganisation ?? [],
    legal: legal ? ['CO', legal] : [],
    also: [
      ...(values.suspendedFrom && values.suspendedFrom <= world.span.to ? ['DINH_CHI'] : []),
      ...(values.administrativeHandling ? ['HANH_CHINH'] : []),
    ],
  };
}

/** One fact for each complaint that was received in the period; what was decided counts up to its end. */
export function complaintFacts(decisions: readonly Stored<DecisionValues>[], world: FactWorld): Fact[] {
  return decisions.flatMap(({ record, values }) =>
    (values.complaints ?? []).flatMap((complaint): Fact[] => {
      const day = complaint.receivedOn;
      if (!within(day, world.span)) return [];
      const solved = complaint.decidedOn && complaint.decidedOn <= world.span.to;
      const changed = complaint.result && complaint.result !== 'GIU_NGUYEN';
      return [
        {
          ...subjectOf(record, values, day as string, world),
          part: complaint.id,
          codes: {
            ...commonCodes(values, world),
            level: complaint.body ? [complaint.body] : [],
            ground: complaint.grounds ?? [],
            result: solved ? ['XONG', ...(complaint.result ? [complaint.result] : []), ...(changed ? ['THAY_DOI'] : [])] : [],
            cause: solved && changed && complaint.cause ? [complaint.cause] : [],
          },
        },
      ];
    }),
  );
}

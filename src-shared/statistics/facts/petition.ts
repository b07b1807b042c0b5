import type { ValuesOfType } from '../../records/registry';
import { type Fact, onlyCode, within } from '../fact';
import { unique } from './inspected';
import { type FactWorld, type Stored, unitOfMember } from './world';

export type PetitionValues = ValuesOfType<'petition'>;

/** Level for the columns trung ương, tỉnh, huyện (now xã), cơ sở. */
const levels: Readonly<Record<string, string>> = { TW: 'TW', TINH: 'TINH', HUYEN: 'XA', XA: 'XA', CO_SO: 'CO_SO', CHI_BO: 'CO_SO' };

/** One fact for each petition that was received in the period; how it was handled counts as it stands now, its end up to the end of the period. */
export function petitionFacts(petitions: readonly Stored<PetitionValues>[], world: FactWorld): Fact[] {
  return petitions.flatMap(({ id, values }) => (within(values.receivedOn, world.span) ? [factOf(id, values, world)] : []));
}

function factOf(id: string, values: PetitionValues, { units, member, span }: FactWorld): Fact {
  const day = values.receivedOn as string;
  const organisation = values.accusedOrganisations?.[0];
  const person = values.accusedMembers?.[0];
  const unit = organisation ?? (person ? unitOfMember(member(person), day, units) : undefined);
  const about = person ?? organisation;
  const solved = values.closedOn ?? values.answeredOn;
  return {
    key: id,
    record: { type: 'petition', id },
    about: { ...(about ? { id: about } : {}), ...(values.accusedText ? { text: values.accusedText } : {}) },
    day,
    ...(unit ? { unit } : {}),
    codes: {
      petitionKind: onlyCode(values.kind),
      // A complaint is of an organisation where that is what it says of itself, or what the decision was about.
      complainant: [values.petitionerKind === 'TO_CHUC_DANG' || (!values.petitionerKind && organisation && !person) ? 'TCD' : 'DV'],
      petitioner: onlyCode(values.petitionerKind),
      competent: values.competentLevel ? [levels[values.competentLevel] ?? values.competentLevel] : [],
      accusedLevel: values.managedBy ? [levels[values.managedBy] ?? values.managedBy] : [],
      memberField: unique((values.items ?? []).map(({ field }) => field)),
      ground: values.complaintGrounds ?? [],
      sorted: sortedOf(values),
      classification: onlyCode(values.classification),
      handling: onlyCode(values.handling),
      result: solved && solved <= span.to ? ['XONG'] : [],
      unit: onlyCode(unit),
    },
  };
}

/** Phân loại: to be handled, or not because nobody or somebody else stands behind it. */
function sortedOf({ classification, signatureForm }: PetitionValues): string[] {
  if (classification === 'DU_DIEU_KIEN') return ['PHAI_GIAI_QUYET'];
  if (signatureForm === 'GIAU_TEN') return ['GIAU_TEN'];
  if (signatureForm === 'MAO_TEN') return ['MAO_TEN'];
  return classification ? ['KHAC'] : [];
}

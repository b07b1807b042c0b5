import type { ValuesOfType } from '../../records/registry';
import { type Fact, onlyCode, within } from '../fact';
import { unique } from './inspected';
import { type FactWorld, type Stored, unitOfMember } from './world';

export type PetitionValues = ValuesOfType<'petition'>;

/** Level for the columns trung ương, tỉnh, huyện (now xã), cơ sở. */
const levels: Readonly<Record<string, string>> = { TW: 'TW', TINH: 'TINH', HUYEN: 'XA', XA: 'XA', CO_SO: 'CO_SO', CHI_BO: 'CO_SO' };

/** One fact for each petition that was received in the period; how it was handled counts as it stands now, its end up to the end of the period. */
export function petitionFacts(petitions: readonly Stored<PetitionValues>[], world: FactWorld): Fact[] {
  const facts: Fact[] = [];
  for (const { id, values } of petitions) if (within(values.receivedOn, world.span)) facts.push(factOf(id, values, world));
  return facts;
}

/** Lists of codes are shared between facts, and nothing is spread: a term has many thousands of petitions. */
function factOf(id: string, values: PetitionValues, { units, member, span }: FactWorld): Fact {
  const day = values.receivedOn as string;
  const organisation = values.accusedOrganisations?.[0];
  const person = values.accusedMembers?.[0];
  const unit = organisation ?? (person ? unitOfMember(member(person), day, units) : undefined);
  const about = aboutOf(person ?? organisation, values.accusedText);
  const solved = values.closedOn ?? values.answeredOn;
  const codes: Fact['codes'] = {
    petitionKind: onlyCode(values.kind),
    // A complaint is of an organisation where that is what it says of itself, or what the decision was about.
    complainant: onlyCode(values.petitionerKind === 'TO_CHUC_DANG' || (!values.petitionerKind && organisation && !person) ? 'TCD' : 'DV'),
    petitioner: onlyCode(values.petitionerKind),
    competent: onlyCode(levelOf(values.competentLevel)),
    accusedLevel: onlyCode(levelOf(values.managedBy)),
    memberField: fieldsOf(values.items),
    ground: values.complaintGrounds ?? onlyCode(undefined),
    sorted: onlyCode(sortedOf(values)),
    classification: onlyCode(values.classification),
    handling: onlyCode(values.handling),
    result: onlyCode(solved && solved <= span.to ? 'XONG' : undefined),
    unit: onlyCode(unit),
  };
  const record = { type: 'petition', id } as const;
  return unit ? { key: id, record, about, day, unit, codes } : { key: id, record, about, day, codes };
}

function aboutOf(id: string | undefined, text: string | null | undefined): Fact['about'] {
  if (text) return id ? { id, text } : { text };
  return id ? { id } : {};
}

const levelOf = (managed: string | null | undefined): string | undefined => (managed ? (levels[managed] ?? managed) : undefined);

function fieldsOf(items: PetitionValues['items']): readonly string[] {
  if (!items || items.length === 0) return onlyCode(undefined);
  return items.length === 1 ? onlyCode(items[0]?.field) : unique(items.map(({ field }) => field));
}

/** Phân loại: to be handled, or not because nobody or somebody else stands behind it. */
function sortedOf({ classification, signatureForm }: PetitionValues): string | undefined {
  if (classification === 'DU_DIEU_KIEN') return 'PHAI_GIAI_QUYET';
  if (signatureForm === 'GIAU_TEN' || signatureForm === 'MAO_TEN') return signatureForm;
  return classification ? 'KHAC' : undefined;
}

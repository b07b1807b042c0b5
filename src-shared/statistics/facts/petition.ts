import type { ValuesOfType } from '../../records/registry';
import { type Codes, type Fact, onlyCode, within } from '../fact';
import { unique } from './inspected';
import { type FactWorld, perCodes, type Stored, unitOfMember } from './world';

export type PetitionValues = ValuesOfType<'petition'>;

/** Level for the columns trung ương, tỉnh, huyện (now xã), cơ sở. */
const levels: Readonly<Record<string, string>> = { TW: 'TW', TINH: 'TINH', HUYEN: 'XA', XA: 'XA', CO_SO: 'CO_SO', CHI_BO: 'CO_SO' };

/** One fact for each petition that was received in the period; how it was handled counts as it stands now, its end up to the end of the period. */
export function petitionFacts(petitions: readonly Stored<PetitionValues>[], world: FactWorld): Fact[] {
  const codesOf = perCodes(codesOfPetition);
  const facts: Fact[] = [];
  for (const petition of petitions) if (within(petition.values.receivedOn, world.span)) facts.push(factOf(petition, world, codesOf));
  return facts;
}

/** What decides beside the codes of a petition. */
interface More {
  readonly solved: boolean;
  /** An organisation is accused, and nobody else. */
  readonly organisationAlone: boolean;
}
type CodesOf = (petition: Stored<PetitionValues>, more: More, key: string) => Codes;

/** Codes are shared between facts, and nothing is spread: a term has many thousands of petitions. */
function factOf(petition: Stored<PetitionValues>, { units, member, span }: FactWorld, codesOf: CodesOf): Fact {
  const { record, values } = petition;
  const day = values.receivedOn as string;
  const organisation = values.accusedOrganisations?.[0];
  const person = values.accusedMembers?.[0];
  const unit = organisation ?? (person ? unitOfMember(member(person), day, units) : undefined);
  const about = aboutOf(person ?? organisation, values.accusedText);
  const ended = values.closedOn ?? values.answeredOn;
  const solved = Boolean(ended && ended <= span.to);
  const organisationAlone = Boolean(organisation && !person);
  const codes = codesOf(petition, { solved, organisationAlone }, organisationAlone ? (solved ? 'os' : 'o') : solved ? 's' : '');
  return unit ? { record, about, day, unit, codes } : { record, about, day, codes };
}

const codesOfPetition = (values: Partial<PetitionValues>, { solved, organisationAlone }: More): Codes => ({
  petitionKind: onlyCode(values.kind),
  // A complaint is of an organisation where that is what it says of itself, or what the decision was about.
  complainant: onlyCode(values.petitionerKind === 'TO_CHUC_DANG' || (!values.petitionerKind && organisationAlone) ? 'TCD' : 'DV'),
  petitioner: onlyCode(values.petitionerKind),
  competent: onlyCode(levelOf(values.competentLevel)),
  accusedLevel: onlyCode(levelOf(values.managedBy)),
  memberField: fieldsOf(values.items),
  ground: values.complaintGrounds ?? [],
  sorted: onlyCode(sortedOf(values)),
  classification: onlyCode(values.classification),
  handling: onlyCode(values.handling),
  result: onlyCode(solved ? 'XONG' : undefined),
});

function aboutOf(id: string | undefined, text: string | null | undefined): Fact['about'] {
  if (text) return id ? { id, text } : { text };
  return id ? { id } : {};
}

const levelOf = (managed: string | null | undefined): string | undefined => (managed ? (levels[managed] ?? managed) : undefined);

function fieldsOf(items: PetitionValues['items']): readonly string[] {
  return unique((items ?? []).map(({ field }) => field));
}

/** Phân loại: to be handled, or not because nobody or somebody else stands behind it. */
function sortedOf({ classification, signatureForm }: Partial<PetitionValues>): string | undefined {
  if (classification === 'DU_DIEU_KIEN') return 'PHAI_GIAI_QUYET';
  if (signatureForm === 'GIAU_TEN' || signatureForm === 'MAO_TEN') return signatureForm;
  return classification ? 'KHAC' : undefined;
}

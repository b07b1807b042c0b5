import type { ValuesOfType } from '../../records/registry';
import { type Codes, type Fact, onlyCode, within } from '../fact';
import { levelOfBody } from './levels';
import { type FactWorld, perCodes, rankOfMember, type Stored, unitOfMember } from './world';

export type CaseValues = ValuesOfType<'case'>;
type Subject = NonNullable<CaseValues['subjects']>[number];

/** Types whose subject is an organisation even where it stands in words only; of the others words alone do not say what it is. */
const ofOrganisations = new Set(['KT_DHVP_TC', 'KT_NV_KTGS', 'KT_THKL', 'KT_TCD']);
const ofMembers = new Set(['KT_DHVP_DV', 'KS_TSTN']);
/** States in which a conclusion stands although no notice is registered. */
const concludedStates = new Set(['KET_LUAN', 'THONG_BAO', 'THEO_DOI_KHAC_PHUC', 'LUU_HO_SO']);
const notSubjects = new Set(['LIEN_QUAN', 'QUAN_LY']);

/** The day on which a case began for statistics: that of its decision, else when it was announced or opened. */
export const startOfCase = (v: CaseValues): string => v.decisionOn ?? v.announcedOn ?? v.openedOn ?? '';

/** One fact for each person or organisation that a case of the period is about. Results count up to the end of the period. */
export function inspectedFacts(cases: readonly Stored<CaseValues>[], world: FactWorld): Fact[] {
  const codesOf = perCodes(codesOfSubject);
  const facts: Fact[] = [];
  for (const one of cases) {
    const day = startOfCase(one.values);
    if (!within(day, world.span)) continue;
    let first = true;
    for (const subject of one.values.subjects ?? []) {
      if (subject.role && notSubjects.has(subject.role)) continue;
      facts.push(factOf(one, subject, first, day, world, codesOf));
      first = false;
    }
  }
  return facts;
}

/** What decides beside the codes of a case. */
interface More {
  readonly kind: 'DV' | 'TCD' | undefined;
  readonly level: string | undefined;
  readonly rank: string | undefined;
  readonly organisationKind: string | undefined;
  /** Concluded in the period. */
  readonly concluded: boolean;
  /** By a decision that names the case. */
  readonly disciplined: boolean;
  /** Said of this subject alone. */
  readonly outcome: readonly string[] | undefined;
}

function factOf(
  one: Stored<CaseValues>,
  subject: Subject,
  first: boolean,
  day: string,
  world: FactWorld,
  codesOf: (one: Stored<CaseValues>, more: More, key: string) => Codes,
): Fact {
  const { record, values } = one;
  const member = subject.member ? world.member(subject.member) : undefined;
  const kind = kindOf(values.type ?? '', subject);
  const level = values.inspectingBody ? levelOfBody(values.inspectingBody, day) : undefined;
  const rank = kind === 'DV' ? (subject.rank ?? rankOfMember(member)) : undefined;
  const node = subject.organisation ? world.units.nodes.get(subject.organisation) : undefined;
  const organisationKind = kind === 'TCD' ? (node?.kind ?? 'KHAC') : undefined;
  const about = subject.member ?? subject.organisation ?? undefined;
  const concluded = isConcluded(record.id, values, day, world);
  const disciplined = about !== undefined && isDisciplined(record.id, about, world);
  const outcome = subject.outcome && subject.outcome.length > 0 ? subject.outcome : undefined;
  const more = { kind, level, rank, organisationKind, concluded, disciplined, outcome };
  // What is said of one subject, and money, are not among the codes of a case.
  const codes =
    outcome || (values.finance ?? []).length > 0
      ? codesOfSubject(values, more)
      : codesOf(one, more, `${kind} ${level} ${rank} ${organisationKind} ${concluded} ${disciplined}`);
  const unit = subject.member ? unitOfMember(member, day, world.units) : (subject.organisation ?? undefined);
  return {
    record,
    part: subject.id,
    about: { ...(about ? { id: about } : {}), ...(subject.text ? { text: subject.text } : {}) },
    day,
    ...(unit ? { unit } : {}),
    codes,
    // Figures of a case stand once, with its first subject.
    ...(first ? { figures: figuresOf(values) } : {}),
  };
}

function codesOfSubject(values: Partial<CaseValues>, more: More): Codes {
  const items = values.items ?? [];
  const finance = values.finance ?? [];
  const memberField = unique(items.map(({ fieldMember }) => fieldMember));
  const organisationField = unique(items.map(({ fieldOrganisation }) => fieldOrganisation));
  return {
    kind: onlyCode(more.kind),
    caseType: onlyCode(values.type),
    level: onlyCode(more.level),
    rank: onlyCode(more.rank),
    organisationKind: onlyCode(more.organisationKind),
    memberField,
    organisationField,
    content: contentsOf(values, memberField, organisationField),
    finance: unique(finance.map(({ sphere }) => sphere)),
    onlyDues: finance.length > 0 && finance.every(({ sphere }) => sphere === 'DANG_PHI') ? ['CO'] : [],
    result: resultsOf(values, more),
    source: onlyCode(values.detectionSource),
  };
}

const kindOf = (type: string, subject: Subject): 'DV' | 'TCD' | undefined =>
  subject.member ? 'DV' : subject.organisation ? 'TCD' : ofMembers.has(type) ? 'DV' : ofOrganisations.has(type) ? 'TCD' : undefined;

export const unique = (codes: readonly (string | null | undefined)[]): string[] => [
  ...new Set(codes.filter((code) => typeof code === 'string')),
];

/**
 * Content as the forms of supervision and of Article 30 count it. Where nobody chose it, it follows from the fields of the items: the code
 * sets overlap in these places (domain-2, 1.2), the rest is 'other'.
 */
function contentsOf(values: Partial<CaseValues>, memberFields: readonly string[], organisationFields: readonly string[]): string[] {
  if (values.inspected && values.inspected.length > 0) return [...values.inspected];
  return unique([...memberFields, ...organisationFields].map((field) => contentOfField[field] ?? 'KHAC'));
}

const contentOfField: Readonly<Record<string, string>> = {
  DV01: 'QUY_CHE_TTDC',
  DV02: 'DAO_DUC',
  DV04: 'DIEU_DV_KDL',
  DV07: 'CHUC_TRACH',
  DV10: 'KE_KHAI_TS',
  TC01: 'NQ_CT_QD',
  TC02: 'CHINH_SACH_PL',
  TC03: 'QUY_CHE_TTDC',
};

/** What follows from a result: who was disciplined had to be, who had to be is in breach, who is in breach did not do well. */
const implied: Readonly<Record<string, readonly string[]>> = {
  DA_THKL: ['PHAI_THKL'],
  PHAI_THKL: ['CO_VI_PHAM'],
  CHUA_DEN_MUC_KY_LUAT: ['CO_VI_PHAM'],
  SAI_PHAM_TAI_CHINH: ['CO_VI_PHAM'],
  CO_VI_PHAM: ['KHUYET_DIEM_VI_PHAM'],
  CO_KHUYET_DIEM: ['KHUYET_DIEM_VI_PHAM'],
  KHUYET_DIEM_VI_PHAM: ['CHUA_TOT'],
  KHONG_VI_PHAM: ['THUC_HIEN_TOT'],
  CHUYEN_KT_DHVP: ['CO_DHVP'],
};

function isConcluded(id: string, values: CaseValues, day: string, world: FactWorld): boolean {
  const on = world.concludedOn(id) ?? values.closedOn ?? (concludedStates.has(values.state ?? '') ? day : undefined);
  return on !== undefined && on <= world.span.to;
}

const isDisciplined = (id: string, about: string, world: FactWorld): boolean =>
  world.decisionsOf(id).some((decision) => decision.subject === about && decision.signedOn <= world.span.to);

function resultsOf(values: Partial<CaseValues>, { concluded, disciplined, outcome }: More): string[] {
  const found = new Set<string>();
  if (concluded) {
    found.add('XONG');
    for (const code of [...(outcome ?? values.outcome ?? []), ...conclusionsOfItems(values)]) found.add(code);
  }
  if (disciplined) found.add('DA_THKL');
  for (const code of found) for (const more of implied[code] ?? []) found.add(more);
  return [...found];
}

/** Denunciations are concluded item by item (domain 2.5): true in one item is true in part. */
function conclusionsOfItems(values: Partial<CaseValues>): string[] {
  if (values.type !== 'GQ_TC') return [];
  const codes = unique((values.items ?? []).map(({ conclusion }) => conclusion));
  if (codes.length === 0) return [];
  const right = codes.filter((code) => code.startsWith('DUNG_'));
  if (right.length > 0) return ['TO_DUNG', ...(right.includes('DUNG_VI_PHAM') ? ['DUNG_CO_VI_PHAM', 'CO_VI_PHAM'] : [])];
  return [codes.includes('SAI') ? 'TO_SAI' : 'CHUA_CO_SO'];
}

function figuresOf(values: CaseValues): Record<string, number> {
  const figures: Record<string, number> = {};
  const add = (name: string, value: number | null | undefined) => {
    if (value) figures[name] = (figures[name] ?? 0) + value;
  };
  for (const { name, value } of values.figures ?? []) add(name ?? '', value);
  for (const { sphere, breach, amount, handling, proposed, done } of values.finance ?? []) {
    const of = sphere === 'DANG_PHI' ? 'dues' : 'budget';
    add(`${of}.total`, amount);
    add(`${of}.${breach ?? 'KHAC'}`, amount);
    add(`${of}.proposed.${handling ?? 'KHAC'}`, proposed);
    add(`${of}.done.${handling ?? 'KHAC'}`, done);
  }
  return figures;
}

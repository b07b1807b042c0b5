/** Committees of all sizes for properties of statistics: none, one or many records of each kind, with and without what the forms count by. */
import fc from 'fast-check';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Fact, SourceName, Span } from '#shared/statistics/fact';
import { complaintFactsOfCases } from '#shared/statistics/facts/complaint-cases';
import { complaintFacts, type DecisionValues, disciplineFacts } from '#shared/statistics/facts/discipline';
import {
  conclusionFacts,
  type ConclusionValues,
  dutyFacts,
  type DutyValues,
  staffFacts,
  type StaffValues,
} from '#shared/statistics/facts/follow-up';
import { type CaseValues, inspectedFacts } from '#shared/statistics/facts/inspected';
import { petitionFacts } from '#shared/statistics/facts/petition';
import type { FactWorld, MemberValues, Stored } from '#shared/statistics/facts/world';
import { type RawUnit, unitsOf } from '#shared/statistics/units';

type Petition = Parameters<typeof petitionFacts>[0][number];

export interface Committee {
  readonly units: readonly RawUnit[];
  readonly members: Readonly<Record<string, MemberValues>>;
  readonly cases: readonly Stored<CaseValues>[];
  readonly decisions: readonly Stored<DecisionValues>[];
  readonly petitions: readonly Petition[];
  readonly duties: readonly Stored<DutyValues>[];
  readonly conclusions: readonly Stored<ConclusionValues>[];
  readonly staff: readonly Stored<StaffValues>[];
}

/** Any day of 2026. */
export const anyDay = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const some = (...all: string[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const one = (...all: string[]) => fc.constantFrom(...all);

const units: readonly RawUnit[] = [
  { id: 'top', name: 'Đảng ủy', kind: 'DANG_UY_XA', state: 'HOAT_DONG' },
  { id: 'o1', name: 'Một', kind: 'CHI_BO_CO_SO', state: 'HOAT_DONG', parent: 'top' },
  { id: 'o2', name: 'Hai', kind: 'DANG_BO_CO_SO', state: 'HOAT_DONG', parent: 'top' },
  { id: 'o3', name: 'Ba', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG', parent: 'o2' },
];
const members: Readonly<Record<string, MemberValues>> = {
  m1: { cell: 'o1', committeeMemberOf: ['XA'], managedBy: null, cellHistory: null },
  m2: { cell: 'o1', committeeMemberOf: ['CHI_UY'], managedBy: null, cellHistory: null },
  m3: { cell: 'o3', committeeMemberOf: [], managedBy: 'XA', cellHistory: null },
};
const whom = one('m1', 'm2', 'm3', 'o1', 'o2', 'o3');
const about = (who: string) => (who.startsWith('m') ? { member: who } : { organisation: who });
const memberFields = ['DV01', 'DV05', 'DV08', 'DV09', 'DV10', 'DV11'];

const aCase = fc
  .record({
    type: one('KT_DHVP_DV', 'KT_DHVP_TC', 'KT_CH', 'GS_CD', 'GS_TX', 'GQ_TC', 'GQ_KN', 'KT_TCD', 'KT_NV_KTGS', 'KT_THKL', 'THKL'),
    state: one('THAM_TRA_XAC_MINH', 'LUU_HO_SO', 'KET_LUAN'),
    inspectingBody: maybe(one('UBKT', 'BTV', 'DU', 'CHI_BO', 'DU_CO_SO', 'UBKT_CO_SO', 'TINH')),
    openedOn: anyDay,
    decisionOn: maybe(anyDay),
    closedOn: maybe(anyDay),
    outcome: some('THUC_HIEN_TOT', 'CHUA_TOT', 'CO_VI_PHAM', 'PHAI_THKL', 'DA_THKL', 'CO_DHVP', 'CHUYEN_KT_DHVP', 'KHONG_VI_PHAM', 'TANG'),
    who: fc.array(whom, { maxLength: 3 }),
    fields: some('DV01', 'DV08', 'DV09', 'TC01', 'TC05'),
    found: maybe(one('SAI', 'KHONG_CAN_CU', 'DUNG_KHUYET_DIEM', 'DUNG_VI_PHAM')),
    amount: fc.integer({ min: 0, max: 90_000_000 }),
  })
  .map(({ who, fields, found, amount, ...values }) => ({
    ...values,
    subjects: who.map((each, n) => ({ id: `s${n}`, ...about(each) })),
    items: fields.map((field, n) => ({
      id: `i${n}`,
      ...(field.startsWith('D') ? { fieldMember: field } : { fieldOrganisation: field }),
      conclusion: found ?? null,
    })),
    finance:
      amount > 40_000_000
        ? [{ id: 'f', sphere: amount % 2 ? 'CAP_UY' : 'DANG_PHI', breach: 'CHI_SAI', amount, handling: 'THU_HOI', proposed: amount }]
        : [],
    figures: values.type === 'KT_THKL' ? [{ id: 'x', name: 'DV_BI_KL', value: amount % 7 }] : [],
  }));

const aDecision = fc
  .record({
    who: whom,
    signedOn: anyDay,
    level: maybe(one('CHI_BO', 'DUCS', 'UBKT_XA', 'BTV_XA', 'DU_XA', 'TINH_UY')),
    form: maybe(one('KHIEN_TRACH', 'CANH_CAO', 'CACH_CHUC', 'KHAI_TRU', 'GIAI_TAN')),
    fields: some(...memberFields),
    legalHandling: maybe(one('KHONG', 'PHAT_TU', 'AN_TREO', 'KHAC')),
    suspendedFrom: maybe(anyDay),
    complaints: fc.array(
      fc.record({
        receivedOn: anyDay,
        decidedOn: maybe(anyDay),
        body: one('UBKT_XA', 'BTV_XA', 'DU_XA'),
        grounds: some('NOI_DUNG', 'HINH_THUC', 'THU_TUC'),
        result: maybe(one('GIU_NGUYEN', 'TANG', 'GIAM', 'XOA')),
        cause: maybe(one('VAN_DUNG', 'THAM_TRA', 'KHAC')),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ who, fields, complaints, ...values }) => ({
    ...values,
    ...about(who),
    ...(who.startsWith('m')
      ? { violationsMember: fields }
      : { violationsOrganisation: fields.map((code) => code.replace(/^DV\d\d/, 'TC07')) }),
    complaints: complaints.map((complaint, n) => ({ id: `k${n}`, ...complaint })),
  }));

const aPetition = fc
  .record({
    receivedOn: anyDay,
    kind: one('TC', 'KN', 'PA', 'KG', 'KHAC'),
    petitionerKind: maybe(one('DANG_VIEN', 'CONG_DAN', 'TO_CHUC_DANG')),
    signatureForm: maybe(one('CO_TEN', 'GIAU_TEN', 'MAO_TEN')),
    who: maybe(whom),
    managedBy: maybe(one('TW', 'TINH', 'XA', 'CO_SO', 'CHI_BO')),
    competentLevel: maybe(one('TINH', 'XA', 'CO_SO')),
    fields: some(...memberFields),
    complaintGrounds: some('NOI_DUNG', 'HINH_THUC', 'THU_TUC'),
    classification: maybe(one('DU_DIEU_KIEN', 'KHONG_DU_DIEU_KIEN', 'KHONG_THAM_QUYEN')),
    handling: maybe(one('THU_LY', 'CHUYEN', 'HUONG_DAN', 'TRA_LAI', 'LUU')),
    closedOn: maybe(anyDay),
  })
  .map(({ who, fields, ...values }) => ({
    ...values,
    accusedMembers: who?.startsWith('m') ? [who] : [],
    accusedOrganisations: who?.startsWith('o') ? [who] : [],
    items: fields.map((field, n) => ({ id: `i${n}`, field })),
  }));

const aDuty = fc
  .record({
    who: maybe(whom),
    dueOn: anyDay,
    kind: maybe(one('KIEM_DIEM', 'KHAC_PHUC', 'THU_HOI_TIEN')),
    state: one('CHUA_BAT_DAU', 'DANG_THUC_HIEN', 'HOAN_THANH', 'KHONG_THUC_HIEN'),
    doneOn: maybe(anyDay),
    amount: fc.integer({ min: 0, max: 5_000_000 }),
  })
  .map(({ who, ...values }) => ({ ...values, ...(who ? about(who) : {}) }));

const aStaff = fc.record({
  fullName: one('An', 'Bình'),
  post: maybe(one('CHU_NHIEM', 'PHO_CHU_NHIEM', 'UV_CHUYEN_TRACH')),
  rank: maybe(one('KTV', 'KTVC', 'CAN_SU')),
  from: fc.constant('2025-07-01'),
  to: maybe(anyDay),
});

const storedAs = (type: RecordTypeName, id: string, values: object) => ({ record: { type, id }, values: values as never });
const stored = (type: RecordTypeName, values: fc.Arbitrary<object>, maxLength: number) =>
  fc.array(values, { maxLength }).map((list) => list.map((each, n) => storedAs(type, `${type}${n}`, each)));

export const committees: fc.Arbitrary<Committee> = fc
  .record({
    cases: stored('case', aCase, 25),
    decisions: stored('disciplinaryDecision', aDecision, 12),
    petitions: stored('petition', aPetition, 20),
    duties: stored('duty', aDuty, 15),
    staff: stored('inspectionStaff', aStaff, 4),
    concluded: fc.array(fc.tuple(fc.nat({ max: 24 }), anyDay), { maxLength: 10 }),
    decided: fc.array(fc.nat({ max: 24 }), { maxLength: 12 }),
  })
  .map(({ concluded, decided, decisions, ...rest }) => ({
    ...rest,
    units,
    members,
    decisions: decisions.map(({ record, values }, n) =>
      storedAs('disciplinaryDecision', record.id, decided[n] === undefined ? values : { ...(values as object), case: `case${decided[n]}` }),
    ),
    conclusions: concluded.map(([at, issuedOn], n) =>
      storedAs('conclusion', `conclusion${n}`, { case: `case${at}`, issuedOn, state: 'MOI', amountToRecover: at * 1_000_000 }),
    ),
  }));

/** The facts of a committee by source, as the service makes them of its records. */
export function factsOf(committee: Committee, span: Span): (source: SourceName) => readonly Fact[] {
  const { cases, decisions } = committee;
  const world: FactWorld = {
    span,
    units: unitsOf(committee.units),
    member: (id) => committee.members[id],
    concludedOn: (id) =>
      committee.conclusions
        .filter(({ values }) => values.case === id)
        .map(({ values }) => values.issuedOn as string)
        .sort()[0],
    decisionsOf: (id) =>
      decisions
        .filter(({ values }) => values.case === id)
        .map(({ values }) => ({ subject: (values.member ?? values.organisation) as string, signedOn: values.signedOn as string })),
    complaintCases: new Set(),
  };
  const made: Readonly<Record<SourceName, readonly Fact[]>> = {
    inspected: inspectedFacts(cases, world),
    discipline: disciplineFacts(decisions, world),
    complaint: [...complaintFacts(decisions, world), ...complaintFactsOfCases(cases, world)],
    petition: petitionFacts(committee.petitions, world),
    duty: dutyFacts(committee.duties, world),
    conclusion: conclusionFacts(committee.conclusions, world),
    staff: staffFacts(committee.staff, world),
  };
  return (source) => made[source];
}

/** The same committee after o1 and o3 became one on this day: the new cell names both, and their members are in it from then on. */
export function merged(committee: Committee, day: string): Committee {
  const before = new Set(['o1', 'o3']);
  return {
    ...committee,
    units: [
      ...committee.units.map((unit) => (before.has(unit.id) ? { ...unit, state: 'SAP_NHAP', validTo: day } : unit)),
      {
        id: 'new',
        name: 'Mới',
        kind: 'CHI_BO_CO_SO',
        state: 'HOAT_DONG',
        parent: 'top',
        validFrom: day,
        lineage: [...before].map((organisation) => ({ kind: 'TIEN_THAN', organisation })),
      },
    ],
    members: Object.fromEntries(
      Object.entries(committee.members).map(([id, member]) => [
        id,
        before.has(member.cell ?? '')
          ? {
              ...member,
              cell: 'new',
              cellHistory: [
                { id: 'h1', organisation: member.cell, to: dayBefore(day) },
                { id: 'h2', organisation: 'new', from: day },
              ] as MemberValues['cellHistory'],
            }
          : member,
      ]),
    ),
  };
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

import { addDays, type Day } from '../rules/day';
import type { CaseWorld, PlannedCase } from './case-planning';
import type { PlannedDocument } from './outgoing';
import type { SampleMember } from './members';
import { committeeName, merger } from './places';
import { fill, twoDigits } from './phrases';
import type { SampleRecord } from './sample-record';
import { violations, type Topic } from './topics';

export interface PlannedDecision {
  readonly id: string;
  readonly member: SampleMember;
  readonly topic: Topic;
  readonly signedOn: Day;
  readonly form: string;
  readonly case: PlannedCase | undefined;
  /** Issued by the committee; a cell numbers its own. */
  readonly document: PlannedDocument | undefined;
  readonly cellNumber: number;
}

const formLabels: Readonly<Record<string, string>> = {
  KHIEN_TRACH: 'Khiển trách',
  CANH_CAO: 'Cảnh cáo',
  CACH_CHUC: 'Cách chức',
  KHAI_TRU: 'Khai trừ',
};

/** Decisions of the committee after its disciplinary cases, and `count` decisions of cells. */
export function planDecisions(
  { random, makeId, members, register }: CaseWorld,
  cases: readonly PlannedCase[],
  count: number,
  days: number,
): PlannedDecision[] {
  const form = (member: SampleMember): string =>
    random.weighted(
      member.official
        ? [['KHIEN_TRACH', 55], ['CANH_CAO', 30], ['KHAI_TRU', 8], ...(member.post ? [['CACH_CHUC', 10] as const] : [])]
        : [
            ['KHIEN_TRACH', 70],
            ['CANH_CAO', 30],
          ],
    );
  const own = cases
    .filter((one) => one.type === 'THKL' && one.progress === 6 && one.closedOn && one.member)
    .map((one): PlannedDecision => {
      const member = one.member as SampleMember;
      const signedOn = one.closedOn as Day;
      const chosen = form(member);
      const document = register.plan(
        'QD',
        signedOn,
        `${formLabels[chosen]} đồng chí ${member.name}, ${member.cell.name}`,
        `- Đồng chí ${member.name},\n- ${member.cell.name},\n- Lưu Ủy ban Kiểm tra.`,
      );
      return {
        id: makeId(signedOn),
        member,
        topic: one.topic ?? random.pick(violations),
        signedOn,
        form: chosen,
        case: one,
        document,
        cellNumber: 0,
      };
    });
  const ofCells = Array.from({ length: count }, (_, i): PlannedDecision => {
    const member = random.pick(members);
    const signedOn = addDays(merger.firstDay, random.int(30, days - 20));
    return {
      id: makeId(signedOn),
      member,
      topic: random.pick(violations),
      signedOn,
      form: random.pick(['KHIEN_TRACH', 'KHIEN_TRACH', 'CANH_CAO']),
      case: undefined,
      document: undefined,
      cellNumber: (i % 9) + 1,
    };
  });
  return [...own, ...ofCells].sort((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : 0));
}

export function decisionRecord({ random, makeId, today }: CaseWorld, one: PlannedDecision): SampleRecord {
  const { member, topic, signedOn, form, document } = one;
  const total = document ? 5 : Math.max(3, (member.cell.values.officialMembers as number | undefined) ?? 3);
  const present = document ? 5 : Math.max(Math.ceil(total * 0.67), total - random.int(0, 2));
  const forForm = Math.min(present, Math.floor(total / 2) + 1 + random.int(0, Math.max(0, present - Math.floor(total / 2) - 1)));
  const other = form === 'KHIEN_TRACH' ? 'KHONG_KY_LUAT' : 'KHIEN_TRACH';
  const announcedOn = addDays(signedOn, random.int(2, 9));
  const expired = addDays(signedOn, 365) <= today;
  return {
    type: 'disciplinaryDecision',
    id: one.id,
    values: {
      number: document?.symbol ?? `${twoDigits(one.cellNumber)}-QĐ/CB`,
      signedOn,
      decidedBy: document ? committeeName : member.cell.name,
      level: document ? 'UBKT_XA' : 'CHI_BO',
      form,
      summary: `${formLabels[form]} đồng chí ${member.name}`,
      ...(one.case ? { case: one.case.id } : {}),
      secrecy: 'THUONG',
      subjectKind: 'DV',
      member: member.id,
      ...(member.post ? { postAtViolation: member.post, postAtDecision: member.post } : {}),
      managedBy: member.committeeMemberOf.includes('XA') ? 'XA' : 'CHI_BO',
      violationsMember: [topic.member],
      violationText: topic.items.map(({ text }) => fill(random, text, { noi: member.cell.place })).join('\n'),
      violatedFrom: addDays(signedOn, -random.int(500, 900)),
      violatedTo: addDays(signedOn, -random.int(120, 480)),
      provisions: [{ id: makeId(signedOn), text: signedOn >= '2026-08-17' ? '212-QĐ/TW' : '69-QĐ/TW' }],
      ...(random.chance(0.3) ? { mitigating: [random.pick(['BAO_CAO_VI_PHAM', 'KHAC_PHUC_HAU_QUA'])] } : {}),
      ...(random.chance(0.1) ? { aggravating: ['DA_NHAC_NHO'] } : {}),
      votersTotal: total,
      votersPresent: present,
      votes: [
        { id: makeId(signedOn), form, votes: forForm },
        ...(present > forForm ? [{ id: makeId(signedOn), form: other, votes: present - forForm }] : []),
      ],
      effectiveOn: signedOn,
      ...(announcedOn <= today ? { announcedOn } : {}),
      state: announcedOn > today ? 'CHUA_CONG_BO' : expired ? 'HET_HIEU_LUC' : 'HIEU_LUC',
      legalHandling: 'KHONG',
      ...(expired ? { expiresOn: addDays(signedOn, 365) } : {}),
    },
  };
}

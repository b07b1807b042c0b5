import { addDays, addWorkingDays, type Day } from '../rules/day';
import type { PlannedCase } from './case-planning';
import type { MakeId } from './ids';
import type { SampleMember } from './members';
import type { SampleCell } from './organisations';
import { anyone, officers } from './people';
import { fill } from './phrases';
import { commune, merger, province } from './places';
import type { Random } from './random';
import type { SampleRecord } from './sample-record';
import { complaints, proposals, reports, violations, type Topic } from './topics';

export interface PlannedPetition {
  readonly id: string;
  readonly kind: string;
  readonly topic: Topic;
  readonly summary: string;
  readonly member: SampleMember | undefined;
  readonly cell: SampleCell;
  readonly receivedOn: Day;
  readonly state: string;
  readonly dueOn: Day;
  readonly case: PlannedCase | undefined;
  readonly duplicateOf: PlannedPetition | undefined;
  number: number;
}

export interface PetitionWorld {
  readonly random: Random;
  readonly makeId: MakeId;
  readonly today: Day;
  readonly members: readonly SampleMember[];
  readonly cells: readonly SampleCell[];
}

const topicsOf: Readonly<Record<string, readonly Topic[]>> = { TC: violations, KN: complaints, PA: reports, KG: proposals, KHAC: reports };
const kinds = [
  ['PA', 34],
  ['TC', 30],
  ['KG', 20],
  ['KN', 9],
  ['KHAC', 7],
] as const;
const openStates = ['CHO_PHAN_LOAI', 'DANG_GIAI_QUYET', 'CHO_TRA_LOI', 'MOI', 'DANG_GIAI_QUYET'] as const;
/** Days between today and the due day of open petitions: about one in five is late. */
const offsets = [3, -8, 12, 1, 21, 5, -2, 15, 6, 26];

/** Plans the petitions from which cases came and `count` others, numbered through each year by the day of receipt. */
export function planPetitions(world: PetitionWorld, cases: readonly PlannedCase[], count: number, days: number): PlannedPetition[] {
  const { random } = world;
  const ofCases = cases
    .filter(({ type }) => type === 'GQ_TC' || type === 'GQ_KN')
    .map((one) => {
      const receivedOn = addDays(one.openedOn, -random.int(3, 7));
      return plan(world, {
        kind: one.type === 'GQ_TC' ? 'TC' : 'KN',
        receivedOn,
        state: one.closedOn ? 'DA_XONG' : 'DANG_GIAI_QUYET',
        dueOn: one.dueOn,
        case: one,
      });
    });
  const open = Math.ceil(count * 0.1);
  const others: PlannedPetition[] = [];
  for (let i = 0; i < count; i++) {
    const kind = i < kinds.length ? (kinds[i] as (typeof kinds)[number])[0] : random.weighted(kinds);
    others.push(
      plan(world, {
        kind,
        ...timeOf(world, i, open, days),
        duplicateOf: i > open && random.chance(0.06) ? random.pick(others) : undefined,
      }),
    );
  }
  const all = [...ofCases, ...others].sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0));
  const last = new Map<string, number>();
  for (const petition of all) {
    const year = petition.receivedOn.slice(0, 4);
    petition.number = (last.get(year) ?? 0) + 1;
    last.set(year, petition.number);
  }
  return all;
}

function timeOf({ random, today }: PetitionWorld, i: number, open: number, days: number): { state: string; receivedOn: Day; dueOn: Day } {
  if (i >= open) {
    const receivedOn = addDays(merger.firstDay, random.int(2, days - 35));
    return { state: 'DA_XONG', receivedOn, dueOn: addDays(receivedOn, 30) };
  }
  const state = openStates[i % openStates.length] as (typeof openStates)[number];
  if (state === 'MOI' || state === 'CHO_PHAN_LOAI') {
    const receivedOn = addDays(today, -random.int(0, state === 'MOI' ? 2 : 7));
    return { state, receivedOn, dueOn: addWorkingDays(receivedOn, 7) };
  }
  return { state, receivedOn: addDays(today, -random.int(18, 40)), dueOn: addDays(today, offsets[i % offsets.length] as number) };
}

type Given = { kind: string; receivedOn: Day; state: string; dueOn: Day; case?: PlannedCase; duplicateOf?: PlannedPetition | undefined };

function plan({ random, makeId, members, cells }: PetitionWorld, given: Given): PlannedPetition {
  const { case: one, duplicateOf } = given;
  const first = duplicateOf && duplicateOf.receivedOn <= given.receivedOn ? duplicateOf : undefined;
  const kind = first?.kind ?? given.kind;
  const member = one?.member ?? first?.member ?? (kind === 'TC' && random.chance(0.8) ? random.pick(members) : undefined);
  const cell = member?.cell ?? first?.cell ?? random.pick(cells);
  const topic = one?.topic ?? first?.topic ?? random.pick(topicsOf[kind] as readonly Topic[]);
  return {
    id: makeId(given.receivedOn),
    kind,
    topic,
    member,
    cell,
    receivedOn: given.receivedOn,
    state: given.state,
    dueOn: given.dueOn,
    case: one,
    duplicateOf: first,
    summary: first?.summary ?? one?.content ?? fill(random, topic.summary, { noi: cell.place }),
    number: 0,
  };
}

export function petitionRecord({ random, makeId, today }: PetitionWorld, one: PlannedPetition): SampleRecord {
  const { kind, receivedOn, state, member, cell, topic } = one;
  const source = random.weighted([
    ['TRUC_TIEP', 40],
    ['BUU_DIEN', 30],
    ['CO_QUAN_CHUYEN', 12],
    ['HOM_THU', 8],
    ['CAP_TREN_GIAO', 5],
    ['THU_DIEN_TU', 5],
  ]);
  const writtenOn = addDays(receivedOn, -random.int(2, 8));
  const unnamed = kind === 'TC' && !one.case && random.chance(0.15);
  const done = state === 'DA_XONG';
  const classified = state !== 'MOI' && state !== 'CHO_PHAN_LOAI';
  const handling = one.case
    ? 'THU_LY'
    : unnamed
      ? 'NAM_TINH_HINH'
      : kind === 'TC' || kind === 'KN'
        ? random.pick(['HUONG_DAN', 'CHUYEN', 'LUU'])
        : random.pick(['THU_LY', 'CHUYEN', 'NAM_TINH_HINH']);
  const closedOn = one.case?.closedOn ?? addDays(receivedOn, random.int(9, 30));
  return {
    type: 'petition',
    id: one.id,
    values: {
      number: one.number,
      receivedOn,
      kind,
      source,
      writtenOn,
      secrecy: 'THUONG',
      ...(source === 'BUU_DIEN' ? { postmarkOn: addDays(receivedOn, -1) } : {}),
      ...(source === 'CO_QUAN_CHUYEN'
        ? {
            forwardedBy: random.pick([`Ủy ban nhân dân xã ${commune}`, `Ủy ban Mặt trận Tổ quốc xã ${commune}`, 'Thanh tra tỉnh']),
            forwardingNumber: `${random.int(12, 480)}/PC-${random.pick(['UBND', 'MTTQ', 'TT'])}`,
            forwardingDate: addDays(receivedOn, -1),
          }
        : {}),
      ...(source === 'CAP_TREN_GIAO'
        ? {
            forwardedBy: `Ủy ban Kiểm tra Tỉnh ủy ${province}`,
            forwardingNumber: `${random.int(20, 900)}-CV/UBKTTU`,
            forwardingDate: addDays(receivedOn, -2),
          }
        : {}),
      ...(unnamed
        ? { signatureForm: 'GIAU_TEN' }
        : {
            signatureForm: 'CO_TEN',
            signers: random.chance(0.1) ? random.int(2, 34) : 1,
            senderName: one.case?.type === 'GQ_KN' && member ? member.name : anyone(random),
            senderBirthYear: String(random.int(1950, 2002)),
            senderPhone: `0900 ${random.int(100, 999)} ${random.int(100, 999)}`,
            senderAddress: `${cell.place}, xã ${commune}, tỉnh ${province}`,
            senderOccupation: random.pick(['Làm ruộng', 'Buôn bán', 'Hưu trí', 'Giáo viên']),
          }),
      ...(member
        ? {
            accusedMembers: [member.id],
            accusedPost: member.post || `Đảng viên ${cell.name}`,
            managedBy: member.committeeMemberOf.includes('XA') ? 'XA' : 'CHI_BO',
          }
        : { accusedOrganisations: [cell.id] }),
      summary: one.summary,
      pageCount: random.int(1, 8),
      items: topic.items.map(({ text, evidence }) => ({
        id: makeId(receivedOn),
        summary: fill(random, text, { noi: cell.place }),
        field: topic.member,
        ...(evidence ? { evidence: fill(random, evidence, { noi: cell.place }) } : {}),
        ...(done && kind === 'TC' && one.case
          ? { conclusion: random.pick(['SAI', 'KHONG_CAN_CU', 'DUNG_KHUYET_DIEM', 'DUNG_VI_PHAM']) }
          : {}),
      })),
      ...(one.duplicateOf ? { duplicateOf: one.duplicateOf.id } : {}),
      ...(classified
        ? {
            classification: one.duplicateOf
              ? 'TRUNG'
              : handling === 'THU_LY'
                ? 'DU_DIEU_KIEN'
                : handling === 'CHUYEN'
                  ? 'KHONG_THAM_QUYEN'
                  : unnamed
                    ? 'LUU_THEO_DOI'
                    : 'KHONG_DU_DIEU_KIEN',
            handling: one.duplicateOf ? 'LUU' : handling,
          }
        : {}),
      handler: random.pick(officers).name,
      dueOn: one.dueOn,
      state,
      ...(one.case ? { case: one.case.id } : {}),
      ...(done
        ? {
            result: one.duplicateOf
              ? `Trùng đơn số ${one.duplicateOf.number}, đã ghép theo dõi.`
              : 'Đã xem xét và trả lời người gửi theo quy định.',
            closedOn: closedOn <= today ? closedOn : today,
            ...(unnamed ? {} : { answeredOn: closedOn <= today ? closedOn : today, senderInformed: true }),
          }
        : {}),
    },
  };
}

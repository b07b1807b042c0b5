import { addDays, daysBetween, type Day } from '../rules/day';
import type { MakeId } from './ids';
import type { SampleCell, SampleTree } from './organisations';
import { committee, personName, type Gender } from './people';
import { merger, province } from './places';
import type { Random } from './random';
import type { SampleRecord } from './sample-record';

export interface SampleMember {
  readonly id: string;
  readonly name: string;
  readonly gender: Gender;
  readonly official: boolean;
  readonly cell: SampleCell;
  /** Party post, e.g. 'Bí thư Chi bộ ấp 4'; empty for most. */
  readonly post: string;
  readonly committeeMemberOf: readonly string[];
}

/** Spreads the members over the cells and writes secretaries and numbers into the organisations. */
export function planMembers(random: Random, makeId: MakeId, tree: SampleTree, count: number): SampleMember[] {
  const members: SampleMember[] = [];
  tree.cells.forEach((cell, index) => {
    const share = Math.floor(count / tree.cells.length) + (index < count % tree.cells.length ? 1 : 0);
    const here: SampleMember[] = [];
    for (let n = 0; n < share; n++) {
      const gender: Gender = random.chance(0.62) ? 'NAM' : 'NU';
      const post = ['Bí thư', 'Phó Bí thư', share >= 9 ? 'Chi ủy viên' : undefined][n];
      const inCommittee = n === 0 && index % 3 === 0;
      here.push({
        id: makeId(merger.firstDay),
        name: personName(random, gender),
        gender,
        official: n < 3 || random.chance(0.92),
        cell,
        post: post ? `${post} ${cell.name}` : '',
        committeeMemberOf: [...(inCommittee ? ['XA'] : []), ...(post ? ['CHI_UY'] : [])],
      });
    }
    Object.assign(cell.values, {
      secretary: here[0]?.name,
      deputySecretary: here[1]?.name,
      officialMembers: here.filter(({ official }) => official).length,
      probationaryMembers: here.filter(({ official }) => !official).length,
    });
    members.push(...here);
  });
  Object.assign(tree.inspection.values, { secretary: committee.chair.name, deputySecretary: committee.deputy.name });
  Object.assign(tree.committee.values, {
    secretary: personName(random, 'NAM'),
    deputySecretary: `${committee.chair.name}, ${personName(random, 'NU')}`,
    officialMembers: members.filter(({ official }) => official).length,
    probationaryMembers: members.filter(({ official }) => !official).length,
  });
  return members;
}

const occupations = [
  'Nông dân',
  'Giáo viên',
  'Cán bộ, công chức',
  'Viên chức y tế',
  'Công nhân',
  'Hưu trí',
  'Kinh doanh',
  'Bộ đội xuất ngũ',
  'Xã viên hợp tác xã',
];
const education = ['9/12', '12/12', 'Trung cấp', 'Cao đẳng', 'Đại học', 'Thạc sĩ'];

export function memberRecord(random: Random, makeId: MakeId, member: SampleMember, today: Day): SampleRecord {
  const { id, name, gender, official, cell, post } = member;
  const admittedOn = addDays(today, -(official ? random.int(400, 14_000) : random.int(30, 360)));
  const birth = addDays(admittedOn, -random.int(19 * 366, 38 * 366));
  const old = daysBetween(birth, today) > 70 * 365;
  return {
    type: 'partyMember',
    id,
    values: {
      fullName: name,
      gender,
      birthDate: random.chance(0.85) ? birth : birth.slice(0, 4),
      ethnicity: random.chance(0.94) ? 'Kinh' : 'Khmer',
      religion: 'Không',
      homeTown: `xã ${random.pick(['Tân Thượng', 'Mỹ Đức Đông', 'Bình Yên', 'Long Hậu Tây', 'An Thới Trung'])}, tỉnh ${province}`,
      cardNumber: `${random.int(10, 99)}.${String(random.int(0, 999_999)).padStart(6, '0')}`,
      fileNumber: String(random.int(100_000, 999_999)),
      admittedOn,
      ...(official ? { officialOn: addDays(admittedOn, 365) } : {}),
      kind: official ? 'CHINH_THUC' : 'DU_BI',
      cell: cell.id,
      cellHistory: [
        { id: makeId(merger.firstDay), organisation: cell.id, from: admittedOn > merger.firstDay ? admittedOn : merger.firstDay },
      ],
      state: old && !post && random.chance(0.5) ? 'MIEN_SINH_HOAT' : random.chance(0.02) ? 'TAM_THOI' : 'DANG_SINH_HOAT',
      ...(post ? { partyPost: post } : {}),
      ...(random.chance(0.12)
        ? {
            governmentPost: random.pick([
              'Trưởng ấp',
              'Phó Trưởng ấp',
              'Công chức địa chính',
              'Công chức tài chính, kế toán',
              'Phó Hiệu trưởng',
              'Kế toán',
            ]),
          }
        : {}),
      managedBy: member.committeeMemberOf.includes('XA') ? 'XA' : cell.values.kind === 'CHI_BO_TRUC_THUOC' ? 'CO_SO' : 'CHI_BO',
      committeeMemberOf: member.committeeMemberOf,
      education: random.pick(education),
      occupation: random.pick(occupations),
    },
  };
}

import { addDays, type Day } from '../rules/day';
import { packFor } from '../rules/packs/index';
import type { MakeId } from './ids';
import type { SampleMember } from './members';
import type { SampleCell } from './organisations';
import type { OutgoingRegister, PlannedDocument } from './outgoing';
import { fill, twoDigits } from './phrases';
import { merger } from './places';
import type { Random } from './random';
import { complaints, programmes, violations, type Topic } from './topics';

export interface PlannedCase {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly member: SampleMember | undefined;
  readonly cell: SampleCell;
  readonly topic: Topic | undefined;
  readonly name: string;
  readonly content: string;
  readonly openedOn: Day;
  readonly announcedOn: Day;
  readonly durationDays: number;
  readonly dueOn: Day;
  readonly closedOn: Day | undefined;
  /** How far it has come: 0 nothing issued, 1 decision issued, 2 announced, 3 in the field, 4 meeting held, 5 concluded, 6 notice issued. */
  readonly progress: number;
  code: string;
  decision?: PlannedDocument;
  plan?: PlannedDocument;
  notice?: PlannedDocument;
}

/** States with which a case still runs, newest first, and how far it has come in them. */
const running: readonly (readonly [state: string, progress: number])[] = [
  ['NHAP', 0],
  ['DE_XUAT', 0],
  ['DA_BAN_HANH_QD', 1],
  ['TRIEN_KHAI', 2],
  ['THAM_TRA_XAC_MINH', 3],
  ['THAM_TRA_XAC_MINH', 3],
  ['HOI_NGHI', 4],
  ['GIA_HAN', 3],
  ['TAM_DINH_CHI', 3],
  ['KET_LUAN', 5],
  ['THONG_BAO', 6],
];
/** Days between today and the end of running cases: some late, some this week. */
const offsets = [2, 26, 12, -5, 20, 5, 33, 15, 9, 40, 1, 28, -2, 18];

const types: readonly (readonly [type: string, weight: number])[] = [
  ['KT_DHVP_DV', 20],
  ['GS_CD', 14],
  ['GQ_TC', 11],
  ['KT_TCD', 10],
  ['KT_NV_KTGS', 12],
  ['KT_DHVP_TC', 8],
  ['THKL', 8],
  ['GS_TX', 6],
  ['GQ_KN', 5],
  ['KT_THKL', 6],
  ['KT_CH', 5],
  ['KS_TSTN', 1],
];
const ofMember = new Set(['KT_DHVP_DV', 'GQ_TC', 'GQ_KN', 'THKL', 'KS_TSTN']);

export interface CaseWorld {
  readonly random: Random;
  readonly makeId: MakeId;
  readonly today: Day;
  readonly members: readonly SampleMember[];
  readonly cells: readonly SampleCell[];
  readonly register: OutgoingRegister;
}

/** Plans all cases of the term in the order in which they were opened. Every state and type appears from 36 cases on. */
export function planCases(world: CaseWorld, count: number, days: number): PlannedCase[] {
  const open = Math.round(count * 0.25);
  const cases = Array.from({ length: count }, (_, i) => planCase(world, i, open, count, days));
  cases.sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0));
  const last = { UBKT: 0, GS: 0 };
  for (const one of cases) {
    const series = one.type.startsWith('GS_') ? 'GS' : 'UBKT';
    last[series] += 1;
    one.code = `${twoDigits(last[series])}/HS-${series}`;
  }
  return cases;
}

function timeOf({ random, today }: CaseWorld, i: number, open: number, count: number, days: number) {
  const durationDays = random.pick([30, 45, 45, 60]);
  if (i < open) {
    const [state, progress] = running[Math.min(running.length - 1, Math.floor((i / open) * running.length))] as (typeof running)[number];
    const ahead = progress < 2 ? durationDays + random.int(3, 10) : Math.min(durationDays - 1, offsets[i % offsets.length] as number);
    const dueOn = addDays(today, ahead);
    const announcedOn = addDays(dueOn, -durationDays);
    return {
      state,
      progress,
      durationDays,
      dueOn,
      announcedOn,
      openedOn: addDays(progress < 2 ? today : announcedOn, -random.int(8, 16)),
      closedOn: undefined,
    };
  }
  const openedOn = addDays(merger.firstDay, random.int(7, days - 100));
  const announcedOn = addDays(openedOn, random.int(8, 16));
  const closedOn = addDays(announcedOn, durationDays - random.int(-4, 12));
  const side = i % 23 === 0 ? 'CHUYEN_THAM_QUYEN' : i % 29 === 0 ? 'DINH_CHI' : undefined;
  const state = side ?? (i < open + count * 0.25 ? 'THEO_DOI_KHAC_PHUC' : 'LUU_HO_SO');
  return { state, progress: side ? 3 : 6, durationDays, dueOn: addDays(announcedOn, durationDays), announcedOn, openedOn, closedOn };
}

function planCase(world: CaseWorld, i: number, open: number, count: number, days: number): PlannedCase {
  const { random, makeId, members, cells, register } = world;
  const time = timeOf(world, i, open, count, days);
  const wanted = i < types.length ? (types[i] as (typeof types)[number])[0] : random.weighted(types);
  const type = packFor(time.openedOn).caseTypes.some((rule) => rule.type === wanted) ? wanted : 'GS_CD';
  const member = ofMember.has(type) ? random.pick(members) : undefined;
  const cell = member?.cell ?? random.pick(cells);
  const topic = type === 'GQ_KN' ? random.pick(complaints) : programmes[type] ? undefined : random.pick(violations);
  const given = { noi: cell.place };
  const content = fill(random, topic?.summary ?? random.pick(programmes[type] ?? []), given);
  const who = member ? `${member.name}, ${member.post || `đảng viên ${cell.name}`}` : '';
  const name = !member ? content : type === 'THKL' ? `Thi hành kỷ luật đồng chí ${who}` : `Đồng chí ${who}`;
  const planned: PlannedCase = { id: makeId(time.openedOn), type, member, cell, topic, name, content, code: '', ...time };
  if (type === 'GS_TX') return planned;
  const about = name.charAt(0).toLowerCase() + name.slice(1);
  const to = `- ${cell.name},\n- Đoàn kiểm tra,\n- Lưu Ủy ban Kiểm tra.`;
  if (planned.progress >= 1) {
    const on = addDays(planned.openedOn, 5);
    planned.decision = register.plan('QD', on, `Thành lập Đoàn: ${about}`, to);
    planned.plan = register.plan('KH', on, `Kế hoạch: ${about}`, to);
  }
  if (planned.progress >= 6) {
    const on = planned.closedOn ?? addDays(world.today, -random.int(0, 2));
    planned.notice = register.plan('TB', on, `Kết luận: ${about}`, `${to}\n- Ban Thường vụ Đảng ủy xã.`);
  }
  return planned;
}

import { addDays, type Day } from '../rules/day';
import { casePlan, packFor } from '../rules/packs/index';
import type { CaseWorld, PlannedCase } from './case-planning';
import { outgoingRecord } from './outgoing';
import { committee, leaders, officers } from './people';
import { fill } from './phrases';
import { term } from './places';
import type { SampleRecord } from './sample-record';

const stepsDone = (one: PlannedCase): number =>
  one.closedOn && one.progress === 6 ? 3 : one.progress >= 5 ? 2 : one.progress >= 2 ? 1 : 0;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** A case with its steps, papers and issued documents. `archiveFile` holds it once it is filed. */
export function caseRecords(
  world: CaseWorld,
  one: PlannedCase,
  links: { readonly archiveFile?: string; readonly petitions?: readonly string[] },
): SampleRecord[] {
  const { random, makeId, today } = world;
  const pack = packFor(one.openedOn);
  const plan = casePlan(one.type, one.openedOn, pack);
  const head = random.pick(leaders);
  const [secretary, member] = random.some(
    officers.filter(({ name }) => name !== head.name),
    2,
  );
  const team = [
    { ...head, role: 'TRUONG_DOAN' },
    { ...(secretary as typeof head), role: 'THU_KY' },
    { ...(member as typeof head), role: 'THANH_VIEN' },
  ];
  const done = stepsDone(one);
  const steps: SampleRecord[] = [];
  const items: SampleRecord[] = [];
  const end = one.closedOn ?? today;
  const borders = [one.openedOn, one.announcedOn, addDays(one.dueOn, -7), one.dueOn];

  plan.steps.forEach(({ values, items: papers }, index) => {
    const state = index < done ? 'DA_XONG' : index === done ? 'DANG_LAM' : one.closedOn ? 'BO_QUA' : 'CHUA_DEN';
    const stopped = one.closedOn && state === 'DANG_LAM' ? 'BO_QUA' : state;
    const startedOn = earlier(borders[index] as Day, end);
    const finishedOn = earlier(borders[index + 1] as Day, end);
    const border = borders[index + 1] as Day;
    // A step whose planned day is past while its case is in time was put off by a few days.
    const dueOn = index === done && !one.closedOn && border < today && one.dueOn >= today ? addDays(today, random.int(1, 4)) : border;
    const id = makeId(one.openedOn);
    steps.push({
      type: 'caseStep',
      id,
      values: {
        order: values.order,
        phase: values.phase,
        name: values.name,
        case: one.id,
        state: stopped,
        dueOn,
        responsible: head.name,
        ...(index <= done ? { startedOn } : {}),
        ...(index < done ? { finishedOn } : {}),
      },
    });
    papers.forEach((paper, place) => {
      const present = index < done || (index === done && place < Math.ceil(papers.length * random.int(3, 7) * 0.1) && stopped !== 'BO_QUA');
      const document = !present
        ? undefined
        : paper.documentType === 'QD' && index === 0
          ? one.decision
          : paper.documentType === 'KH'
            ? one.plan
            : paper.documentType === 'TB' && index === 2
              ? one.notice
              : undefined;
      const unneeded = (!paper.required && random.chance(0.6)) || stopped === 'BO_QUA' || (stopped === 'DA_XONG' && !present);
      const paperState =
        unneeded && !document ? 'KHONG_CAN' : present ? 'CO' : index === done && random.chance(0.2) ? 'DANG_SOAN' : 'THIEU';
      items.push({
        type: 'checklistItem',
        id: makeId(one.openedOn),
        values: {
          order: paper.order,
          name: paper.name,
          documentType: paper.documentType,
          required: paper.required,
          case: one.id,
          step: id,
          state: paperState,
          dueOn,
          responsible: random.pick(team).name,
          ...(paperState === 'CO' ? { doneOn: document?.on ?? earlier(addDays(startedOn, random.int(0, 6)), finishedOn) } : {}),
          ...(document ? { document: document.id } : {}),
        },
      });
    });
  });

  const current = steps[Math.min(done, steps.length - 1)];
  const issued = [one.decision, one.plan, one.notice]
    .filter((document) => document !== undefined)
    .map((document) => outgoingRecord(document, one.id));
  return [
    {
      type: 'case',
      id: one.id,
      values: {
        ...caseValues(world, one, pack),
        team: teamItems(makeId, one, team),
        leader: head.name,
        ...(current ? { currentStep: current.id } : {}),
        ...links,
      },
    },
    ...steps,
    ...issued,
    ...items,
  ];
}

const teamItems = (makeId: CaseWorld['makeId'], one: PlannedCase, team: readonly { name: string; post: string; role: string }[]) =>
  team.map(({ name, post, role }, i) => ({
    id: makeId(one.openedOn),
    name,
    post,
    role,
    ...(i > 0 ? { task: i === 1 ? 'Ghi biên bản, tổng hợp hồ sơ' : 'Thẩm tra, xác minh' } : {}),
  }));

function caseValues({ random, makeId }: CaseWorld, one: PlannedCase, pack: ReturnType<typeof packFor>): Record<string, unknown> {
  const subject = one.member
    ? { member: one.member.id, ...(one.member.post ? { post: one.member.post } : {}) }
    : { organisation: one.cell.id };
  const whose = one.member ? 'fieldMember' : 'fieldOrganisation';
  const denunciation = one.type === 'GQ_TC' && one.progress >= 5;
  return {
    code: one.code,
    type: one.type,
    name: one.name,
    state: one.state,
    inspectingBody: one.type === 'KT_CH' ? 'BTV' : 'UBKT',
    detectionSource:
      one.type === 'GQ_TC'
        ? 'TO_CAO'
        : one.type.includes('DHVP')
          ? random.pick(['GIAM_SAT', 'PHAN_ANH', 'DON_GIAU_TEN', 'KIEM_TRA'])
          : 'CHUONG_TRINH',
    programme: `Chương trình kiểm tra, giám sát năm ${one.openedOn.slice(0, 4)}`,
    term,
    secrecy: 'THUONG',
    rulePack: pack.id,
    subjects: [
      { id: makeId(one.openedOn), ...subject, role: one.type === 'GQ_KN' ? 'NGUOI_KHIEU_NAI' : 'DOI_TUONG' },
      ...(one.member ? [{ id: makeId(one.openedOn), organisation: one.cell.id, role: 'QUAN_LY' }] : []),
    ],
    content: `${one.content}. Mốc kiểm tra từ tháng 1/${Number(one.openedOn.slice(0, 4)) - 2}.`,
    items: (one.topic?.items ?? [{ text: one.content }]).map(({ text }) => ({
      id: makeId(one.openedOn),
      summary: fill(random, text, { noi: one.cell.place }),
      [whose]: one.member ? (one.topic?.member ?? 'DV11') : (one.topic?.organisation ?? 'TC01'),
      ...(denunciation ? { conclusion: random.pick(['SAI', 'KHONG_CAN_CU', 'DUNG_KHUYET_DIEM', 'DUNG_VI_PHAM']) } : {}),
    })),
    legalBases: pack.legalBasis
      .slice(0, 2)
      .map(({ symbol, subject: about }) => ({ id: makeId(one.openedOn), text: `${symbol}: ${about}` })),
    periodFrom: `${Number(one.openedOn.slice(0, 4)) - 2}-01-01`,
    periodTo: addDays(one.openedOn, -30),
    openedOn: one.openedOn,
    ...(one.decision ? { decisionNumber: one.decision.symbol, decisionOn: one.decision.on } : {}),
    ...(one.plan ? { planNumber: one.plan.symbol } : {}),
    ...(one.progress >= 2 ? { announcedOn: one.announcedOn, durationDays: one.durationDays, dueOn: one.dueOn } : {}),
    ...(one.progress >= 2
      ? {
          dueSource: one.decision
            ? `${one.durationDays} ngày từ ngày triển khai, ${one.decision.symbol}, Điều 3`
            : `${one.durationDays} ngày, theo chương trình năm`,
        }
      : {}),
    ...(one.state === 'GIA_HAN'
      ? {
          extensions: [
            {
              id: makeId(one.openedOn),
              days: 15,
              document: `Báo cáo của Đoàn, ${committee.deputy.name}`,
              date: addDays(one.announcedOn, 10),
              reason: 'Cần xác minh thêm tại đơn vị cũ',
            },
          ],
        }
      : {}),
    ...(one.progress >= 5
      ? { outcome: outcomeOf(random, one), outcomeText: `${one.content}: đã xem xét, kết luận tại kỳ họp của Ủy ban Kiểm tra.` }
      : {}),
    ...(one.closedOn ? { closedOn: one.closedOn } : {}),
  };
}

export function outcomeOf(random: CaseWorld['random'], one: PlannedCase): string[] {
  if (one.type === 'GQ_KN') return [random.pick(['GIU_NGUYEN', 'GIU_NGUYEN', 'GIAM', 'XOA'])];
  if (one.type === 'THKL') return ['CO_VI_PHAM', 'DA_THKL'];
  if (one.type.startsWith('GS_'))
    return random.pick([['THUC_HIEN_TOT'], ['THUC_HIEN_TOT'], ['CHUA_TOT', 'CO_DHVP'], ['CO_DHVP', 'CHUYEN_KT_DHVP']]);
  if (one.member || one.type === 'KT_DHVP_TC')
    return random.pick([
      ['KHONG_VI_PHAM'],
      ['CO_KHUYET_DIEM', 'KIEM_DIEM'],
      ['CO_VI_PHAM', 'CHUA_DEN_MUC_KY_LUAT'],
      ['CO_VI_PHAM', 'PHAI_THKL'],
    ]);
  return random.pick([['THUC_HIEN_TOT'], ['CO_CHUONG_TRINH', 'THUC_HIEN_TOT'], ['CHUA_TOT', 'KIEM_DIEM']]);
}

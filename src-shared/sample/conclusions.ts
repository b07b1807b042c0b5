import { addDays } from '../rules/day';
import { outcomeOf } from './case-records';
import type { CaseWorld, PlannedCase } from './case-planning';
import { committee, officers } from './people';
import { fill } from './phrases';
import type { SampleRecord } from './sample-record';
import { dutyPhrases } from './topics';

/** Days between today and the due day of duties that still run. */
const offsets = [9, 4, -5, 17, 2, 30, 45, 6, 60, -12, 24, 75];

/** Conclusions with their duties; keeps count of the open duties so that their due days spread around today. */
export class ConclusionWriter {
  #open = 0;
  readonly #world: CaseWorld;

  constructor(world: CaseWorld) {
    this.#world = world;
  }

  /** The conclusion of a case whose notice was issued, and what must be done after it. */
  records(one: PlannedCase): SampleRecord[] {
    const { random, makeId, today } = this.#world;
    const notice = one.notice;
    if (!notice) return [];
    const filed = one.state === 'LUU_HO_SO';
    const duties = random
      .some(dutyPhrases, one.type.startsWith('GS_') ? random.int(1, 2) : random.int(2, 4))
      .map((phrase) => ({ phrase, done: filed || random.chance(0.55) }));
    const states: string[] = [];
    const id = makeId(notice.on);
    const records = duties.map(({ phrase, done }): SampleRecord => {
      const amount = random.int(12, 480) * 300_000;
      const dueOn = done ? addDays(notice.on, random.int(20, 60)) : addDays(today, offsets[this.#open++ % offsets.length] as number);
      const late = !done && dueOn < today;
      const begun = late || random.chance(0.7);
      const state = done
        ? random.chance(0.04)
          ? 'KHONG_THUC_HIEN'
          : 'HOAN_THANH'
        : late
          ? 'CHAM_TIEN_DO'
          : begun
            ? 'DANG_THUC_HIEN'
            : 'CHUA_BAT_DAU';
      states.push(state);
      const doneOn = addDays(notice.on, random.int(10, 20));
      return {
        type: 'duty',
        id: makeId(notice.on),
        values: {
          name: fill(random, phrase.name, { noi: one.cell.place, tien: `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng` }),
          conclusion: id,
          kind: phrase.kind,
          organisation: one.cell.id,
          ...(one.member && phrase.money ? { member: one.member.id } : {}),
          dueOn,
          ...(phrase.money ? { amount } : {}),
          progress: state === 'HOAN_THANH' ? 100 : begun && state !== 'KHONG_THUC_HIEN' ? random.int(1, 9) * 10 : 0,
          state,
          watchedBy: random.pick(officers).name,
          ...(state === 'HOAN_THANH'
            ? {
                doneOn: doneOn < today ? doneOn : today,
                confirmedBy: committee.deputy.name,
                assessment: random.weighted([
                  ['DAT', 8],
                  ['DAT_MOT_PHAN', 2],
                ]),
              }
            : {}),
          ...(state === 'KHONG_THUC_HIEN' ? { assessment: 'KHONG_DAT', remark: 'Đơn vị đã giải thể sau sắp xếp.' } : {}),
        },
      };
    });
    const waiting = states.some((state) => state === 'DANG_THUC_HIEN' || state === 'CHUA_BAT_DAU' || state === 'CHAM_TIEN_DO');
    const amounts = records.reduce((sum, { values }) => sum + ((values.amount as number | undefined) ?? 0), 0);
    return [
      {
        type: 'conclusion',
        id,
        values: {
          number: notice.symbol,
          issuedOn: notice.on,
          subject: notice.subject,
          case: one.id,
          signer: notice.number % 3 === 0 ? committee.deputy.name : committee.chair.name,
          ...(one.closedOn ? { announcedOn: addDays(notice.on, 3) } : {}),
          secrecy: 'THUONG',
          state: !one.closedOn ? 'MOI' : states.includes('CHAM_TIEN_DO') ? 'CHAM_TIEN_DO' : waiting ? 'DANG_THUC_HIEN' : 'HOAN_THANH',
          outcome: outcomeOf(random, one),
          strengths: `Cấp ủy, ${one.cell.name} chấp hành quyết định, kế hoạch kiểm tra; báo cáo đầy đủ, đúng thời gian.`,
          shortcomings: `${one.content}: còn thiếu sót về hồ sơ, chứng từ và trách nhiệm của người đứng đầu.`,
          items: [
            {
              id: makeId(notice.on),
              summary: one.content,
              ...(one.type === 'GQ_TC' ? { conclusion: random.pick(['SAI', 'DUNG_KHUYET_DIEM', 'DUNG_VI_PHAM']) } : {}),
            },
          ],
          ...(amounts > 0 ? { amountToRecover: amounts } : {}),
          document: notice.id,
        },
      },
      ...records,
    ];
  }
}

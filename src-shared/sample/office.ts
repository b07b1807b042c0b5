import { codeItem } from '../rules/code-lists/index';
import { addDays, type Day } from '../rules/day';
import type { MakeId } from './ids';
import type { SampleCell } from './organisations';
import type { OutgoingRegister } from './outgoing';
import { committee, leaders, officers } from './people';
import { fill, twoDigits } from './phrases';
import { commune, merger, province } from './places';
import type { Random } from './random';
import type { SampleRecord } from './sample-record';

export interface OfficeWorld {
  readonly random: Random;
  readonly makeId: MakeId;
  readonly today: Day;
  readonly cells: readonly SampleCell[];
}

const incomingSubjects = [
  ['CV', 'Về việc báo cáo thống kê tháng {thang}'],
  ['KH', 'Kế hoạch kiểm tra, giám sát năm {namNay}'],
  ['HD', 'Hướng dẫn lập hồ sơ kiểm tra, giám sát'],
  ['TB', 'Thông báo lịch họp giao ban quý {quy}'],
  ['CV', 'Về việc chuyển đơn thuộc thẩm quyền'],
  ['QD', 'Quyết định ban hành quy chế làm việc'],
  ['BC', 'Báo cáo kết quả kiểm tra của {noiLon} quý {quy}'],
  ['GM', 'Giấy mời tập huấn nghiệp vụ kiểm tra'],
  ['CV', 'Về việc rà soát hồ sơ trước khi số hóa'],
  ['BC', 'Báo cáo khắc phục sau kết luận của {noiLon}'],
] as const;

const outgoingSubjects = [
  ['BC', 'Báo cáo công tác kiểm tra, giám sát tháng {thang}'],
  ['CV', 'Về việc bổ sung hồ sơ, tài liệu'],
  ['CV', 'Về việc trả lời đơn của công dân'],
  ['TTR', 'Tờ trình chương trình kiểm tra, giám sát'],
  ['PC', 'Phiếu chuyển đơn'],
  ['GM', 'Giấy mời họp Ủy ban Kiểm tra'],
  ['BC', 'Báo cáo kết quả theo dõi thực hiện kết luận quý {quy}'],
  ['CTR', 'Chương trình kiểm tra, giám sát năm {namNay}'],
] as const;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

const pastDay = ({ random, today }: OfficeWorld, days: number): Day =>
  random.chance(0.15) ? addDays(today, -random.int(0, 12)) : addDays(merger.firstDay, random.int(3, days));

/** Documents that belong to no case. */
export function planOfficeDocuments(world: OfficeWorld, register: OutgoingRegister, count: number, days: number): void {
  const { random } = world;
  for (let i = 0; i < count; i++) {
    const [type, subject] = random.pick(outgoingSubjects);
    const on = pastDay(world, days);
    register.plan(
      type,
      on,
      fill(random, subject, { namNay: on.slice(0, 4), thang: String(Number(on.slice(5, 7))) }),
      `- Ủy ban Kiểm tra Tỉnh ủy ${province},\n- Thường trực Đảng ủy xã,\n- Lưu Ủy ban Kiểm tra.`,
    );
  }
}

/** The register of incoming documents, numbered through each year. A few wait, around today. */
export function incomingRecords(world: OfficeWorld, count: number, days: number): SampleRecord[] {
  const { random, makeId, today, cells } = world;
  const arrivals = Array.from({ length: count }, () => pastDay(world, days)).sort();
  const last = new Map<string, number>();
  return arrivals.map((arrivedOn, i) => {
    const year = arrivedOn.slice(0, 4);
    const arrivalNumber = (last.get(year) ?? 0) + 1;
    last.set(year, arrivalNumber);
    const [type, subject] = random.pick(incomingSubjects);
    const cell = random.pick(cells);
    const fromCell = type === 'BC';
    const [issuer, organ] = fromCell
      ? [cell.name, 'CB']
      : random.pick([
          [`Ủy ban Kiểm tra Tỉnh ủy ${province}`, 'UBKTTU'],
          [`Đảng ủy xã ${commune}`, 'ĐU'],
          [`Tỉnh ủy ${province}`, 'TU'],
          [`Đảng ủy Ủy ban nhân dân xã ${commune}`, 'ĐU'],
        ] as const);
    const documentDate = addDays(arrivedOn, -random.int(0, 5));
    const waits = arrivedOn >= addDays(today, -12) && i % 2 === 0;
    return {
      type: 'incomingDocument',
      id: makeId(arrivedOn),
      values: {
        arrivalNumber,
        arrivedOn,
        issuer,
        symbol: `${twoDigits(random.int(1, fromCell ? 30 : 600))}-${codeItem('documentType', type)?.abbreviation ?? type}/${organ}`,
        documentDate,
        type,
        subject: fill(random, subject, { namNay: year, thang: String(Number(documentDate.slice(5, 7))), noiLon: cell.place }),
        secrecy: 'THUONG',
        ...(random.chance(0.08) ? { urgency: 'KHAN' } : {}),
        copies: 1,
        pages: random.int(1, 12),
        handler: random.pick(officers).name,
        ...(waits
          ? { dueOn: addDays(today, random.int(-2, 12)) }
          : { dueOn: addDays(arrivedOn, 10), doneOn: earlier(addDays(arrivedOn, random.int(0, 9)), today) }),
        ...(random.chance(0.4) ? { instruction: `Chuyển đồng chí ${random.pick(officers).name} tham mưu.` } : {}),
      },
    };
  });
}

const taskNames = [
  'Gặp người gửi đơn để làm rõ nội dung',
  'Chuẩn bị hội nghị thông qua dự thảo báo cáo',
  'Gửi thống kê tháng về Ủy ban Kiểm tra Tỉnh ủy',
  'Trình ký thông báo kết luận',
  'Đôn đốc báo cáo khắc phục',
  'Đối chiếu sổ thu, chi với biên lai',
  'Kiểm tra trang quét của hộp hồ sơ',
  'Soạn đề cương gợi ý báo cáo',
  'Xếp lịch tiếp đảng viên',
  'Rút kinh nghiệm Đoàn kiểm tra',
];
const noteTexts = [
  'Đối chiếu sổ thu của ấp với biên lai trước hội nghị.',
  'Đã gọi điện nhắc, hẹn nộp bổ sung trong tuần.',
  'Hồ sơ gốc còn ở kho xã cũ, cần mượn lại.',
  'Đề nghị bổ sung chữ ký của người chứng kiến.',
  'Chủ nhiệm đồng ý, tiến hành theo kế hoạch.',
  'Còn thiếu biên bản bàn giao sau sáp nhập.',
];

const offsets = [0, 3, 9, -4, 2, 14, 6, 21, 1, -1, 30];

/** Tasks about given records, most of them done. */
export function taskRecords({ random, makeId, today }: OfficeWorld, about: readonly string[], count: number): SampleRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const open = i % 3 !== 2;
    const dueOn = addDays(today, open ? (offsets[i % offsets.length] as number) : -random.int(5, 120));
    const state = open ? (i % 2 === 0 ? 'CHUA_LAM' : 'DANG_LAM') : random.chance(0.08) ? 'BO' : 'HOAN_THANH';
    const startOn = addDays(dueOn < today ? dueOn : today, -random.int(1, 10));
    return {
      type: 'task',
      id: makeId(startOn),
      values: {
        name: random.pick(taskNames),
        assignee: (i % 3 === 0 ? committee.clerk : random.pick(leaders)).name,
        assignedBy: committee.deputy.name,
        startOn,
        dueOn,
        state,
        priority: random.weighted([
          ['THUONG', 7],
          ['CAO', 2],
          ['THAP', 1],
        ]),
        ...(about.length > 0 && random.chance(0.8) ? { about: random.pick(about) } : {}),
        ...(state === 'HOAN_THANH' ? { doneOn: addDays(dueOn, -random.int(0, 3)) } : {}),
      },
    };
  });
}

export const noteRecords = ({ random, makeId, today }: OfficeWorld, about: readonly string[], count: number): SampleRecord[] =>
  Array.from({ length: about.length > 0 ? count : 0 }, () => ({
    type: 'note',
    id: makeId(addDays(today, -random.int(0, 60))),
    values: {
      about: random.pick(about),
      kind: random.weighted([
        ['GHI_CHU', 6],
        ['TRAO_DOI', 2],
        ['CHI_DAO', 1],
        ['NHAC_VIEC', 1],
      ]),
      text: random.pick(noteTexts),
      author: random.pick(leaders).name,
    },
  }));

/**
 * Days off on weekdays that were found for a year, and for years without a notice those that follow from the law. What is found here is a
 * proposal: the committee compares it with the yearly notice and confirms it (domain-2, section 9).
 */
import { addDays, weekdayOf, type Day } from '../day';
import { hungKingsDay, lunarNewYear } from './lunar';

export interface CalendarDay {
  readonly day: Day;
  /** Code of the list calendarDayKind. */
  readonly kind: 'NGHI' | 'NGHI_BU' | 'HOAN_DOI' | 'LAM_BU';
  readonly name: string;
  readonly basis: string;
}

export interface KnownYear {
  readonly days: readonly CalendarDay[];
  /** The notice that these days come from; undefined where they were reckoned from the law alone. */
  readonly notice?: string;
  /** What is not known of the year, for the person who confirms it. */
  readonly open: readonly string[];
}

const labourCode = 'Bộ luật Lao động 45/2019/QH14, Điều 112';
const makeUp = 'Bộ luật Lao động 45/2019/QH14, Điều 111(3)';
const cultureBasis = 'Nghị quyết 28/2026/QH16, Điều 2';
/** First year of the Day of Vietnamese Culture as a paid holiday. */
const cultureFrom = 2026;

const run = (from: Day, count: number, kind: CalendarDay['kind'], name: string, basis: string): CalendarDay[] =>
  Array.from({ length: count }, (_, i) => ({ day: addDays(from, i), kind, name, basis }));

const notices: Readonly<
  Record<number, { readonly notice: string; readonly days: readonly CalendarDay[]; readonly open?: readonly string[] }>
> = {
  2024: {
    notice: '5015/TB-LĐTBXH, 1570/TB-LĐTBXH',
    days: [
      ...run('2024-02-08', 7, 'NGHI', 'Tết Nguyên đán', '5015/TB-LĐTBXH'),
      ...run('2024-04-29', 1, 'HOAN_DOI', 'Nghỉ hoán đổi', '1570/TB-LĐTBXH'),
      ...run('2024-05-04', 1, 'LAM_BU', 'Làm bù ngày 29/4', '1570/TB-LĐTBXH'),
      ...run('2024-09-02', 2, 'NGHI', 'Quốc khánh', '5015/TB-LĐTBXH'),
    ],
    open: ['Các ngày cụ thể ghi theo trí nhớ, đối chiếu lại thông báo.'],
  },
  2025: {
    notice: '6150/TB-BLĐTBXH',
    days: [
      ...run('2025-01-27', 5, 'NGHI', 'Tết Nguyên đán', '6150/TB-BLĐTBXH'),
      ...run('2025-05-02', 1, 'HOAN_DOI', 'Nghỉ hoán đổi', '6150/TB-BLĐTBXH'),
      ...run('2025-04-26', 1, 'LAM_BU', 'Làm bù ngày 02/5', '6150/TB-BLĐTBXH'),
      ...run('2025-09-01', 2, 'NGHI', 'Quốc khánh', '6150/TB-BLĐTBXH'),
    ],
  },
  2026: {
    notice: '9441/TB-BNV (16/10/2025), 12729/VPCP-KGVX, 3383/BNV-CVL',
    days: [
      ...run('2026-01-02', 1, 'HOAN_DOI', 'Nghỉ hoán đổi', '9441/TB-BNV'),
      ...run('2026-01-10', 1, 'LAM_BU', 'Làm bù ngày 02/01', '9441/TB-BNV'),
      ...run('2026-02-16', 5, 'NGHI', 'Tết Nguyên đán', '9441/TB-BNV'),
      ...run('2026-08-31', 1, 'HOAN_DOI', 'Nghỉ hoán đổi', '9441/TB-BNV'),
      ...run('2026-08-22', 1, 'LAM_BU', 'Làm bù ngày 31/8', '9441/TB-BNV'),
      ...run('2026-09-01', 2, 'NGHI', 'Quốc khánh', '9441/TB-BNV'),
    ],
    open: ['Ngày làm bù 10/01 cần đối chiếu.', 'Chưa rõ có hoán đổi quanh ngày 24/11 hay không.'],
  },
};

/** What is known of a year, in order of the days. */
export function knownYear(year: number): KnownYear {
  const found = notices[year];
  const fixed = fixedDays(year);
  const tet = lunarNewYear(year);
  const days = found
    ? [...fixed, ...found.days]
    : [
        ...fixed,
        ...run(addDays(tet, -1), 5, 'NGHI', 'Tết Nguyên đán (tạm tính)', labourCode),
        ...run(`${year}-09-02`, 1, 'NGHI', 'Quốc khánh', labourCode),
      ];
  const open = found
    ? (found.open ?? [])
    : [
        'Chưa có thông báo nghỉ lễ, tết của năm này trong chương trình.',
        'Năm ngày Tết và ngày thứ hai của Quốc khánh do Thủ tướng quyết định hằng năm.',
        'Ngày hoán đổi, làm bù chưa biết.',
      ];
  return {
    days: withMakeUp(days).sort((a, b) => (a.day < b.day ? -1 : 1)),
    ...(found ? { notice: found.notice } : {}),
    open,
  };
}

const fixedDays = (year: number): CalendarDay[] => [
  ...run(`${year}-01-01`, 1, 'NGHI', 'Tết Dương lịch', labourCode),
  ...run(hungKingsDay(year), 1, 'NGHI', 'Giỗ Tổ Hùng Vương', labourCode),
  ...run(`${year}-04-30`, 1, 'NGHI', 'Ngày Chiến thắng', labourCode),
  ...run(`${year}-05-01`, 1, 'NGHI', 'Quốc tế Lao động', labourCode),
  ...(year >= cultureFrom ? run(`${year}-11-24`, 1, 'NGHI', 'Ngày Văn hóa Việt Nam', cultureBasis) : []),
];

/** A holiday at a weekend is made up on the next working day; the Day of Culture and the days of a notice are not. */
function withMakeUp(days: readonly CalendarDay[]): CalendarDay[] {
  const taken = new Set(days.map(({ day }) => day));
  const added: CalendarDay[] = [];
  for (const { day, name, basis } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (basis !== labourCode || weekdayOf(day) % 6 !== 0) continue;
    let next = addDays(day, 1);
    while (taken.has(next) || weekdayOf(next) % 6 === 0) next = addDays(next, 1);
    taken.add(next);
    added.push({ day: next, kind: 'NGHI_BU', name: `Nghỉ bù ${name}`, basis: makeUp });
  }
  return [...days, ...added];
}

/** Reporting periods (domain 7.1): month, quarter, 6 and 9 months, year, term, or any days. */
import { dayNumber, dayOf, type Day } from '../rules/day';
import type { Span } from './fact';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'nine' | 'year' | 'term' | 'days';

export interface Period extends Span {
  readonly kind: PeriodKind;
  /** Month 1 to 12, quarter 1 to 4, half 1 or 2; 0 where it has no number. */
  readonly number: number;
}

const lastOf = (year: number, month: number): Day => dayOf(dayNumber(`${month === 12 ? year + 1 : year}-${two((month % 12) + 1)}-01`) - 1);
const two = (n: number): string => String(n).padStart(2, '0');
const months = (year: number, first: number, last: number): Span => ({ from: `${year}-${two(first)}-01`, to: lastOf(year, last) });

/** The period of a year; `number` where the kind has one. @throws RangeError for a month or quarter that there is not */
export function periodOf(kind: Exclude<PeriodKind, 'term' | 'days'>, year: number, number = 0): Period {
  const most = { month: 12, quarter: 4, half: 2, nine: 0, year: 0 }[kind];
  if (most > 0 ? number < 1 || number > most : number !== 0) throw new RangeError(`no ${kind} ${number}`);
  const span =
    kind === 'month'
      ? months(year, number, number)
      : kind === 'quarter'
        ? months(year, number * 3 - 2, number * 3)
        : kind === 'half'
          ? months(year, number * 6 - 5, number * 6)
          : months(year, 1, kind === 'nine' ? 9 : 12);
  return { kind, number, ...span };
}

/** First day of the new communes: the term 2025-2030 of their committees begins with them. */
const newCommunes = '2025-07-01';

/** A term as committees write it, '2025-2030' or '2025–2030'; undefined for other words. */
export function termPeriod(term: string): Period | undefined {
  const [, first, last] = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(term.trim()) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return { kind: 'term', number: 0, from: first === '2025' ? newCommunes : `${first}-07-01`, to: `${last}-06-30` };
}

/** What a span is called; a span that is no period of the calendar is named by its days. */
export function periodKindOf({ from, to }: Span): Period {
  const year = Number(from.slice(0, 4));
  const kinds = [
    ...Array.from({ length: 12 }, (_, i) => periodOf('month', year, i + 1)),
    ...Array.from({ length: 4 }, (_, i) => periodOf('quarter', year, i + 1)),
    periodOf('half', year, 1),
    periodOf('half', year, 2),
    periodOf('nine', year),
    periodOf('year', year),
  ];
  return kinds.find((one) => one.from === from && one.to === to) ?? { kind: 'days', number: 0, from, to };
}

const roman = ['', 'I', 'II', 'III', 'IV'];
const dmy = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** As reports write it: 'Quý I năm 2026', '6 tháng đầu năm 2026', 'Từ 05/01/2026 đến 20/02/2026'. */
export function periodName({ kind, number, from, to }: Period): string {
  const year = from.slice(0, 4);
  switch (kind) {
    case 'month':
      return `Tháng ${number} năm ${year}`;
    case 'quarter':
      return `Quý ${roman[number]} năm ${year}`;
    case 'half':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine':
      return `9 tháng năm ${year}`;
    case 'year':
      return `Năm ${year}`;
    case 'term':
      return `Nhiệm kỳ ${year}–${to.slice(0, 4)}`;
    case 'days':
      return `Từ ${dmy(from)} đến ${dmy(to)}`;
  }
}

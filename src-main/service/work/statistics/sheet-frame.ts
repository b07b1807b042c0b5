import type { SheetFrame } from '#shared/statistics/sheet-of';
import { periodKindOf, periodName } from '#shared/statistics/period';
import type { Span } from '#shared/statistics/fact';
import type { Book } from '../../book/book';

/** The name of a place inside that of its committee: 'Đảng ủy xã Tân Hòa' is in Tân Hòa. */
export const placeOf = (partyCommittee: string): string =>
  partyCommittee.replace(/^Đảng ủy\s+(xã|phường|đặc khu|thị trấn)?\s*/i, '').trim() || partyCommittee;

/** 'ngày 05 tháng 7 năm 2026': days below 10 and the months 1 and 2 with a nought, as Party papers write them. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** Head, period line and signature of a sheet of this committee. */
export function sheetFrame({ committee, records }: Book, span: Span, today: string, unit?: string): SheetFrame {
  const period = periodName(periodKindOf(span));
  const until = today < span.to ? `, số liệu tính đến ngày ${today.slice(8)}/${today.slice(5, 7)}/${today.slice(0, 4)}` : '';
  const unitName = unit === undefined ? undefined : records.titleOf(unit);
  return {
    head: {
      upper: committee.partyCommittee,
      issuer: 'Ủy ban Kiểm tra',
      placeAndDate: `${placeOf(committee.partyCommittee)}, ${dayInWords(today)}`,
    },
    period: `${period}${until}`,
    ...(unitName ? { unitName: `Đơn vị: ${unitName}` } : {}),
    signer: { lines: ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM'] },
  };
}

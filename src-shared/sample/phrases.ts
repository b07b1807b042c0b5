import type { Random } from './random';

const slot = /\{(\w+)\}/g;

/** Puts invented particulars into a phrase; `given` holds those that the caller fixes. */
export const fill = (random: Random, phrase: string, given: Readonly<Record<string, string>> = {}): string =>
  phrase.replace(slot, (_, name: string) => given[name] ?? particulars[name]?.(random) ?? name);

export const money = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;

const particulars: Readonly<Record<string, (random: Random) => string>> = {
  tien: (random) => money(random.int(12, 480) * 300_000),
  ho: (random) => String(random.int(6, 48)),
  nam: (random) => String(random.int(2021, 2025)),
  thang: (random) => String(random.int(1, 12)),
  thua: (random) => String(random.int(14, 980)),
  quy: (random) => random.pick(['I', 'II', 'III', 'IV']),
  duong: (random) => random.pick(['kênh Ba', 'Bờ Bao', 'đê Đông', 'kênh Xáng Nhỏ', 'liên ấp', 'rạch Dừa', 'chợ mới']),
  quyDan: (random) =>
    random.pick([
      'quỹ làm đường',
      'quỹ khuyến học',
      'quỹ vì người nghèo',
      'quỹ an ninh',
      'quỹ đền ơn đáp nghĩa',
      'quỹ phòng chống thiên tai',
    ]),
  sinhHoat: (random) => `${random.int(2, 5)} kỳ sinh hoạt`,
};

/** 5 as '05', 120 as '120'. */
export const twoDigits = (n: number): string => String(n).padStart(2, '0');

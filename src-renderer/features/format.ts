import type { Language } from '../i18n/words';

/** 'YYYY[-MM[-DD]]' as dd/MM/yyyy, MM/yyyy or yyyy; '' for nothing. */
export const dayText = (day: unknown): string => (typeof day === 'string' ? day.split('-').reverse().join('/') : '');
/** dd/MM */
export const shortDay = (day: unknown): string => (typeof day === 'string' ? day.slice(5).split('-').reverse().join('/') : '');
/** '2026-11' as 11/2026. */
export const shortMonth = (month: string): string => month.split('-').reverse().join('/');

/** Thứ Ba, ngày 24 tháng 11 năm 2026 */
export function longDay(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00`);
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  return `${weekdayName(day, 'vi')}, ngày ${date.getDate()} tháng ${date.getMonth() + 1} năm ${date.getFullYear()}`;
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
export function weekdayName(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00`);
  return language === 'vi' ? (weekdays[date.getDay()] ?? '') : new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(date);
}

export const numberText = (n: number, language: Language, digits = 0): string =>
  n.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits });

/** 41 GB, 18,2 MB, 42 KB */
export function bytesText(bytes: number, language: Language): string {
  const units = ['byte', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${numberText(value, language, unit > 1 && value < 100 ? 1 : 0)} ${units[unit]}`;
}

/** A length of time to the nearest useful unit: 40 giây, 9 phút, 2 giờ 10 phút. */
export function duration(seconds: number, language: Language): string {
  const [s, m, h] = language === 'vi' ? ['giây', 'phút', 'giờ'] : ['s', 'min', 'h'];
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} ${s}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} ${m}`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} ${h}` : `${Math.floor(minutes / 60)} ${h} ${rest} ${m}`;
}

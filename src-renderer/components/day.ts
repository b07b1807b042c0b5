const two = (n: number): string => String(n).padStart(2, '0');

/** The calendar day of this machine, 'YYYY-MM-DD'. */
export const today = (now = new Date()): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

/** 'YYYY[-MM[-DD]]' as dd/MM/yyyy, MM/yyyy or yyyy. */
export const dayText = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');

/** Days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** An instant as this machine's time: 14:05 today, else 23/11/2026 14:05. */
export function momentText(instant: string, now = new Date()): string {
  const at = new Date(instant);
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return today(at) === today(now) ? time : `${dayText(today(at))} ${time}`;
}

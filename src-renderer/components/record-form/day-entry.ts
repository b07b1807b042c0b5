/**
 * Days as people type them: 1/3/26, 01-03-2026, 1.3, 010326, 01032026. Two-digit years are of this century up to ten years
 * ahead, else of the last one, so that 1/3/26 is 2026 and 2/9/45 is 1945. Old papers may name a month (3/2011) or a year only.
 */
const two = (n: number): string => String(n).padStart(2, '0');

/** 'YYYY-MM-DD', or undefined for what is no day of the calendar. `today` gives the year that was left out. */
export function readDay(text: string, today: string): string | undefined {
  const [day, month, year] = partsOf(text);
  if (day === undefined || month === undefined) return undefined;
  return existingDay(year === undefined ? Number(today.slice(0, 4)) : fullYear(year, today), Number(month), Number(day));
}

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; a year has four digits. */
export function readPartialDay(text: string, today: string): string | undefined {
  const plain = text.trim();
  if (/^\d{4}$/.test(plain) && Number(plain) >= 1850 && Number(plain) <= 2150) return plain;
  const month = /^(\d{1,2})[/\-. ](\d{4})$/.exec(plain);
  if (month) return Number(month[1]) >= 1 && Number(month[1]) <= 12 ? `${month[2]}-${two(Number(month[1]))}` : undefined;
  return readDay(plain, today);
}

/** dd/MM/yyyy of a day that is typed in full; what was typed otherwise. */
export const showDay = (value: string): string => value.split('-').reverse().join('/');

function partsOf(text: string): string[] {
  const plain = text.trim();
  const run = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(plain);
  if (run) return run.slice(1);
  const parted = /^(\d{1,2})\s*[/\-. ]\s*(\d{1,2})(?:\s*[/\-. ]\s*(\d{2}|\d{4}))?$/.exec(plain);
  return parted ? parted.slice(1).filter((part) => part !== undefined) : [];
}

function fullYear(year: string, today: string): number {
  if (year.length === 4) return Number(year);
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const near = century + Number(year);
  return near > Number(today.slice(0, 4)) + 10 ? near - 100 : near;
}

function existingDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${year}-${two(month)}-${two(day)}` : undefined;
}

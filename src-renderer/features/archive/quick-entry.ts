/** A line of the quick entry, as it is typed, and what is saved of it. */
import { readPartialDay } from '../../components/record-form/day-entry';

export interface QuickLine {
  readonly box: string;
  readonly fileNumber: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly retention: string;
  readonly sheets: string;
}

/** What holds for every line. */
export interface QuickCommon {
  readonly fonds: string;
  readonly fondsCode: string;
  readonly term: string;
  readonly level: string;
  readonly today: string;
}

/** The next line: place and retention are carried on, the number is counted on ('03' becomes '04', '12b' stays). */
export const nextLine = (line: QuickLine): QuickLine => ({ ...line, fileNumber: countedOn(line.fileNumber), title: '', sheets: '' });

export function countedOn(number: string): string {
  const match = /^(.*?)(\d+)$/.exec(number);
  const [, before = '', digits] = match ?? [];
  return digits === undefined ? number : `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}

/** Values of the file; what cannot be read stays text and is refused with its field. A level of '' waits for guidance. */
export function valuesOfLine(line: QuickLine, common: QuickCommon): Record<string, unknown> {
  const { box, fileNumber, title, start, end, retention, sheets } = line;
  const startDate = readPartialDay(start, common.today) ?? start;
  const code = [common.fondsCode, startDate.slice(0, 4), box, fileNumber].filter((part) => part !== '').join('.');
  const values: Record<string, unknown> = {
    fonds: common.fonds,
    term: common.term,
    code,
    box,
    fileNumber,
    title,
    startDate,
    endDate: readPartialDay(end, common.today) ?? end,
    retention,
    sheets: /^\d+$/.test(sheets) ? Number(sheets) : sheets,
    accessMode: common.level === '' || common.level === 'THUONG' ? '02' : '03',
    secrecy: common.level === '' ? 'THUONG' : common.level,
    secrecyState: common.level === '' ? 'CHO_HUONG_DAN' : 'DA_XAC_DINH',
    state: 'CHUA_QUET',
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

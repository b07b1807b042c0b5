/** What stands in a cell, as the value of a field. Dates are Vietnamese days (dd/mm/yyyy) or Excel's numbers, codes their label or code. */
import type { SheetProblem } from '#shared/contract/window/sheet-import';
import { checkField, isDay, isPartialDay } from '#shared/records/check';
import type { Field, RefField } from '#shared/records/field';
import type { SheetCell } from '#shared/recognizer/messages';
import { codeList, type CodeListId } from '#shared/rules/code-lists/index';
import { foldWords } from '#shared/text/fold';

export type ProblemName = SheetProblem['problem'];
export type Converted = { readonly value: unknown } | { readonly problem: ProblemName; readonly detail?: number };

/** Finds the record that a text names. */
export type Resolve = (field: RefField, text: string) => Converted;

export const cellText = (cell: SheetCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(Number.isInteger(cell) ? cell : Math.round(cell * 1e6) / 1e6);
  if (typeof cell === 'boolean') return cell ? 'có' : 'không';
  return cell.normalize('NFC').trim();
};

export function convert(name: string, field: Field, cell: SheetCell, resolve: Resolve): Converted {
  const made = valueOf(field, cell, resolve);
  if ('problem' in made || made.value === null) return made;
  const [problem] = checkField(name, field, made.value);
  return problem ? { problem: problem.problem, ...(problem.max !== undefined && { detail: problem.max }) } : made;
}

function valueOf(field: Field, cell: SheetCell, resolve: Resolve): Converted {
  const text = cellText(cell);
  if (text === '') return { value: null };
  switch (field.kind) {
    case 'date':
    case 'partialDate':
      return valueOr(readDay(cell, field.kind === 'partialDate'), 'notADate');
    case 'integer':
    case 'money':
      return valueOr(readNumber(text), 'notANumber');
    case 'boolean':
      return valueOr(readYes(text), 'notABoolean');
    case 'code':
      return valueOr(readCode(field.list, text), 'notInList');
    case 'codes': {
      const found = parts(text).map((part) => readCode(field.list, part));
      return found.includes(undefined) ? { problem: 'notInList' } : { value: [...new Set(found)] };
    }
    case 'tags':
      return { value: parts(text) };
    case 'ref':
      return resolve(field, text);
    case 'text':
      return { value: text.replace(/\s+/g, ' ') };
    default:
      return { value: text };
  }
}

const valueOr = (value: unknown, problem: ProblemName): Converted => (value === undefined ? { problem } : { value });

const parts = (text: string): string[] =>
  text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const two = (n: number | string): string => String(n).padStart(2, '0');

/** Undefined for what is no day; a year of two digits is not guessed. */
export function readDay(cell: SheetCell, partial: boolean): string | undefined {
  if (typeof cell === 'number') {
    if (partial && Number.isInteger(cell) && cell >= 1000 && cell <= 2200) return String(cell);
    return cell >= 1 && cell < 80_000 ? fromSerial(Math.floor(cell)) : undefined;
  }
  const text = cellText(cell)
    .replace(/^ngày\s*/iu, '')
    .replace(/\s*(tháng|năm)\s*/giu, '/')
    .replace(/[.\-\s]+/g, '/')
    .replace(/^\/+|\/+$/g, '');
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:T.*)?$/.exec(text);
  const whole = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : yearFirst ? yearFirst.slice(1, 4) : undefined;
  if (whole) {
    const day = `${whole[0]}-${two(whole[1] ?? '')}-${two(whole[2] ?? '')}`;
    return isDay(day) ? day : undefined;
  }
  if (!partial) return undefined;
  const month = /^(\d{1,2})\/(\d{4})$/.exec(text);
  const yearMonth = /^(\d{4})\/(\d{1,2})$/.exec(text);
  const part = month
    ? `${month[2]}-${two(month[1] ?? '')}`
    : yearMonth
      ? `${yearMonth[1]}-${two(yearMonth[2] ?? '')}`
      : /^\d{4}$/.test(text)
        ? text
        : undefined;
  return part !== undefined && isPartialDay(part) ? part : undefined;
}

/** Excel counts days from 1900 and takes 1900 for a leap year. */
function fromSerial(serial: number): string | undefined {
  const days = serial > 59 ? serial - 1 : serial;
  const day = new Date(Date.UTC(1899, 11, 31) + days * 86_400_000).toISOString().slice(0, 10);
  return isDay(day) ? day : undefined;
}

/** '1.234', '1 234', '64 trang'. */
function readNumber(text: string): number | undefined {
  const match = /^(-?\d{1,3}(?:[.,\s]\d{3})+|-?\d+)(?:[.,]0+)?\s*(?:tờ|trang|văn bản|tài liệu|vb|đv|đồng|đ)?\.?$/iu.exec(text);
  return match ? Number((match[1] ?? '').replace(/[.,\s]/g, '')) : undefined;
}

function readYes(text: string): boolean | undefined {
  const folded = foldWords(text);
  if (['co', 'x', '1', 'true', 'dung', 'yes', 'da co', 'roi'].includes(folded)) return true;
  return ['khong', 'ko', '0', 'false', 'sai', 'no', 'chua'].includes(folded) ? false : undefined;
}

/** Words that lists use for a code, beside its label. Folded. */
const shortWords: Partial<Record<CodeListId, Readonly<Record<string, string>>>> = {
  retention: { vv: '01', '70': '02', '50': '03', '30': '04', '20': '05', '10': '06', 'lau dai': '07', 'tam thoi': '07' },
  gender: { m: 'NAM', f: 'NU' },
  secrecy: { khong: 'THUONG', 'binh thuong': 'THUONG', 'khong mat': 'THUONG' },
  accessMode: { 'su dung co dieu kien': '02', 'han che': '02', 'rong rai': '01' },
  memberKind: { ct: 'CHINH_THUC', db: 'DU_BI', 'dang vien chinh thuc': 'CHINH_THUC', 'dang vien du bi': 'DU_BI' },
  language: { viet: '01', vn: '01' },
};

/** By code, label or abbreviation, without regard to case and diacritics. */
export function readCode(list: CodeListId, text: string): string | undefined {
  const { items } = codeList(list);
  const exact = items.find(({ code }) => code === text || code === text.toUpperCase());
  if (exact) return exact.code;
  const folded = foldWords(text);
  const named = items.find(({ code, label, abbreviation }) =>
    [label.vi, label.en, abbreviation ?? '', code.replaceAll('_', ' ')].some((word) => word !== '' && foldWords(word) === folded),
  );
  return named?.code ?? shortWords[list]?.[folded];
}

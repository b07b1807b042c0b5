/**
 * Whether an op can be applied: the same check before sending and at the hub. It looks at what is set, not at what is
 * missing (an op is a part of a record). Fields that this version does not know are kept and passed on (rule 12).
 * Sealed fields may hold ciphertext only.
 */
import type { Field, ScalarField } from '../records/field';
import { isRecordTypeName, recordType } from '../records/registry';
import type { WireOp } from './columns';
import { isSealedEnvelope } from './sealed-envelope';
import type { Json } from './op';

export type RefusalCode = 'unknown-type' | 'not-text' | 'bad-value' | 'too-long' | 'sealed-in-clear';

export interface Refusal {
  readonly seq: number;
  readonly code: RefusalCode;
  readonly field: string;
  readonly words: { readonly vi: string; readonly en: string };
}

export function checkOp(op: WireOp): Refusal | undefined {
  const refuse = (code: RefusalCode, field: string, label?: { vi: string; en: string }): Refusal => ({
    seq: op.seq,
    code,
    field,
    words: words[code](label ?? { vi: field, en: field }),
  });
  if (!isRecordTypeName(op.type)) return refuse('unknown-type', op.type);
  const { fields } = recordType(op.type);
  for (const name in op.fields) {
    const value = op.fields[name] ?? null;
    if (!isText(name) || !isStorable(value)) return refuse('not-text', name, fields[name]?.label);
    const field = fields[name];
    if (!field || value === null) continue;
    const code =
      field.kind === 'sealed'
        ? typeof value === 'string' && isSealedEnvelope(value)
          ? undefined
          : 'sealed-in-clear'
        : problemOf(field, value);
    if (code) return refuse(code, name, field.label);
  }
  return undefined;
}

const words: Record<RefusalCode, (label: { vi: string; en: string }) => Refusal['words']> = {
  'unknown-type': (l) => ({
    vi: `Tỉnh chưa biết loại bản ghi ${l.vi}; sẽ nhận khi tỉnh nâng cấp`,
    en: `The hub does not know the record type ${l.en} yet; it is taken after the hub's upgrade`,
  }),
  'not-text': (l) => ({ vi: `Ô "${l.vi}" có ký tự không lưu được`, en: `The field "${l.en}" holds characters that cannot be stored` }),
  'bad-value': (l) => ({ vi: `Giá trị của ô "${l.vi}" không đúng kiểu`, en: `The value of "${l.en}" is not of its kind` }),
  'too-long': (l) => ({ vi: `Ô "${l.vi}" quá dài`, en: `The field "${l.en}" is too long` }),
  'sealed-in-clear': (l) => ({
    vi: `Ô niêm phong "${l.vi}" chưa được mã hóa nên không được nhận`,
    en: `The sealed field "${l.en}" was not encrypted and is not taken`,
  }),
};

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
export const isStorable = (value: Json): boolean => {
  if (typeof value === 'string') return isText(value);
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(([key, inner]) => isText(key) && isStorable(inner as Json));
};

type Problem = 'bad-value' | 'too-long' | undefined;
const bad = (fine: boolean): Problem => (fine ? undefined : 'bad-value');

function problemOf(field: Exclude<Field, { kind: 'sealed' }>, value: Json): Problem {
  switch (field.kind) {
    case 'list':
      if (!Array.isArray(value)) return 'bad-value';
      return first(value as readonly Json[], (item) => itemProblem(field.item, item));
    default:
      return scalarProblem(field, value);
  }
}

function itemProblem(fields: Readonly<Record<string, ScalarField>>, item: Json): Problem {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return 'bad-value';
  const values = item as { readonly [key: string]: Json };
  if (typeof values['id'] !== 'string') return 'bad-value';
  return first(Object.entries(values), ([name, value]) => {
    const field = fields[name];
    return field && value !== null ? scalarProblem(field, value) : undefined;
  });
}

function scalarProblem(field: ScalarField, value: Json): Problem {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return typeof value !== 'string' ? 'bad-value' : value.length > field.max ? 'too-long' : undefined;
    case 'code':
    case 'ref':
      return typeof value !== 'string' ? 'bad-value' : value.length > 200 ? 'too-long' : undefined;
    case 'date':
      return bad(typeof value === 'string' && isDay(value));
    case 'partialDate':
      return bad(typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value));
    case 'dateTime':
      return bad(
        typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) && !Number.isNaN(Date.parse(value)),
      );
    case 'integer':
      return bad(Number.isSafeInteger(value) && (value as number) >= field.min && (value as number) <= field.max);
    case 'money':
      return bad(Number.isSafeInteger(value));
    case 'boolean':
      return bad(typeof value === 'boolean');
    case 'codes':
    case 'refs':
    case 'tags':
      return bad(Array.isArray(value) && value.every((item) => typeof item === 'string'));
  }
}

const first = <T>(items: readonly T[], problem: (item: T) => Problem): Problem => {
  for (const item of items) {
    const found = problem(item);
    if (found) return found;
  }
  return undefined;
};

const longMonths: ReadonlySet<number> = new Set([1, 3, 5, 7, 8, 10, 12]);

/** A day of the calendar that exists, years 0001 to 9999. Without a Date, because every op is checked at both ends. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = longMonths.has(month) ? 31 : month === 2 ? (isLeap ? 29 : 28) : 30;
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** Whether values may be saved: one rule for the form as somebody types, for `kts` and for the service. */
import { codeItem } from '../rules/code-lists/index';
import type { Field, ItemFields, ScalarField } from './field';
import type { FieldProblem } from './problem';
import type { RecordType, Values } from './record-type';

export interface CheckOptions {
  /** All fields of a new record: what is required must be there. Otherwise only the given fields are looked at. */
  readonly whole: boolean;
  /** Values typed by a person: fields that the program writes are refused. */
  readonly typed?: boolean;
}

type Finding = Omit<FieldProblem, 'field' | 'itemId' | 'subField'>;

/** Most items of a list, codes, references or tags in one field. */
export const maxItems = 2000;
const maxTag = 100;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

export function checkValues(type: RecordType, values: Values, options: CheckOptions): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const name of Object.keys(values)) {
    const field = type.fields[name];
    if (!field) problems.push({ field: name, problem: 'unknownField' });
    else if (options.typed && field.readOnly) problems.push({ field: name, problem: 'readOnly' });
    else for (const problem of checkField(name, field, values[name])) problems.push(problem);
  }
  if (options.whole) {
    for (const name of requiredOf(type)) {
      if (!(name in values) && !(options.typed && type.fields[name]?.readOnly)) problems.push({ field: name, problem: 'required' });
    }
  }
  return problems;
}

const required = new Map<RecordType, readonly string[]>();

function requiredOf(type: RecordType): readonly string[] {
  const known = required.get(type) ?? Object.keys(type.fields).filter((name) => type.fields[name]?.required);
  required.set(type, known);
  return known;
}

const none: readonly FieldProblem[] = [];

/** Problems of one field, which is being set to this value. */
export function checkField(name: string, field: Field, value: unknown): readonly FieldProblem[] {
  if (isEmpty(value)) return field.required ? [{ field: name, problem: 'required' }] : none;
  if (field.kind === 'list') return checkItems(name, field.item, value);
  const found = field.kind === 'sealed' ? checkText(value, field.max) : checkScalar(field, value);
  return found ? [{ field: name, ...found }] : none;
}

/** Empty text and empty lists are the same as nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function checkItems(name: string, fields: ItemFields, value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [{ field: name, problem: 'notAList' }];
  if (value.length > maxItems) return [{ field: name, problem: 'tooLong', max: maxItems }];
  return value.flatMap((item: unknown): FieldProblem[] => {
    if (typeof item !== 'object' || item === null) return [{ field: name, problem: 'notAList' }];
    const values = item as Record<string, unknown>;
    const itemId = String(values['id'] ?? '');
    const problems: FieldProblem[] = isId(values['id']) ? [] : [{ field: name, itemId, subField: 'id', problem: 'notText' }];
    for (const key of Object.keys(values))
      if (key !== 'id' && !fields[key]) problems.push({ field: name, itemId, subField: key, problem: 'unknownField' });
    for (const [key, field] of Object.entries(fields)) {
      const found: Finding | undefined = isEmpty(values[key])
        ? field.required
          ? { problem: 'required' }
          : undefined
        : checkScalar(field, values[key]);
      if (found) problems.push({ field: name, itemId, subField: key, ...found });
    }
    return problems;
  });
}

function checkScalar(field: ScalarField, value: unknown): Finding | undefined {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return checkText(value, field.max);
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : { problem: 'notADate' };
    case 'partialDate':
      return typeof value === 'string' && isPartialDay(value) ? undefined : { problem: 'notADate' };
    case 'dateTime':
      return typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) &&
        isDay(value.slice(0, 10)) &&
        !Number.isNaN(Date.parse(value))
        ? undefined
        : { problem: 'notADate' };
    case 'integer':
      if (!Number.isSafeInteger(value)) return { problem: 'notANumber' };
      return (value as number) < field.min || (value as number) > field.max
        ? { problem: 'outOfRange', min: field.min, max: field.max }
        : undefined;
    case 'money':
      return Number.isSafeInteger(value) ? undefined : { problem: 'notANumber' };
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { problem: 'notABoolean' };
    case 'code':
      return typeof value === 'string' && codeItem(field.list, value) ? undefined : { problem: 'notInList' };
    case 'ref':
      return isId(value) ? undefined : { problem: 'brokenReference' };
    case 'codes':
      return checkSet(value, (code) => (codeItem(field.list, code) ? undefined : { problem: 'notInList' }));
    case 'refs':
      return checkSet(value, (id) => (isId(id) ? undefined : { problem: 'brokenReference' }));
    case 'tags':
      return checkSet(value, (tag) => checkText(tag, maxTag));
  }
}

function checkText(value: unknown, max: number): Finding | undefined {
  if (typeof value !== 'string') return { problem: 'notText' };
  return value.length > max ? { problem: 'tooLong', max } : undefined;
}

function checkSet(value: unknown, check: (item: string) => Finding | undefined): Finding | undefined {
  if (!Array.isArray(value)) return { problem: 'notAList' };
  if (value.length > maxItems) return { problem: 'tooLong', max: maxItems };
  for (const item of value) {
    const found: Finding | undefined = typeof item === 'string' ? check(item) : { problem: 'notText' };
    if (found) return found;
  }
  return undefined;
}

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** A day of the calendar that exists, written YYYY-MM-DD, years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD. */
export const isPartialDay = (text: string): boolean => isDay(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);

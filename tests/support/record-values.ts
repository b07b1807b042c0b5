import fc from 'fast-check';
import type { Field, Fields, ScalarField } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { codeList } from '#shared/rules/code-lists/index';

/** Ids that references may take, by type; none: references stay empty. */
export type KnownIds = Partial<Record<RecordTypeName, readonly string[]>>;

const words = [
  'Đảng ủy',
  'chi bộ',
  'tố cáo',
  'kỷ luật',
  'Nguyễn Văn Ánh',
  'số 12-QĐ/UBKT',
  'quỹ',
  'đất đai',
  'hoà giải',
  '2021',
  '“trích”',
  'ươm mầm',
  'x̂',
];
const prose = (max: number) =>
  fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(' ').slice(0, max).trim().normalize('NFC'))
    .filter((text) => text !== '');
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function scalar(field: ScalarField, known: KnownIds): fc.Arbitrary<unknown> | undefined {
  const codes = 'list' in field ? codeList(field.list).items.map(({ code }) => code) : [];
  const ids = 'to' in field ? field.to.flatMap((type) => known[type] ?? []) : [];
  switch (field.kind) {
    case 'text':
    case 'longText':
      return prose(field.max);
    case 'date':
      return day;
    case 'partialDate':
      return fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
    case 'dateTime':
      return day.map((text) => `${text}T08:30:00Z`);
    case 'integer':
      return fc.integer({ min: field.min, max: Math.min(field.max, 2 ** 31 - 1) });
    case 'money':
      return fc.maxSafeInteger();
    case 'boolean':
      return fc.boolean();
    case 'code':
      return fc.constantFrom(...codes);
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 });
    case 'tags':
      return fc.uniqueArray(prose(40), { minLength: 1, maxLength: 4 });
    case 'ref':
      return ids.length > 0 ? fc.constantFrom(...ids) : undefined;
    case 'refs':
      return ids.length > 0 ? fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }) : undefined;
  }
}

/** Undefined where a required reference has nothing to point to. */
function object(fields: Fields, known: KnownIds): fc.Arbitrary<Record<string, unknown>> | undefined {
  const required: string[] = [];
  const shape: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = valueOf(field, known);
    if (!value && field.required) return undefined;
    if (!value) continue;
    shape[name] = value;
    if (field.required) required.push(name);
  }
  return fc.record(shape, { requiredKeys: required as never[] });
}

function valueOf(field: Field, known: KnownIds): fc.Arbitrary<unknown> | undefined {
  if (field.kind === 'sealed') return prose(field.max);
  if (field.kind !== 'list') return scalar(field, known);
  const item = object(field.item, known);
  return (
    item &&
    fc.array(
      fc.tuple(fc.uuid(), item).map(([id, values]) => ({ id, ...values })),
      { minLength: 1, maxLength: 3 },
    )
  );
}

/** Valid values of a new record, generated from the definition of its type. */
export function recordValues(type: RecordTypeName, known: KnownIds = {}): fc.Arbitrary<Record<string, unknown>> {
  const values = object(recordType(type).fields, known);
  if (!values) throw new Error(`${type} needs records of other types first`);
  return values;
}

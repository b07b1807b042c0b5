/** Further conditions of a list, one by one: which field, how, and what. They travel in the address as JSON. Pure. */
import { type Filter, filterSchema } from '#shared/contract/window/common';
import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Language } from '../../i18n/words';
import { valueText } from '../value-text';

export type Op = Filter['op'];

/** What may be asked of a field; the first is proposed. Sealed fields and small tables are never asked. */
export function opsOf(field: Field): readonly Op[] {
  switch (field.kind) {
    case 'sealed':
    case 'list':
      return [];
    case 'text':
    case 'longText':
      return ['contains', 'empty', 'notEmpty'];
    case 'date':
    case 'partialDate':
    case 'dateTime':
    case 'integer':
    case 'money':
      return ['from', 'to', 'empty', 'notEmpty'];
    case 'codes':
    case 'refs':
    case 'tags':
      return ['has', 'empty', 'notEmpty'];
    default:
      return ['eq', 'empty', 'notEmpty'];
  }
}

export const needsValue = (op: Op): boolean => op !== 'empty' && op !== 'notEmpty';

/** Conditions of an address; what does not fit the type is left out. */
export function readWhere(type: RecordTypeName, text: string | undefined): Filter[] {
  if (text === undefined || text === '') return [];
  try {
    const { fields } = recordType(type);
    const found = filterSchema.array().max(12).safeParse(JSON.parse(text));
    return found.success
      ? found.data.filter(
          ({ field, op }) => fields[field] && (opsOf(fields[field]).includes(op) || (op === 'in' && fields[field].kind === 'code')),
        )
      : [];
  } catch {
    return [];
  }
}

export const writeWhere = (where: readonly Filter[]): string => (where.length === 0 ? '' : JSON.stringify(where));

/** The field with which the value of a condition is typed: of several values one is asked at a time. */
export function askedField(field: Field): Field {
  switch (field.kind) {
    case 'codes':
      return { kind: 'code', list: field.list, label: field.label };
    case 'refs':
      return { kind: 'ref', to: field.to, label: field.label };
    case 'tags':
    case 'longText':
      return { kind: 'text', max: 200, label: field.label };
    default:
      return { ...field, required: false };
  }
}

export function criterionText(
  field: Field,
  { op, value }: Filter,
  words: Readonly<Record<Op, string>>,
  language: Language,
  titles: Readonly<Record<string, string>>,
): string {
  const said = needsValue(op) ? `${words[op]} ${valueText(askedField(field), value, language, titles)}` : words[op];
  return `${field.label[language]} ${said}`.trim();
}

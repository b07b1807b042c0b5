/** SQLite columns of a record type, derived from its fields. The table of a type is named like the type, in snake_case. */
import type { Json } from '../sync/op';
import type { Field } from './field';
import type { RecordType } from './record-type';

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Name of the table of a type; always quote it ("case" is a word of SQL). */
export const tableName = (type: RecordType): string => snakeCase(type.name);

export interface Column {
  readonly field: string;
  readonly definition: Field;
  /** Always quote it ("order", "from", "to" are words of SQL). */
  readonly column: string;
  readonly sql: 'TEXT' | 'INTEGER';
}

const integerKinds: ReadonlySet<Field['kind']> = new Set(['integer', 'money', 'boolean']);
const jsonKinds: ReadonlySet<Field['kind']> = new Set(['codes', 'refs', 'tags', 'list']);

export const isJsonKind = (kind: Field['kind']): boolean => jsonKinds.has(kind);

export const columnsOf = (type: RecordType): Column[] =>
  Object.entries(type.fields).map(([field, definition]) => ({
    field,
    definition,
    column: snakeCase(field),
    sql: integerKinds.has(definition.kind) ? 'INTEGER' : 'TEXT',
  }));

/** Whether a value of an op can stand in the column of this field; what cannot is kept beside it and passed on. */
export function fitsColumn(field: Field, value: Json): boolean {
  if (value === null) return true;
  if (field.kind === 'boolean') return typeof value === 'boolean';
  if (integerKinds.has(field.kind)) return Number.isSafeInteger(value);
  if (field.kind === 'list')
    return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
  if (jsonKinds.has(field.kind)) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === 'string';
}

export type ColumnValue = string | number | null;

export function toColumn(field: Field, value: Json): ColumnValue {
  if (value === null) return null;
  if (field.kind === 'boolean') return value === true ? 1 : 0;
  if (jsonKinds.has(field.kind)) return JSON.stringify(value);
  return value as string | number;
}

export function fromColumn(field: Field, value: ColumnValue): Json {
  if (value === null) return null;
  if (field.kind === 'boolean') return value === 1;
  if (jsonKinds.has(field.kind)) return JSON.parse(value as string) as Json;
  return value;
}

import type { Field } from '#shared/records/field';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordTypeNames } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { metaFields } from '#shared/sync/op';

export type ColumnType = 'text' | 'date' | 'timestamptz' | 'bigint' | 'boolean' | 'text[]' | 'jsonb';

/** One column of a projected record type: from the field (or meta field) that ops carry, to PostgreSQL. */
export interface Column {
  /** Among the columns of its table, from 0. */
  readonly place: number;
  readonly field: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly comment: string;
}
export interface Table {
  readonly type: RecordTypeName;
  /** Name within the schema `projection`. */
  readonly table: string;
  /** Quoted, with its schema. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly byField: ReadonlyMap<string, Column>;
}

export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const typeOf = (field: Field): ColumnType => {
  switch (field.kind) {
    case 'date':
      return 'date';
    case 'dateTime':
      return 'timestamptz';
    case 'integer':
    case 'money':
      return 'bigint';
    case 'boolean':
      return 'boolean';
    case 'codes':
    case 'refs':
    case 'tags':
      return 'text[]';
    case 'list':
      return 'jsonb';
    default:
      return 'text';
  }
};

const meta: readonly Omit<Column, 'place'>[] = [
  { field: metaFields.createdAt, name: 'created_at', type: 'timestamptz', comment: 'Ngày lập' },
  { field: metaFields.createdBy, name: 'created_by', type: 'text', comment: 'Người lập' },
  { field: metaFields.removedAt, name: 'removed_at', type: 'timestamptz', comment: 'Ngày chuyển đi' },
  { field: metaFields.removedReason, name: 'removed_reason', type: 'text', comment: 'Lý do chuyển đi' },
];

/** What people query at the province: one table per record type. Sealed fields are absent: the hub could not read them. */
export const tables: readonly Table[] = recordTypeNames.map((type) => {
  const own = Object.entries(recordType(type).fields)
    .filter(([, field]) => field.kind !== 'sealed')
    .map(([name, field]) => ({ field: name, name: snake(name), type: typeOf(field), comment: field.label.vi }));
  const columns = [...meta, ...own].map((column, place) => ({ ...column, place }));
  const byField = new Map(columns.map((column) => [column.field, column]));
  return { type, table: snake(type), name: `projection.${quote(snake(type))}`, columns, byField };
});

const byType = new Map<string, Table>(tables.map((table) => [table.type, table]));
/** Undefined for a type that this hub does not know yet. */
export const tableOf = (type: string): Table | undefined => byType.get(type);

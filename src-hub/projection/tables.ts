import type { Field } from '#shared/records/field';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordTypeNames } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { metaFields } from '#shared/sync/op';
import type { Sql } from '../database/database';

/** One column of a projected record type: from the field (or meta field) that ops carry, to PostgreSQL. */
export interface Column {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}
export interface Table {
  readonly type: RecordTypeName;
  readonly name: string;
  readonly columns: readonly Column[];
}

export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const typeOf = (field: Field): string => {
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

const meta: readonly Column[] = [
  { field: metaFields.createdAt, name: 'created_at', type: 'timestamptz', comment: 'Ngày lập' },
  { field: metaFields.createdBy, name: 'created_by', type: 'text', comment: 'Người lập' },
  { field: metaFields.removedAt, name: 'removed_at', type: 'timestamptz', comment: 'Ngày chuyển đi' },
  { field: metaFields.removedReason, name: 'removed_reason', type: 'text', comment: 'Lý do chuyển đi' },
];

/** What people query at the province: one table per record type. Sealed fields are absent: the hub could not read them. */
export const tables: readonly Table[] = recordTypeNames.map((type) => ({
  type,
  name: `projection.${quote(snake(type))}`,
  columns: [
    ...meta,
    ...Object.entries(recordType(type).fields)
      .filter(([, field]) => field.kind !== 'sealed')
      .map(([name, field]) => ({ field: name, name: snake(name), type: typeOf(field), comment: field.label.vi })),
  ],
}));

export const tableOf = (type: RecordTypeName): Table | undefined => tables.find((table) => table.type === type);
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Makes missing tables and columns from the definitions: a field added there appears here at the next start. */
export async function ensureTables(sql: Sql): Promise<void> {
  const present = new Set(
    (
      await sql.query<{ c: string }>(
        `SELECT table_name || '.' || column_name AS c FROM information_schema.columns WHERE table_schema = 'projection'`,
      )
    ).map((row) => row.c),
  );
  for (const { type, name, columns } of tables) {
    const table = snake(type);
    if (!present.has(`${table}.id`)) {
      await sql.query(
        `CREATE TABLE ${name} (commune text NOT NULL, id text NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (commune, id))`,
      );
      await sql.query(`COMMENT ON TABLE ${name} IS ${literal(recordType(type).label.vi)}`);
    }
    for (const column of columns.filter((c) => !present.has(`${table}.${c.name}`))) {
      await sql.query(`ALTER TABLE ${name} ADD COLUMN ${quote(column.name)} ${column.type}`);
      await sql.query(`COMMENT ON COLUMN ${name}.${quote(column.name)} IS ${literal(column.comment)}`);
    }
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

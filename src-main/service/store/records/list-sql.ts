/**
 * Turns a query into SQL over the table of the type (t) and `record` (r). What SQLite cannot do as people expect, folded 'contains'
 * and Vietnamese order, is left to list.ts: it gets the columns it needs beside n.
 */
import type { Field } from '#shared/records/field';
import { isJsonKind, snakeCase, tableName } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldQuery } from '#shared/text/fold';
import type { MatchWriter } from '../../search/match-expression';
import type { ListFilter, ListQuery, MetaColumn, RecordQuery } from '../record-store';

export interface ColumnRef {
  readonly sql: string;
  /** text: sorts as Vietnamese does; name: so, by the given name first; set: JSON array; plain: SQLite's own order is right. */
  readonly order: 'text' | 'name' | 'set' | 'plain';
  readonly fromRecord: boolean;
}

const metaColumns: Readonly<Record<MetaColumn, ColumnRef>> = {
  $title: { sql: 'r.title', order: 'text', fromRecord: true },
  $createdAt: { sql: 'r.created_at', order: 'plain', fromRecord: true },
  $updatedAt: { sql: 'r.updated_at', order: 'plain', fromRecord: true },
  $year: { sql: 'r.year', order: 'plain', fromRecord: true },
  $dueOn: { sql: 'r.due_on', order: 'plain', fromRecord: true },
  $closed: { sql: 'r.closed', order: 'plain', fromRecord: true },
};

/** @throws RangeError for a field that the type does not have: a defect of the caller */
export function columnRef(type: RecordTypeName, field: string): ColumnRef {
  if (Object.hasOwn(metaColumns, field)) return metaColumns[field as MetaColumn];
  const definition = recordType(type).fields[field];
  if (!definition || definition.kind === 'sealed') throw new RangeError(`${type} has no column ${field}`);
  return { sql: `t."${snakeCase(field)}"`, order: orderOf(definition), fromRecord: false };
}

function orderOf(field: Field): ColumnRef['order'] {
  if (field.kind === 'text') return field.personName ? 'name' : 'text';
  if (field.kind === 'longText') return 'text';
  return isJsonKind(field.kind) ? 'set' : 'plain';
}

export interface Contains {
  readonly sql: string;
  readonly value: string;
}

export interface Conditions {
  readonly from: string;
  readonly where: string;
  readonly params: readonly (string | number)[];
  /** Filters that are left to the caller, over these columns. */
  readonly contains: readonly Contains[];
}

/** Undefined when nothing can match. `hidden`: condition of what the signed-in person may see, see access. */
export function conditionsOf(query: RecordQuery, sorted: readonly ColumnRef[], match: MatchWriter, hidden: string): Conditions | undefined {
  const { type } = query;
  const where: string[] = ['t.removed = ?'];
  const params: (string | number)[] = [query.removed === true ? 1 : 0];
  const contains: Contains[] = [];
  let needsRecord = sorted.some(({ fromRecord }) => fromRecord);

  for (const filter of query.filters ?? []) {
    if (filter.op === 'contains') {
      contains.push({ sql: columnRef(type, filter.field).sql, value: String(filter.value ?? '') });
      needsRecord ||= columnRef(type, filter.field).fromRecord;
      continue;
    }
    const { sql, values, fromRecord } = conditionOf(type, filter);
    where.push(sql);
    params.push(...values);
    needsRecord ||= fromRecord;
  }
  if (query.due) {
    const { sql, values } = dueCondition(type, query.due);
    where.push(sql);
    params.push(...values);
  }
  if (query.text !== undefined && query.text.trim() !== '') {
    const folded = foldQuery(query.text);
    if (folded.terms.length === 0) return undefined;
    where.push('t.n IN (SELECT rowid FROM search WHERE search MATCH ?)');
    params.push(match.all(folded));
  }
  const from = `"${tableName(recordType(type))}" t${needsRecord ? ' JOIN record r ON r.n = t.n' : ''}`;
  return { from, where: where.join(' AND ') + hidden, params, contains };
}

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  readonly fromRecord: boolean;
}

const scalar = (value: ListFilter['value']): string | number =>
  typeof value === 'boolean' ? Number(value) : Array.isArray(value) ? String(value[0] ?? '') : ((value ?? '') as string | number);

function conditionOf(type: RecordTypeName, filter: ListFilter): Condition {
  const { field, op, value } = filter;
  if (op === 'has') return hasCondition(type, field, String(scalar(value)));
  const { sql, fromRecord } = columnRef(type, field);
  switch (op) {
    case 'eq':
      return { sql: `${sql} = ?`, values: [scalar(value)], fromRecord };
    case 'in': {
      const values = Array.isArray(value) ? value : [scalar(value)];
      return { sql: `${sql} IN (${values.map(() => '?').join(', ')})`, values, fromRecord };
    }
    case 'from':
      return { sql: `${sql} >= ?`, values: [scalar(value)], fromRecord };
    case 'to': {
      // '~' sorts after '-' and digits: a year or month as bound includes all of its days.
      const bound = scalar(value);
      return { sql: `${sql} <= ?`, values: [typeof bound === 'string' ? `${bound}~` : bound], fromRecord };
    }
    case 'empty':
      return { sql: `${sql} IS NULL`, values: [], fromRecord };
    case 'notEmpty':
      return { sql: `${sql} IS NOT NULL`, values: [], fromRecord };
    case 'contains':
      throw new RangeError('contains is not a condition of SQL');
  }
}

function hasCondition(type: RecordTypeName, field: string, value: string): Condition {
  if (field === '*') return { sql: 't.n IN (SELECT from_n FROM record_ref WHERE to_id = ?)', values: [value], fromRecord: false };
  const kind = recordType(type).fields[field]?.kind;
  if (kind === 'codes' || kind === 'tags')
    return { sql: `EXISTS (SELECT 1 FROM json_each(${columnRef(type, field).sql}) WHERE value = ?)`, values: [value], fromRecord: false };
  columnRef(type, field);
  return { sql: 't.n IN (SELECT from_n FROM record_ref WHERE to_id = ? AND field = ?)', values: [value, field], fromRecord: false };
}

const dayMs = 86_400_000;

/** The Sunday of the week of this day. */
export function endOfWeek(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const weekday = new Date(at).getUTCDay();
  return new Date(at + (weekday === 0 ? 0 : 7 - weekday) * dayMs).toISOString().slice(0, 10);
}

function dueCondition(type: RecordTypeName, due: NonNullable<RecordQuery['due']>): { sql: string; values: string[] } {
  const open = `SELECT n FROM record WHERE type = ? AND closed = 0 AND removed_at IS NULL`;
  switch (due.within) {
    case 'overdue':
      return { sql: `t.n IN (${open} AND due_on IS NOT NULL AND due_on < ?)`, values: [type, due.today] };
    case 'week':
      return { sql: `t.n IN (${open} AND due_on IS NOT NULL AND due_on BETWEEN ? AND ?)`, values: [type, due.today, endOfWeek(due.today)] };
    case 'open':
      return { sql: `t.n IN (${open})`, values: [type] };
  }
}

export type SortKey = NonNullable<ListQuery['sort']>[number];

export const sortOf = (query: ListQuery): readonly SortKey[] =>
  query.sort && query.sort.length > 0 ? query.sort : [recordType(query.type).sort];

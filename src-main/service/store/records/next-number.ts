import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { columnsOf, tableName } from '#shared/records/columns';
import { officialNumber } from '#shared/records/official-number';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { columnRef } from './list-sql';
import { withinColumn } from './number-clashes';

export interface NumberQuery {
  readonly type: RecordTypeName;
  readonly field: string;
  /** Its year is the register's, where `within` names no field. */
  readonly day: string;
  /** Values of fields; '$secret' '1' for the register of papers above THUONG, '0' or absent for the ordinary one where there are both. */
  readonly within: Readonly<Record<string, string>>;
  /** This workstation. */
  readonly device: string;
}

const secret = '$secret';

interface Range {
  readonly first: number;
  readonly last: number;
  readonly device: string;
}

/**
 * The number to propose: the next one of an own range that has room, otherwise one more than the highest, past the ranges of all workstations.
 * @throws AppError record.noNumber
 */
export function nextNumber(db: Database, query: NumberQuery): number {
  const scope = scopeOf(query);
  const highest = (condition: string, params: readonly number[]): number =>
    db
      .prepare<unknown[], number | null>(`SELECT max(${scope.column}) FROM ${scope.from} WHERE ${scope.where}${condition}`)
      .pluck()
      .get(...scope.params, ...params) ?? 0;
  const ranges = rangesOf(db, query);
  const own = ranges.filter(({ device }) => device === query.device);
  for (const { first, last } of own) {
    const next = Math.max(highest(` AND ${scope.column} BETWEEN ? AND ?`, [first, last]) + 1, first);
    if (next <= last) return next;
  }
  const outside = ranges.map(() => ` AND ${scope.column} NOT BETWEEN ? AND ?`).join('');
  let next =
    highest(
      outside,
      ranges.flatMap(({ first, last }) => [first, last]),
    ) + 1;
  for (const { first, last } of ranges) if (first <= next && next <= last) next = last + 1;
  return next;
}

function scopeOf({ type, field, day, within }: NumberQuery): { column: string; from: string; where: string; params: string[] } {
  const definition = recordType(type);
  const column = (name: string) => columnsOf(definition).find((one) => one.field === name);
  if (column(field)?.sql !== 'INTEGER') throw new AppError('record.noNumber', { field });
  const named = Object.entries(within).filter(([name]) => name !== secret);
  for (const [name] of named) if (!column(name)) throw new AppError('record.noNumber', { field: name });
  const equal = named.map(([name]) => `${columnRef(type, name).sql} = ?`);
  const apart = officialNumber(type, field)?.within.includes(secret)
    ? [`${withinColumn(type, secret)} IS ${within[secret] === '1' ? "'1'" : 'NULL'}`]
    : [];
  const year = equal.length === 0 && definition.yearField ? [`${columnRef(type, definition.yearField).sql} BETWEEN ? AND ?`] : [];
  return {
    column: columnRef(type, field).sql,
    from: `"${tableName(definition)}" t`,
    where: ['t.removed IN (0, 1)', ...apart, ...equal, ...year].join(' AND '),
    params: equal.length > 0 ? named.map(([, value]) => value) : year.length > 0 ? [day.slice(0, 4), `${day.slice(0, 4)}~`] : [],
  };
}

/** Ranges of this register, lowest first; what a range does not name it holds for all of. */
function rangesOf(db: Database, { type, field, day, within }: NumberQuery): Range[] {
  const official = officialNumber(type, field);
  // Ranges are of the ordinary registers: one of secret papers is kept at one workstation.
  if (!official || within[secret] === '1') return [];
  return db
    .prepare<unknown[], Range>(
      `SELECT first, last, device FROM number_range WHERE removed = 0 AND register = ? AND first <= last AND (document_type IS NULL OR document_type = ?)
       AND (term IS NULL OR term = ?) AND (year IS NULL OR year = ?) ORDER BY first, last`,
    )
    .all(official.register, within['type'] ?? null, within['term'] ?? null, Number(day.slice(0, 4)));
}

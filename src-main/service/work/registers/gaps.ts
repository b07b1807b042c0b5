import { snakeCase, tableName } from '#shared/records/columns';
import { officialNumbers } from '#shared/records/official-number';
import { recordType } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Book } from '../../book/book';
import { withinColumn } from '../../store/records/number-clashes';

export interface Gap {
  readonly register: string;
  readonly first: number;
  readonly last: number;
}

interface Row {
  readonly number: number;
  readonly before: number;
  readonly [within: `within${number}`]: string | null;
}

/**
 * Numbers that no record of a register holds below its highest: each is a paper that was lost or never written. Records that were moved aside and
 * voided numbers keep theirs; what lies in the range of a workstation is no gap, it may still be given out.
 */
export function numberGaps(book: Book, type: 'petition' | 'incomingDocument' | 'outgoingDocument'): Gap[] {
  const official = officialNumbers.find((one) => one.type === type);
  if (!official) return [];
  const column = `t."${snakeCase(official.field)}"`;
  const within = official.within.map((name) => withinColumn(type, name));
  const named = within.map((sql, i) => `, ${sql} AS within${i}`).join('');
  const rows = book.db
    .prepare<[], Row>(
      `SELECT number, before${within.map((_, i) => `, within${i}`).join('')} FROM (
         SELECT ${column} AS number${named}, coalesce(lag(${column}) OVER (PARTITION BY ${within.join(', ')} ORDER BY ${column}), 0) AS before
         FROM "${tableName(recordType(type))}" t WHERE ${column} IS NOT NULL)
       WHERE number > before + 1 ORDER BY 3, number LIMIT 500`,
    )
    .all();
  const ranges = book.db
    .prepare<[string], { first: number; last: number }>(
      'SELECT first, last FROM number_range WHERE removed = 0 AND register = ? AND first <= last',
    )
    .all(official.register);
  return rows.flatMap((row) => {
    const register = official.within
      .map((name, i) => nameOf(name, row[`within${i}`] ?? null))
      .filter(Boolean)
      .join(', ');
    const gap = { register, first: row.before + 1, last: row.number - 1 };
    return ranges.some(({ first, last }) => first <= gap.last && gap.first <= last + 1) ? [] : [gap];
  });
}

const nameOf = (name: string, value: string | null): string => {
  if (value === null) return '';
  if (name === '$secret') return codeLabel('secrecy', 'MAT', 'vi');
  return name === 'type' ? codeLabel('documentType', value, 'vi') : value;
};

import type { Database } from 'better-sqlite3';
import { snakeCase, tableName } from '#shared/records/columns';
import { type OfficialNumber, officialNumbers } from '#shared/records/official-number';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { openLevel } from '#shared/sync/eligible';
import type { NumberClash } from '../record-store';

/** SQL of one thing that a register is kept within; '$year' is the year of the record's day, '$secret' 1 for papers above THUONG. */
export function withinColumn(type: RecordTypeName, name: string): string {
  if (name === '$secret') return `CASE WHEN coalesce(t.secrecy, '${openLevel}') <> '${openLevel}' THEN '1' END`;
  return name === '$year' ? `substr(t."${snakeCase(recordType(type).yearField ?? '')}", 1, 4)` : `t."${snakeCase(name)}"`;
}

function withinSql({ type, within }: OfficialNumber): { name: string; sql: string }[] {
  return within.map((name) => ({ name, sql: withinColumn(type, name) }));
}

/** Official numbers that stand on more than one record: a finding of the state, gone when one of them is renumbered. */
export function findNumberClashes(db: Database, limit: number): NumberClash[] {
  return officialNumbers.flatMap((official) => {
    const { type, field } = official;
    const table = tableName(recordType(type));
    const column = `t."${snakeCase(field)}"`;
    const within = withinSql(official);
    const groups = within.map(({ sql }) => sql);
    const same = [column, ...groups].join(', ');
    // Groups are found in an index; the records of the few that clash are read then.
    const rows = db
      .prepare<[number], { number: number } & Record<string, unknown>>(
        `SELECT ${column} AS number${groups.map((sql, i) => `, ${sql} AS within${i}`).join('')} FROM "${table}" t
         WHERE t.removed = 0 AND ${column} IS NOT NULL GROUP BY ${same} HAVING count(*) > 1 ORDER BY ${same} LIMIT ?`,
      )
      .all(limit);
    const holders = db
      .prepare<unknown[], string>(
        `SELECT r.id FROM "${table}" t JOIN record r ON r.n = t.n WHERE t.removed = 0 AND ${column} = ?
         ${groups.map((sql) => `AND ${sql} IS ?`).join(' ')} ORDER BY r.created_at, r.id`,
      )
      .pluck();
    return rows.map((row) => ({
      type,
      field,
      number: row.number,
      within: Object.fromEntries(within.map(({ name }, i) => [name, row[`within${i}`] ?? null])),
      records: holders.all(row.number, ...groups.map((_, i) => row[`within${i}`])),
    }));
  });
}

import type { Database } from 'better-sqlite3';
import { snakeCase, tableName } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { type Level, levels, rankOf } from '#shared/secrecy/policy';
import { ownerFields } from '#shared/sync/eligible';

/** The level of a record: the highest of its own and of what it belongs to. Those of one question share what was found for their owners. */
export type LevelOf = (id: string) => Level;

/** Reads nothing of a record but its level and its owners: for the many hits of a search; `levelOf` is for one record. */
export function openLevels(db: Database): () => LevelOf {
  const head = db.prepare<[string], { n: number; type: RecordTypeName; secrecy: string | null }>(
    'SELECT n, type, secrecy FROM record WHERE id = ?',
  );
  const owners = new Map(
    Object.entries(ownerFields).map(([type, fields]) => {
      const columns = fields.map((field) => `"${snakeCase(field)}"`).join(', ');
      const table = tableName(recordType(type as RecordTypeName));
      return [type, db.prepare<[number], (string | null)[]>(`SELECT ${columns} FROM ${table} WHERE n = ?`).raw()] as const;
    }),
  );
  return () => {
    const known = new Map<string, number>();
    const rank = (id: string): number => {
      const found = known.get(id);
      if (found !== undefined) return found;
      const row = head.get(id);
      const above = row ? (owners.get(row.type)?.get(row.n) ?? []) : [];
      const highest = Math.max(rankOf(row?.secrecy), ...above.map((owner) => (owner === null ? 0 : rank(owner))));
      known.set(id, highest);
      return highest;
    };
    return (id) => levels[rank(id)] ?? 'TUYET_MAT';
  };
}

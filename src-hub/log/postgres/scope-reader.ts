import { noHash } from '#shared/sync/batch';
import { besideRef } from '#shared/sync/merging/beside';
import type { Sql } from '../../database/database';
import type { ScopeHead, ScopeReader, StoredRecord } from '../core/hub-store';
import { type LogColumns, logColumns, logRowOf, markColumns, markOf, type MarkRow, recordOf, type StateRow } from './rows';

/** Records read at once for a snapshot. */
const chunk = 200;

export function scopeReader(sql: Sql, commune: string, head: ScopeHead): ScopeReader {
  return {
    head: async () => head,
    async logHashAt(position) {
      if (position === 0) return noHash;
      const text = 'SELECT log_hash FROM log WHERE commune = $1 AND position = $2';
      const [row] = await sql.prepared<{ log_hash: string }>('log hash', text, [commune, position]);
      return row?.log_hash;
    },
    async entriesAfter(position, limit) {
      const text = `SELECT ${logColumns} FROM log WHERE commune = $1 AND position > $2 ORDER BY position LIMIT $3`;
      return (await sql.prepared<LogColumns>('log entries', text, [commune, position, limit])).map(logRowOf);
    },
    async bytesAt(positions) {
      const text = 'SELECT bytes FROM log WHERE commune = $1 AND position = ANY($2::bigint[]) ORDER BY position';
      return (await sql.prepared<{ bytes: Buffer }>('log bytes', text, [commune, positions])).map((row) => row.bytes);
    },
    async marks(incarnations) {
      const rows = incarnations
        ? await sql.query<MarkRow>(`SELECT ${markColumns} FROM author WHERE commune = $1 AND incarnation = ANY($2)`, [
            commune,
            incarnations,
          ])
        : await sql.query<MarkRow>(`SELECT ${markColumns} FROM author WHERE commune = $1 ORDER BY device, incarnation`, [commune]);
      return rows.map(markOf);
    },
    allRecords: () => allRecords(sql, commune),
  };
}

async function* allRecords(sql: Sql, commune: string): AsyncGenerator<readonly StoredRecord[]> {
  const first = await sql.query<StateRow>('SELECT type, id, fields, clocks FROM record_state WHERE commune = $1 AND type = $2', [
    commune,
    besideRef.type,
  ]);
  if (first.length > 0) yield first.map(recordOf);
  let last: StateRow | undefined;
  do {
    const rows: StateRow[] = await sql.query<StateRow>(
      'SELECT type, id, fields, clocks FROM record_state WHERE commune = $1 AND (type, id) > ($2, $3) ORDER BY type, id LIMIT $4',
      [commune, last?.type ?? '', last?.id ?? '', chunk],
    );
    const records = rows.filter(({ type }) => type !== besideRef.type);
    if (records.length > 0) yield records.map(recordOf);
    last = rows.length === chunk ? rows.at(-1) : undefined;
  } while (last);
}

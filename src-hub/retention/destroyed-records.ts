/**
 * Which records of a committee were destroyed, or had personal data removed, and what the hub still remembers of them beside its log: values that lost
 * a merge, elements of sets, snapshots. `destroyed_record` says so, and whether the log is cleared of them (clear-log).
 */
import { destroyedFields, personalFields } from '#shared/secrecy/personal';
import { clockOf, packClocks, type PackedClocks, unpackClocks } from '#shared/sync/clocks';
import type { Sql } from '../database/database';

const destroyedState = 'DA_TIEU_HUY';

/** Records of files that a disposal with minutes and a decision covers, and removals of personal data; $1 is the commune. */
const goneRecords = `
  WITH gone_file AS (
    SELECT f.id FROM projection.archive_file f
      JOIN projection.disposal x ON x.commune = f.commune AND x.id = f.disposal AND x.state = '${destroyedState}'
        AND x.minutes_number IS NOT NULL AND x.decision_number IS NOT NULL
    WHERE f.commune = $1 AND f.state = '${destroyedState}'
  ), gone_page AS (
    SELECT p.id FROM projection.page p JOIN projection.archive_document d ON d.commune = $1 AND d.id = p.document
      JOIN gone_file f ON f.id = d.file WHERE p.commune = $1 AND p.state = '${destroyedState}'
  )
  SELECT 'archiveFile' AS type, id, NULL AS field FROM gone_file
  UNION SELECT 'archiveDocument', d.id, NULL FROM projection.archive_document d JOIN gone_file f ON f.id = d.file WHERE d.commune = $1
  UNION SELECT 'page', id, NULL FROM gone_page
  UNION SELECT 'note', n.id, NULL FROM projection.note n
    WHERE n.commune = $1 AND (n.about IN (SELECT id FROM gone_file) OR n.about IN (SELECT id FROM gone_page))
  UNION SELECT r.type, r.id, named.field FROM projection.data_erasure e CROSS JOIN LATERAL unnest(e.fields) AS named (field)
    JOIN record_state r ON r.commune = $1 AND r.type = ANY ($2) AND r.id = e.about WHERE e.commune = $1 AND e.removed_at IS NULL`;

interface Gone {
  readonly type: string;
  readonly id: string;
  readonly fields: readonly string[];
}

/** Notes what is new, and clears what stands beside the log. Within the transaction that follows a destruction, with the scope locked. */
export async function noteRecords(sql: Sql, commune: string): Promise<void> {
  const gone = await goneOf(sql, commune);
  const noted = await sql.query<{ type: string; id: string; fields: string[] }>(
    `INSERT INTO destroyed_record (commune, type, id, fields)
     SELECT $1, type, id, fields FROM json_to_recordset($2::json) AS found (type text, id text, fields text[])
     ON CONFLICT (commune, type, id) DO UPDATE SET fields = excluded.fields, cleared = false, changes = destroyed_record.changes + 1
       WHERE destroyed_record.fields <> excluded.fields
     RETURNING type, id, fields`,
    [commune, JSON.stringify(gone)],
  );
  for (const one of noted) await forgetLosers(sql, commune, one);
  // One that was made before holds what records were then; whoever fetches it begins again.
  if (noted.length > 0) await sql.query('DELETE FROM snapshot WHERE commune = $1', [commune]);
}

async function goneOf(sql: Sql, commune: string): Promise<Gone[]> {
  const rows = await sql.query<{ type: string; id: string; field: string | null }>(goneRecords, [commune, Object.keys(personalFields)]);
  const found = new Map<string, { type: string; id: string; fields: string[] }>();
  for (const { type, id, field } of rows) {
    const known = { ...destroyedFields, ...personalFields }[type as keyof typeof destroyedFields] ?? [];
    const one = found.get(id) ?? { type, id, fields: [] };
    one.fields.push(...known.filter((name) => field === null || field === name));
    found.set(id, one);
  }
  return [...found.values()].map((one) => ({ ...one, fields: one.fields.toSorted() }));
}

async function forgetLosers(sql: Sql, commune: string, { type, id, fields }: Gone): Promise<void> {
  const place = [commune, type, id];
  await sql.query('DELETE FROM conflict WHERE commune = $1 AND type = $2 AND id = $3 AND field = ANY ($4)', [...place, fields]);
  const [row] = await sql.query<{ clocks: PackedClocks }>(
    'SELECT clocks FROM record_state WHERE commune = $1 AND type = $2 AND id = $3',
    place,
  );
  if (!row) return;
  const clocks = unpackClocks(row.clocks);
  const remembering = fields.filter((field) => typeof clocks[field] === 'object');
  if (remembering.length === 0) return;
  for (const field of remembering) if (clocks[field] !== undefined) clocks[field] = clockOf(clocks[field]);
  await sql.query('UPDATE record_state SET clocks = $4 WHERE commune = $1 AND type = $2 AND id = $3', [
    ...place,
    JSON.stringify(packClocks(clocks)),
  ]);
}

import type { Sql } from './database/database';

export interface CommuneStatus {
  readonly commune: string;
  readonly workstations: number;
  readonly batches: number;
  readonly records: number;
  readonly conflicts: number;
  readonly refused: number;
  readonly scans: number;
  readonly scanBytes: number;
  readonly lastSeen: string | null;
}

/** What the hub holds, by commune. */
export async function statusOf(sql: Sql): Promise<CommuneStatus[]> {
  return sql.query<CommuneStatus & Record<string, unknown>>(`
    SELECT s.commune,
      (SELECT count(*)::int FROM device d WHERE d.commune = s.commune AND d.revoked_at IS NULL) AS workstations,
      s.head::int AS batches,
      (SELECT count(*)::int FROM record_state r WHERE r.commune = s.commune) AS records,
      (SELECT count(*)::int FROM conflict c WHERE c.commune = s.commune) AS conflicts,
      (SELECT count(*)::int FROM refused_op o WHERE o.commune = s.commune) AS refused,
      count(b.hash)::int AS scans, coalesce(sum(b.bytes), 0)::bigint AS "scanBytes",
      (SELECT max(d.seen_at) FROM device d WHERE d.commune = s.commune) AS "lastSeen"
    FROM scope s LEFT JOIN blob_holder h ON h.commune = s.commune LEFT JOIN blob b ON b.hash = h.hash
    GROUP BY s.commune, s.head ORDER BY s.commune`);
}

import type { Sql } from './database/database';

export interface CommuneStatus {
  readonly commune: string;
  readonly workstations: number;
  readonly batches: number;
  readonly parked: number;
  readonly records: number;
  readonly openConflicts: number;
  readonly refused: number;
  readonly scans: number;
  readonly scanBytes: number;
  readonly lastSeen: string | null;
  /** When something was destroyed last: copies of the hub from before still hold it and are thrown away. */
  readonly destroyedUntil: string | null;
}

/** What the hub holds, by commune. */
export async function statusOf(sql: Sql): Promise<CommuneStatus[]> {
  return sql.query<CommuneStatus & Record<string, unknown>>(`
    SELECT s.commune,
      (SELECT count(*)::int FROM device d WHERE d.commune = s.commune AND d.revoked_at IS NULL) AS workstations,
      s.head::int AS batches,
      (SELECT count(*)::int FROM parked_batch p WHERE p.commune = s.commune) AS parked,
      (SELECT count(*)::int FROM record_state r WHERE r.commune = s.commune) AS records,
      (SELECT count(*)::int FROM conflict c WHERE c.commune = s.commune AND c.settled_at IS NULL) AS "openConflicts",
      (SELECT count(*)::int FROM refused_op o WHERE o.commune = s.commune) AS refused,
      count(b.hash)::int AS scans, coalesce(sum(b.bytes), 0)::bigint AS "scanBytes",
      (SELECT max(d.seen_at) FROM device d WHERE d.commune = s.commune) AS "lastSeen",
      (SELECT max(r.noted_at) FROM destroyed_record r WHERE r.commune = s.commune) AS "destroyedUntil"
    FROM scope s LEFT JOIN blob_holder h ON h.commune = s.commune LEFT JOIN blob b ON b.hash = h.hash
    GROUP BY s.commune, s.head ORDER BY s.commune`);
}

export interface DeviceStatus {
  readonly device: string;
  readonly commune: string;
  readonly name: string;
  readonly enrolledAt: string;
  readonly lastSeen: string | null;
  /** Seconds that its clock is ahead. */
  readonly clockSkew: number | null;
  readonly revokedAt: string | null;
  /** Lives of its book, the one with the newest batch first, and whether they were revoked alone. */
  readonly incarnations: readonly { readonly incarnation: string; readonly ops: number; readonly revoked: boolean }[];
}

/** The workstations, of one commune or of all. */
export async function devicesOf(sql: Sql, commune?: string): Promise<DeviceStatus[]> {
  return sql.query<DeviceStatus & Record<string, unknown>>(
    `SELECT d.device, d.commune, d.name, d.enrolled_at AS "enrolledAt", d.seen_at AS "lastSeen",
      round(d.clock_skew_ms / 1000.0)::int AS "clockSkew", d.revoked_at AS "revokedAt",
      coalesce((
        SELECT json_agg(json_build_object('incarnation', a.incarnation, 'ops', a.last_seq, 'revoked', r.revoked_at IS NOT NULL)
          ORDER BY (SELECT max(l.position) FROM log l WHERE l.commune = a.commune AND l.device = a.device AND l.incarnation = a.incarnation) DESC NULLS LAST)
        FROM author a LEFT JOIN revoked_incarnation r ON r.device = a.device AND r.incarnation = a.incarnation
        WHERE a.commune = d.commune AND a.device = d.device), '[]') AS incarnations
     FROM device d WHERE $1::text IS NULL OR d.commune = $1 ORDER BY d.commune, d.name, d.device`,
    [commune ?? null],
  );
}

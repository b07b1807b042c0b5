import type { Database, Sql } from '../database/database';
import type { Meter } from './meter';

interface CommuneRow extends Record<string, unknown> {
  commune: string;
  batches: number;
  parked: number;
  conflicts: number;
  silent: number | null;
  skew: number | null;
}

const freshMs = 15_000;

/** State of the database, and of each commune what shows that something hangs there: numbers and the commune's code alone. */
export function addDatabaseGauges(meter: Meter, database: Database): void {
  let known: { readonly at: number; readonly rows: Promise<CommuneRow[]> } | undefined;
  const communes = (): Promise<CommuneRow[]> => {
    if (!known || Date.now() - known.at > freshMs) known = { at: Date.now(), rows: rowsOf(database).catch(() => []) };
    return known.rows;
  };
  meter.gauge('database_up', '1 when the database answers', [], async (set) =>
    set(
      {},
      await database.query('SELECT 1').then(
        () => 1,
        () => 0,
      ),
    ),
  );
  const each = (name: string, help: string, of: (row: CommuneRow) => number | null): void =>
    meter.gauge(name, help, ['commune'], async (set) => {
      for (const row of await communes()) {
        const value = of(row);
        if (value !== null) set({ commune: row.commune }, value);
      }
    });
  each('commune_batches', "Length of the commune's log", (row) => row.batches);
  each('commune_parked_batches', 'Batches that wait for an earlier one', (row) => row.parked);
  each('commune_open_conflicts', 'Conflicts that nobody has settled', (row) => row.conflicts);
  each('commune_silent_seconds', 'Time since a workstation of the commune was last heard', (row) => row.silent);
  each('commune_clock_skew_seconds', "The largest error of its workstations' clocks", (row) => row.skew);
}

const rowsOf = (sql: Sql): Promise<CommuneRow[]> =>
  sql.query<CommuneRow>(`
    SELECT s.commune, s.head AS batches,
      (SELECT count(*)::int FROM parked_batch p WHERE p.commune = s.commune) AS parked,
      (SELECT count(*)::int FROM conflict c WHERE c.commune = s.commune AND c.settled_at IS NULL) AS conflicts,
      d.silent, d.skew
    FROM scope s LEFT JOIN (
      SELECT commune, extract(epoch FROM now() - max(seen_at))::float8 AS silent, max(abs(clock_skew_ms)) / 1000.0::float8 AS skew
      FROM device WHERE revoked_at IS NULL GROUP BY commune
    ) d ON d.commune = s.commune ORDER BY s.commune`);

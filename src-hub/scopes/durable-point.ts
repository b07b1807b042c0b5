import type { Database, Sql } from '../database/database';

/** How far every log and author was when a backup began. Plain JSON. */
export interface DurablePoint {
  readonly scopes: readonly { readonly commune: string; readonly position: number }[];
  readonly authors: readonly { readonly commune: string; readonly device: string; readonly incarnation: string; readonly seq: number }[];
}

/** Taken before a backup begins to read: whatever it names will be in the backup. */
export async function readDurablePoint(sql: Sql): Promise<DurablePoint> {
  const authors = await sql.query<{ commune: string; device: string; incarnation: string; seq: number }>(
    'SELECT commune, device, incarnation, last_seq AS seq FROM author',
  );
  const scopes = await sql.query<{ commune: string; position: number }>('SELECT commune, head AS position FROM scope');
  return { scopes, authors };
}

/** Says that a finished backup holds this point: with `--durable backup` workstations let go of what lies before (protocol, section 6). */
export async function confirmDurablePoint(database: Database, { scopes, authors }: DurablePoint): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query(
      `UPDATE scope s SET durable = greatest(s.durable, p.position)
       FROM unnest($1::text[], $2::bigint[]) AS p (commune, position) WHERE s.commune = p.commune AND s.head >= p.position`,
      [scopes.map((one) => one.commune), scopes.map((one) => one.position)],
    );
    await sql.query(
      `UPDATE author a SET confirmed = greatest(a.confirmed, p.seq)
       FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS p (commune, device, incarnation, seq)
       WHERE a.commune = p.commune AND a.device = p.device AND a.incarnation = p.incarnation AND a.last_seq >= p.seq`,
      [
        authors.map((one) => one.commune),
        authors.map((one) => one.device),
        authors.map((one) => one.incarnation),
        authors.map((one) => one.seq),
      ],
    );
  });
}

/**
 * After the database was restored from a backup: the hub writes under new incarnations, because workstations may hold batches
 * of the old ones that the backup does not know (they bring them back).
 */
export const renewOwnIncarnations = (sql: Sql): Promise<unknown> => sql.query('DELETE FROM publisher');

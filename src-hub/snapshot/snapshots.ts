import { randomUUID } from 'node:crypto';
import { limits } from '#shared/sync/limits';
import type { SnapshotDescription } from '#shared/sync/snapshot';
import type { Database, Sql } from '../database/database';
import { HubFailure } from '../failure';
import type { HubCore } from '../log/core/hub-core';
import { makeSnapshot } from '../log/core/make-snapshot';
import { readScope } from '../log/postgres/postgres-store';

/** A snapshot older than this is not given to newcomers any more: they need time to fetch it before it expires. */
const sharedHours = limits.snapshotHours / 2;

/**
 * The snapshot of a committee (protocol, section 8): the newest that is kept, or a new one when much of the log came after it.
 * `present`: of the log's end as it is now, however short, for a workstation whose state differs.
 * @throws HubFailure not-found while the log itself is shorter
 */
export async function snapshotFor(core: HubCore, database: Database, committee: string, present = false): Promise<SnapshotDescription> {
  const head = await core.store.read(committee, (scope) => scope.head());
  if (!present && head.position < limits.snapshotFrom) throw new HubFailure(404, 'not-found');
  return (await fresh(database, committee, present)) ?? make(core, database, committee, present);
}

/** @throws HubFailure expired */
export async function snapshotPart(sql: Sql, committee: string, id: string, n: number): Promise<Uint8Array> {
  const [row] = await sql.query<{ bytes: Buffer }>(
    'SELECT p.bytes FROM snapshot s JOIN snapshot_part p USING (id) WHERE s.id = $1 AND s.commune = $2 AND p.n = $3 AND s.expires_at > now()',
    [id, committee, n],
  );
  if (!row) throw new HubFailure(410, 'expired');
  return row.bytes;
}

async function fresh(sql: Sql, committee: string, present: boolean): Promise<SnapshotDescription | undefined> {
  const [row] = await sql.query<{ description: SnapshotDescription }>(
    `SELECT s.description FROM snapshot s JOIN scope o USING (commune)
     WHERE s.commune = $1 AND s.made_at > now() - make_interval(hours => $2)
       AND (o.head - s.position < $3 OR (NOT $4 AND s.made_at > now() - interval '10 minutes'))
     ORDER BY s.position DESC LIMIT 1`,
    [committee, sharedHours, present ? 1 : limits.snapshotFrom, present],
  );
  return row?.description;
}

/** One at a time for a committee: who waited takes what the other made. */
async function make(core: HubCore, database: Database, committee: string, present: boolean): Promise<SnapshotDescription> {
  await database.query('DELETE FROM snapshot WHERE expires_at < now()');
  return database.alone(['snapshot', committee], async (sql) => {
    const made = await fresh(sql, committee, present);
    if (made) return made;
    const id = randomUUID();
    await sql.query(
      "INSERT INTO snapshot (id, commune, position, description, expires_at) VALUES ($1, $2, 0, '{}', now() + make_interval(hours => $3))",
      [id, committee, limits.snapshotHours],
    );
    const { description, position } = await makeSnapshot(core, await readScope(sql, committee), committee, id, async (part, n) => {
      await sql.query('INSERT INTO snapshot_part (id, n, bytes) VALUES ($1, $2, $3)', [id, n, part]);
    });
    await sql.query('UPDATE snapshot SET description = $2, position = $3 WHERE id = $1', [id, JSON.stringify(description), position]);
    return description;
  });
}

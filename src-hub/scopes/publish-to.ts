import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Sql } from '../database/database';
import { type Publication, publish } from '../log/core/publish';
import type { HubCore } from '../log/core/hub-core';

/** `all`: every committee with a workstation that is not revoked. */
export type Audience = 'all' | readonly string[];

export interface Published {
  readonly committee: string;
  /** Records that changed there; 0 when all of it stood there already. */
  readonly changed: number;
}

const publication = z.object({
  type: z.string(),
  id: z.string().optional(),
  fields: z.record(z.string(), z.json()),
});
const file = z.union([publication, z.array(publication).min(1)]);

/** Reads what is to be published: `{ type, id?, fields }` or several of them. One without an id is a new record. @throws ZodError */
export const readPublications = (json: unknown): Publication[] =>
  [file.parse(json)].flat().map(({ type, id, fields }) => ({ type, id: id ?? randomUUID(), fields }));

/**
 * Publishes to one, some or all committees, to each in a transaction of its own; `told` hears of each. Again after a failure: who has
 * it already is passed over, as long as the ids are the same.
 * @throws BadPublication, RangeError for a committee that is not enrolled (before anything is written)
 */
export async function publishTo(
  core: HubCore,
  sql: Sql,
  audience: Audience,
  records: readonly Publication[],
  told: (published: Published) => void = () => undefined,
): Promise<void> {
  const communes = await communesOf(sql, audience);
  for (const committee of communes) {
    const changed = await publish(core, committee, records, { now: Date.now(), fresh: randomBytes(8).toString('hex') });
    told({ committee, changed });
  }
}

async function communesOf(sql: Sql, audience: Audience): Promise<readonly string[]> {
  if (audience === 'all') {
    const rows = await sql.query<{ commune: string }>('SELECT DISTINCT commune FROM device WHERE revoked_at IS NULL ORDER BY commune');
    return rows.map((row) => row.commune);
  }
  const rows = await sql.query<{ commune: string }>('SELECT commune FROM scope WHERE commune = ANY($1)', [audience]);
  const known = new Set(rows.map((row) => row.commune));
  const unknown = audience.filter((commune) => !known.has(commune));
  if (unknown.length > 0) throw new RangeError(`no workstation was ever enrolled for: ${unknown.join(', ')}`);
  return audience;
}

import type { WireOp } from '#shared/sync/columns';
import { type Conflict, emptyState, merge, type MergeState } from '#shared/sync/merge';
import type { Op } from '#shared/sync/op';
import type { Sql } from '../database/database';
import { project } from '../projection/project';

interface Row {
  type: string;
  id: string;
  fields: MergeState['fields'];
  clocks: MergeState['clocks'];
}
interface Work {
  readonly type: string;
  readonly id: string;
  state: MergeState;
  changed: boolean;
}
interface Found extends Conflict {
  readonly type: string;
  readonly id: string;
}

const keyOf = (type: string, id: string): string => `${type} ${id}`;

/** Merges ops into the state of their records, keeps every losing value and projects what changed. */
export async function applyOps(sql: Sql, commune: string, incarnation: string, ops: readonly WireOp[]): Promise<void> {
  if (ops.length === 0) return;
  const records = await load(sql, commune, ops);
  const conflicts: Found[] = [];
  for (const op of ops) {
    const key = keyOf(op.type, op.id);
    const record = records.get(key) ?? { type: op.type, id: op.id, state: emptyState, changed: false };
    records.set(key, record);
    const merged = merge(record.state, op as Op, incarnation);
    record.state = merged.state;
    record.changed ||= merged.changed.length > 0;
    conflicts.push(...merged.conflicts.map((conflict) => ({ ...conflict, type: op.type, id: op.id })));
  }
  const changed = [...records.values()].filter((record) => record.changed);
  await store(sql, commune, changed);
  await keep(sql, commune, conflicts);
  await project(sql, commune, changed);
}

async function load(sql: Sql, commune: string, ops: readonly WireOp[]): Promise<Map<string, Work>> {
  const wanted = [...new Map(ops.map((op) => [keyOf(op.type, op.id), op])).values()];
  // Several workstations of a commune push at once; the scope row, locked before, makes them take turns.
  const rows = await sql.query<Row>(
    'SELECT type, id, fields, clocks FROM record_state WHERE commune = $1 AND (type, id) IN (SELECT * FROM unnest($2::text[], $3::text[]))',
    [commune, wanted.map((op) => op.type), wanted.map((op) => op.id)],
  );
  return new Map(rows.map(({ type, id, fields, clocks }) => [keyOf(type, id), { type, id, state: { fields, clocks }, changed: false }]));
}

async function store(sql: Sql, commune: string, changed: readonly Work[]): Promise<void> {
  if (changed.length === 0) return;
  await sql.query(
    `INSERT INTO record_state (commune, type, id, fields, clocks) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::jsonb[], $5::jsonb[])
     ON CONFLICT (commune, type, id) DO UPDATE SET fields = excluded.fields, clocks = excluded.clocks`,
    [
      commune,
      changed.map((r) => r.type),
      changed.map((r) => r.id),
      changed.map((r) => JSON.stringify(r.state.fields)),
      changed.map((r) => JSON.stringify(r.state.clocks)),
    ],
  );
}

async function keep(sql: Sql, commune: string, conflicts: readonly Found[]): Promise<void> {
  if (conflicts.length === 0) return;
  await sql.query(
    `INSERT INTO conflict (commune, type, id, field, loser_clock, loser, winner_clock, winner)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::jsonb[]) ON CONFLICT DO NOTHING`,
    [
      commune,
      conflicts.map((c) => c.type),
      conflicts.map((c) => c.id),
      conflicts.map((c) => c.field),
      conflicts.map((c) => c.loser.clock),
      conflicts.map((c) => JSON.stringify(c.loser.value)),
      conflicts.map((c) => c.winner.clock),
      conflicts.map((c) => JSON.stringify(c.winner.value)),
    ],
  );
}

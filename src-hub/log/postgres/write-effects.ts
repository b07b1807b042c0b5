import { packClocks } from '#shared/sync/clocks';
import { noteDestruction } from '../../retention/destroyed';
import type { Sql } from '../../database/database';
import { textArray } from '../../database/text-array';
import { projectedColumns, projection } from '../../projection/project';
import { type Table, tableOf } from '../../projection/tables';
import type { BatchEffects, ChangedRecord, ConflictEvent, RefusedRecordOp } from '../core/hub-store';

const applySql = `
  WITH entry AS (
    INSERT INTO log (commune, position, device, incarnation, number, first_seq, count, codec, hash, log_hash, refused, bytes)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ), scope AS (
    UPDATE scope SET head = $2, log_hash = $10, fingerprint = $13, stamp = $14 WHERE commune = $1
  ), author AS (
    INSERT INTO author (commune, device, incarnation, last_seq, last_number, last_hash) VALUES ($1, $3, $4, $15, $5, $9)
    ON CONFLICT (commune, device, incarnation) DO UPDATE SET last_seq = $15, last_number = $5, last_hash = $9
  )`;
/**
 * Record states of one type; the parameters from `first` on are the type, and ids, fields and clocks as text[]. `allNew`: no row has to be
 * looked for; that is a seventh of what PostgreSQL takes for a new record and its projection.
 */
const stateSql = (first: number, allNew: boolean): string => `
  INSERT INTO record_state (commune, type, id, fields, clocks)
  SELECT $1, $${first}, id, fields::json, clocks::json FROM unnest($${first + 1}::text[], $${first + 2}::text[], $${first + 3}::text[]) AS r (id, fields, clocks)
${allNew ? '' : '  ON CONFLICT (commune, type, id) DO UPDATE SET fields = excluded.fields, clocks = excluded.clocks'}`;
/** Both, of a type that has a table. */
const withTable = (table: Table, first: number, allNew: boolean): string =>
  `state AS (${stateSql(first, allNew)}) ${projection(table, first + 1, first + 4, allNew)}`;

/**
 * Writes what one batch changes. A batch mostly holds one type: log, scope, author, record states and its projection are one statement
 * then, whatever its length; each further type, conflicts and refusals are one more.
 * @param trustNew whether a record that had no state has no row in its table either; a row that a person or a tool left there fails the statement
 */
export async function writeEffects(sql: Sql, commune: string, effects: BatchEffects, trustNew: boolean): Promise<void> {
  const { entry, head, mark, bytes } = effects;
  const place = [
    commune,
    entry.position,
    entry.device,
    entry.incarnation,
    entry.number,
    entry.firstSeq,
    entry.count,
    bytes[5],
    entry.hash,
    entry.logHash,
    JSON.stringify(entry.refused),
    bytes,
    head.fingerprint,
    head.stamp,
    mark.lastSeq,
  ];
  const [first, ...others] = [...Map.groupBy(effects.records, (record) => record.type)];
  if (first) {
    const table = tableOf(first[0]);
    const allNew = trustNew && first[1].every(({ before }) => before === undefined);
    const text = table ? `${applySql}, ${withTable(table, 16, allNew)}` : `${applySql} ${stateSql(16, allNew)}`;
    await sql.prepared(`apply ${allNew ? 'new ' : ''}${table?.table ?? ''}`, text, [...place, ...inputOf(first, table)]);
  } else await sql.prepared('apply nothing', `${applySql} SELECT 1`, place);
  for (const [type, records] of others) {
    const table = tableOf(type);
    const text = table ? `WITH ${withTable(table, 2, false)}` : stateSql(2, false);
    await sql.prepared(`more ${table?.table ?? ''}`, text, [commune, ...inputOf([type, records], table)]);
  }
  await writeConflicts(sql, commune, effects.conflicts);
  await writeRefused(sql, commune, effects);
  await noteDestruction(sql, commune, effects);
}

/** The type, and in columns its states and, where it has a table, what they show there. */
function inputOf([type, records]: readonly [string, readonly ChangedRecord[]], table: Table | undefined): unknown[] {
  const states = [
    textArray(records.map(({ id }) => id)),
    textArray(records.map(({ state }) => JSON.stringify(state.fields))),
    textArray(records.map(({ state }) => JSON.stringify(packClocks(state.clocks)))),
  ];
  const shown = records.map(({ state }) => state.fields);
  return table ? [type, ...states, ...projectedColumns(table, shown)] : [type, ...states];
}

const keepSql = `
  INSERT INTO conflict (commune, type, id, field, item, loser_clock, winner_clock, loser, winner, loser_actor, winner_actor, settled_by, settled_at)
  SELECT $1, *, CASE WHEN settled_by IS NOT NULL THEN now() END
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[], $9::json[], $10::text[], $11::text[], $12::text[])
    AS found (type, id, field, item, loser_clock, winner_clock, loser, winner, loser_actor, winner_actor, settled_by)
  ON CONFLICT (commune, type, id, field, item, loser_clock) DO UPDATE SET
    winner_clock = excluded.winner_clock, winner = excluded.winner, winner_actor = coalesce(excluded.winner_actor, conflict.winner_actor),
    settled_by = excluded.settled_by, settled_at = excluded.settled_at`;
const withdrawSql = `
  DELETE FROM conflict c USING unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS gone (type, id, field, item, loser_clock)
  WHERE c.commune = $1 AND c.type = gone.type AND c.id = gone.id AND c.field = gone.field AND c.item = gone.item AND c.loser_clock = gone.loser_clock`;

async function writeConflicts(sql: Sql, commune: string, events: readonly ConflictEvent[]): Promise<void> {
  const names = (some: readonly ConflictEvent[]): unknown[] => [
    commune,
    some.map((event) => event.type),
    some.map((event) => event.id),
    some.map((event) => event.conflict.field),
    some.map((event) => event.conflict.item ?? ''),
    some.map((event) => event.conflict.loser.clock),
  ];
  const kept = events.filter((event) => event.closed?.why !== 'withdrawn');
  if (kept.length > 0)
    await sql.query(keepSql, [
      ...names(kept),
      kept.map((event) => event.conflict.winner.clock),
      kept.map((event) => JSON.stringify(event.conflict.loser.value)),
      kept.map((event) => JSON.stringify(event.conflict.winner.value)),
      kept.map((event) => event.conflict.loser.actor),
      kept.map((event) => event.conflict.winner.actor),
      kept.map((event) => event.closed?.by),
    ]);
  const withdrawn = events.filter((event) => event.closed?.why === 'withdrawn');
  if (withdrawn.length > 0) await sql.query(withdrawSql, names(withdrawn));
}

async function writeRefused(sql: Sql, commune: string, { entry, refused }: BatchEffects): Promise<void> {
  if (refused.length === 0) return;
  await sql.query(
    `INSERT INTO refused_op (commune, device, incarnation, seq, type, id, code, field)
     SELECT $1, $2, $3, * FROM unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    [commune, entry.device, entry.incarnation, ...refusedColumns(refused)],
  );
}

const refusedColumns = (refused: readonly RefusedRecordOp[]): unknown[] => [
  refused.map((op) => op.seq),
  refused.map((op) => storable(op.type)),
  refused.map((op) => op.id),
  refused.map((op) => op.code),
  refused.map((op) => storable(op.field)),
];

const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed().slice(0, 200);

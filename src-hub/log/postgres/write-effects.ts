import { type Clocks, packClocks } from '#shared/sync/clocks';
import { noteDestruction } from '../../retention/destroyed';
import { RowWriter } from '../../database/copy';
import type { Sql, Transaction } from '../../database/database';
import { textArray } from '../../database/text-array';
import { copyTarget, project, type Projected, shownRows } from '../../projection/project';
import { tableOf } from '../../projection/tables';
import type { BatchEffects, ChangedRecord, ConflictEvent, RefusedRecordOp } from '../core/hub-store';

const applySql = `
  WITH entry AS (
    INSERT INTO log (commune, position, device, incarnation, number, first_seq, count, codec, hash, log_hash, refused, bytes)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ), author AS (
    INSERT INTO author (commune, device, incarnation, last_seq, last_number, last_hash) VALUES ($1, $3, $4, $15, $5, $9)
    ON CONFLICT (commune, device, incarnation) DO UPDATE SET last_seq = $15, last_number = $5, last_hash = $9
  )
  UPDATE scope SET head = $2, log_hash = $10, fingerprint = $13, stamp = $14 WHERE commune = $1`;

const changedSql = `
  INSERT INTO record_state (commune, type, id, fields, clocks)
  SELECT $1, type, id, fields::json, clocks::json FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS r (type, id, fields, clocks)
  ON CONFLICT (commune, type, id) DO UPDATE SET fields = excluded.fields, clocks = excluded.clocks`;

/**
 * Sends what one batch changes, without waiting for any of it. Records that the hub has not had before are copied in (database/copy.ts), which costs
 * PostgreSQL half of what a statement does; the others, conflicts and refusals are a statement each, whatever the length of the batch.
 * @param trustNew whether a record that had no state has no row in its table either; a row that a person or a tool left there fails the transaction
 */
export function writeEffects(sql: Transaction, commune: string, effects: BatchEffects, trustNew: boolean): void {
  const { entry, head, mark, bytes, records } = effects;
  const isNew = ({ before }: ChangedRecord): boolean => trustNew && before === undefined;
  copyNew(sql, commune, records.filter(isNew));
  writeChanged(
    sql,
    commune,
    records.filter((record) => !isNew(record)),
  );
  sql.unawaited(
    sql.prepared('apply', applySql, [
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
    ]),
    writeConflicts(sql, commune, effects.conflicts),
    writeRefused(sql, commune, effects),
    noteDestruction(sql, commune, effects),
  );
}

const rows = new RowWriter();

function copyNew(sql: Transaction, commune: string, records: readonly ChangedRecord[]): void {
  if (records.length === 0) return;
  const states = rows.written(records, 5, ({ type, id, state }) => {
    rows.text(commune);
    rows.text(type);
    rows.text(id);
    rows.text(JSON.stringify(state.fields));
    rows.text(clocksText(state.clocks));
  });
  sql.unawaited(sql.copy('record_state (commune, type, id, fields, clocks)', states));
  for (const [type, some] of Map.groupBy(records, (record) => record.type)) {
    const table = tableOf(type);
    if (table) sql.unawaited(sql.copy(copyTarget(table), shownRows(rows, commune, table, some.map(shownOf))));
  }
}

/** Names of the last record whose fields all had one clock, and their JSON: new records of one type mostly have the same. */
let known: { readonly names: readonly string[]; readonly text: string } = { names: [], text: '[]' };

/** packClocks as JSON. */
function clocksText(clocks: Clocks): string {
  const names = Object.keys(clocks);
  const clock = clocks[names[0] ?? ''];
  if (typeof clock !== 'string' || names.some((name) => clocks[name] !== clock)) return JSON.stringify(packClocks(clocks));
  if (names.length !== known.names.length || names.some((name, i) => name !== known.names[i]))
    known = { names, text: JSON.stringify(names) };
  return `[[${JSON.stringify(clock)},${known.text}]]`;
}

function writeChanged(sql: Transaction, commune: string, records: readonly ChangedRecord[]): void {
  if (records.length === 0) return;
  sql.unawaited(
    sql.prepared('changed', changedSql, [
      commune,
      textArray(records.map(({ type }) => type)),
      textArray(records.map(({ id }) => id)),
      textArray(records.map(({ state }) => JSON.stringify(state.fields))),
      textArray(records.map(({ state }) => clocksText(state.clocks))),
    ]),
  );
  for (const [type, some] of Map.groupBy(records, (record) => record.type)) {
    const table = tableOf(type);
    if (table) sql.unawaited(project(sql, commune, table, some.map(shownOf)));
  }
}

const shownOf = ({ id, state }: ChangedRecord): Projected => ({ id, fields: state.fields });

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

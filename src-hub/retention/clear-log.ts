/**
 * Takes what was destroyed out of the batches in the hub's log (docs/protocol.md, section 5). Each batch that holds some of it is written anew as a
 * cleared one: the ops keep numbers, clocks and hashes, the batch keeps its hash and its author's signature over it, so positions, log hashes and cursors
 * stand. A value that stands in the record goes on to stand. Everything here may be done twice, and goes on after a kill where it stood.
 */
import { type BatchTools, decodeBatch, encodeCleared } from '#shared/sync/batch';
import { heldFields, isEmptyValue, withoutFields } from '#shared/sync/clear-op';
import type { WireOp } from '#shared/sync/columns';
import { canonical, type Json } from '#shared/sync/op';
import type { Database, Sql } from '../database/database';

export interface Clearing {
  readonly tools: BatchTools;
  /** The hub's signature. */
  sign(hash: Uint8Array): Uint8Array;
}

/** Batches looked at in one transaction. */
const atOnce = 16;

const always = (): boolean => true;

/** Clears the logs of all committees of what is noted (destroyed-records), as long as `go` says so. Gives how many batches changed. */
export async function clearLogs(database: Database, clearing: Clearing, go = always): Promise<number> {
  let changed = 0;
  for (;;) {
    const open = await database.query<{ commune: string }>('SELECT DISTINCT commune FROM destroyed_record WHERE NOT cleared');
    for (const { commune } of open) changed += await clearLog(database, clearing, commune, go);
    // A batch that came meanwhile may have touched one of the records again.
    if (open.length === 0 || !go()) return changed;
  }
}

interface Noted {
  readonly type: string;
  readonly id: string;
  readonly fields: readonly string[];
  readonly changes: number;
  /** What the record held at that moment. */
  readonly present: Readonly<Record<string, Json>> | null;
}
type Wanted = ReadonlyMap<string, Noted>;
const keyOf = ({ type, id }: { type: string; id: string }): string => `${type} ${id}`;

async function clearLog(database: Database, clearing: Clearing, commune: string, go: () => boolean): Promise<number> {
  // What stands is compared with the log as far as it went at the same moment.
  const { head, noted } = await database.snapshot(async (sql) => ({
    head: (await sql.query<{ head: number }>('SELECT head FROM scope WHERE commune = $1', [commune]))[0]?.head ?? 0,
    noted: await sql.query<Noted & Record<string, unknown>>(
      `SELECT d.type, d.id, d.fields, d.changes, r.fields AS present FROM destroyed_record d
       LEFT JOIN record_state r ON r.commune = d.commune AND r.type = d.type AND r.id = d.id WHERE d.commune = $1 AND NOT d.cleared`,
      [commune],
    ),
  }));
  const wanted: Wanted = new Map(noted.map((one) => [keyOf(one), one]));
  let changed = 0;
  for (let position = 0; position < head; position += atOnce) {
    if (!go()) return changed;
    const to = Math.min(position + atOnce, head);
    changed += await database.transaction((sql) => clearStretch(sql, clearing, commune, wanted, [position, to]));
  }
  const seen = noted.map(({ type, id, changes }) => ({ type, id, changes }));
  await database.query(
    `UPDATE destroyed_record d SET cleared = true, cleared_at = now()
     FROM json_to_recordset($2::json) AS seen (type text, id text, changes bigint)
     WHERE d.commune = $1 AND d.type = seen.type AND d.id = seen.id AND d.changes = seen.changes`,
    [commune, JSON.stringify(seen)],
  );
  return changed;
}

/** Batches behind the first position up to the second. */
async function clearStretch(
  sql: Sql,
  { tools, sign }: Clearing,
  commune: string,
  wanted: Wanted,
  [after, to]: readonly [number, number],
): Promise<number> {
  const batches = await sql.query<{ position: number; bytes: Buffer }>(
    'SELECT position, bytes FROM log WHERE commune = $1 AND position > $2 AND position <= $3 ORDER BY position FOR UPDATE',
    [commune, after, to],
  );
  let changed = 0;
  for (const { position, bytes } of batches) {
    // It was proven when it was taken.
    const { ops, withheld } = decodeBatch(bytes, tools, () => true);
    const left = ops.map((op) => withoutGone(op, wanted.get(keyOf(op))));
    if (left.every((op, i) => op === ops[i])) continue;
    const cleared = encodeCleared(bytes, { ops: left, withheld }, tools, sign);
    await sql.query('UPDATE log SET bytes = $3, codec = $4 WHERE commune = $1 AND position = $2', [commune, position, cleared, cleared[5]]);
    changed += 1;
  }
  return changed;
}

function withoutGone(op: WireOp, wanted: Noted | undefined): WireOp {
  if (!wanted) return op;
  const stands = (field: string): boolean => {
    const value = wanted.present?.[field] ?? null;
    return !isEmptyValue(value) && canonical(op.fields[field] ?? null) === canonical(value);
  };
  const fields = heldFields(op, wanted.fields).filter((field) => !stands(field));
  return fields.length === 0 ? op : withoutFields(op, fields);
}

/** Clears logs beside the hub's other work, one run at a time. */
export interface BackgroundClearing {
  /** There may be something to clear. */
  nudge(): void;
  /** Ends within a few batches; what is left is cleared after the next start. */
  stop(): Promise<void>;
}

/** @param failed told what went wrong; it is tried again at the next nudge */
export function clearInBackground(database: Database, clearing: Clearing, failed: (error: unknown) => void): BackgroundClearing {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const go = (): boolean => !stopped;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await clearLogs(database, clearing, go).catch(failed);
    } while (again && go());
    running = undefined;
  };
  return {
    nudge() {
      if (stopped) return;
      if (running) again = true;
      else running = run();
    },
    stop() {
      stopped = true;
      return running ?? Promise.resolve();
    },
  };
}

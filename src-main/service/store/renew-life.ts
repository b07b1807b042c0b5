import type { Database } from 'better-sqlite3';
import { type FieldClock, fieldClock } from '#shared/sync/hlc';
import { metaFields, type Op } from '#shared/sync/op';
import { renameClocks } from './rename-clocks';

/** Issues an op under the new name; gives its new clock. */
export type Reissue = (op: Op) => { readonly op: Op; readonly clock: FieldClock };

/**
 * Puts the ops of a former life aside or issues them again. An op under a new name has a new clock: what stands under the old one, in records,
 * in conflicts and in later ops, takes it over. Gives those that were issued again, as they are now.
 */
export function renewLife(
  db: Database,
  former: string,
  ops: readonly Op[],
  keptThrough: number,
  parked: ReadonlySet<number>,
  reissue: Reissue,
): Op[] {
  const keep = db.prepare("INSERT OR IGNORE INTO kept_op (incarnation, seq, op, why) VALUES (?, ?, ?, 'formerLife')");
  const record = db.prepare('UPDATE record SET clocks = replace(clocks, ?, ?), last_seq = ? WHERE id = ?');
  const loser = db.prepare('UPDATE conflict SET loser_clock = ? WHERE record_id = ? AND loser_clock = ?');
  const winner = db.prepare('UPDATE conflict SET winner_clock = ? WHERE record_id = ? AND winner_clock = ?');
  const renamed = new Map<FieldClock, FieldClock>();
  const reissued: Op[] = [];
  let latest = '';
  for (const op of ops) {
    if (op.seq <= keptThrough) latest = op.stamp;
    // What the hub refused, or what stays here, it does not have: it is issued again like what lies beyond.
    if (op.seq <= keptThrough && !parked.has(op.seq)) {
      keep.run(former, op.seq, JSON.stringify(op));
      continue;
    }
    const { op: again, clock } = reissue(withNewNames(op, renamed));
    reissued.push(again);
    const old = fieldClock(op.stamp, former, op.hash);
    renamed.set(old, clock);
    record.run(old, clock, again.seq, op.id);
    loser.run(clock, op.id, old);
    winner.run(clock, op.id, old);
  }
  if (keptThrough > 0)
    db.prepare('INSERT OR REPLACE INTO applied_op (incarnation, first_seq, last_seq, stamp) VALUES (?, 1, ?, ?)').run(
      former,
      keptThrough,
      latest,
    );
  return reissued;
}

function withNewNames(op: Op, renamed: ReadonlyMap<FieldClock, FieldClock>): Op {
  const about = Object.fromEntries(
    [metaFields.touched, metaFields.settles].flatMap((name) =>
      name in op.fields ? [[name, renameClocks(op.fields[name] ?? null, renamed)]] : [],
    ),
  );
  return { ...op, fields: { ...op.fields, ...about }, base: renameClocks(op.base, renamed) as Op['base'] };
}

import { type ClockEntry, clockOf, packClocks, type PackedClocks, unpackClocks } from '#shared/sync/clocks';
import { emptyFingerprint, fingerprintSum } from '#shared/sync/fingerprint';
import { stampOf } from '#shared/sync/hlc';
import type { Head } from '#shared/sync/merging/memory';
import type { Json } from '#shared/sync/op';
import type { Sql } from '../database';

interface Row extends Record<string, unknown> {
  commune: string;
  type: string;
  id: string;
  clocks: PackedClocks;
}

const chunk = 1000;

/** Counts fingerprint and largest stamp of every scope from its record states, after the conflicts that were open became part of them. */
export async function carryStates(sql: Sql): Promise<void> {
  await rememberConflicts(sql);
  const found = new Map<string, { fingerprint: string; stamp: string }>();
  let last: Row | undefined;
  do {
    const rows: Row[] = await sql.query<Row>(
      'SELECT commune, type, id, clocks FROM record_state WHERE (commune, type, id) > ($1, $2, $3) ORDER BY commune, type, id LIMIT $4',
      [last?.commune ?? '', last?.type ?? '', last?.id ?? '', chunk],
    );
    for (const [commune, group] of Map.groupBy(rows, (row) => row.commune)) {
      let { fingerprint, stamp } = found.get(commune) ?? { fingerprint: emptyFingerprint, stamp: '' };
      const sum = fingerprintSum(fingerprint);
      for (const { type, id, clocks: packed } of group) {
        const clocks = unpackClocks(packed);
        sum.add(type, id, clocks);
        for (const entry of Object.values(clocks)) if (stampOf(clockOf(entry)) > stamp) stamp = stampOf(clockOf(entry));
      }
      fingerprint = sum.value();
      found.set(commune, { fingerprint, stamp });
    }
    last = rows.length === chunk ? rows.at(-1) : undefined;
  } while (last);
  for (const [commune, { fingerprint, stamp }] of found)
    await sql.query('UPDATE scope SET fingerprint = $2, stamp = $3 WHERE commune = $1', [commune, fingerprint, stamp]);
}

interface Conflicted extends Row {
  losers: { readonly field: string; readonly clock: string; readonly value: Json }[];
}

/** The merge keeps losing values with the clock of their field (sync/merging/memory); before, they stood in their table alone. */
async function rememberConflicts(sql: Sql): Promise<void> {
  const rows = await sql.query<Conflicted>(
    `SELECT r.commune, r.type, r.id, r.clocks,
       json_agg(json_build_object('field', c.field, 'clock', c.loser_clock, 'value', c.loser) ORDER BY c.loser_clock) AS losers
     FROM conflict c JOIN record_state r USING (commune, type, id) GROUP BY r.commune, r.type, r.id`,
  );
  for (const { commune, type, id, clocks: packed, losers } of rows) {
    const clocks = unpackClocks(packed);
    const heads = Map.groupBy(losers, (loser) => loser.field);
    for (const [field, lost] of heads) clocks[field] = withHeads(clocks[field], lost);
    await sql.query('UPDATE record_state SET clocks = $4 WHERE commune = $1 AND type = $2 AND id = $3', [
      commune,
      type,
      id,
      JSON.stringify(packClocks(clocks)),
    ]);
  }
}

function withHeads(entry: ClockEntry | undefined, lost: readonly Head[]): ClockEntry {
  if (entry === undefined) throw new Error('a conflict on a field without a clock');
  return { clock: clockOf(entry), heads: lost.map(({ clock, value }) => ({ clock, value })) };
}

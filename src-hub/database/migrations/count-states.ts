import { type PackedClocks, clockOf, unpackClocks } from '#shared/sync/clocks';
import { emptyFingerprint, fingerprintSum } from '#shared/sync/fingerprint';
import { stampOf } from '#shared/sync/hlc';
import type { Sql } from '../database';

interface Row extends Record<string, unknown> {
  commune: string;
  type: string;
  id: string;
  clocks: PackedClocks;
}

/** Fingerprint and largest stamp of every scope, counted from its record states. */
export async function countStates(sql: Sql): Promise<void> {
  const found = new Map<string, { fingerprint: string; stamp: string }>();
  let last: Row | undefined;
  do {
    const rows: Row[] = await sql.query<Row>(
      'SELECT commune, type, id, clocks FROM record_state WHERE (commune, type, id) > ($1, $2, $3) ORDER BY commune, type, id LIMIT 1000',
      [last?.commune ?? '', last?.type ?? '', last?.id ?? ''],
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
    last = rows.length === 1000 ? rows.at(-1) : undefined;
  } while (last);
  for (const [commune, { fingerprint, stamp }] of found)
    await sql.query('UPDATE scope SET fingerprint = $2, stamp = $3 WHERE commune = $1', [commune, fingerprint, stamp]);
}

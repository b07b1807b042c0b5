import type { Database } from 'better-sqlite3';
import { clockOf, type ClockEntry } from '#shared/sync/clocks';
import { fingerprintSum } from '#shared/sync/fingerprint';
import { type FieldClock, fieldClock } from '#shared/sync/hlc';
import type { Op } from '#shared/sync/op';
import type { OutboxTable } from '../outbox-table';
import { unpackClocks } from './clocks';
import type { KeptOps } from './kept-ops';

export interface FingerprintParts {
  readonly db: Database;
  readonly outbox: OutboxTable;
  readonly kept: KeptOps;
  /** Counts what is written; the scan is worth nothing when it moved. */
  writes(): number;
}

const sliceMs = 15;
const rowsAtOnce = 200;

/**
 * The fingerprint of what the hub has of this book, as far as this book knows: without values that never got there. Undefined when something was
 * written meanwhile. Waits for `breathe` every few milliseconds, so that the service answers in between.
 */
export async function stateFingerprint(
  { db, outbox, kept, writes }: FingerprintParts,
  breathe: () => Promise<void>,
): Promise<string | undefined> {
  const rows = db.prepare<[number, number], { n: number; id: string; type: string; refused: number; clocks: string }>(
    'SELECT n, id, type, refused, clocks FROM record WHERE n > ? ORDER BY n LIMIT ?',
  );
  const started = writes();
  const sum = fingerprintSum();
  const { incarnation } = outbox.identity();
  let since = performance.now();
  for (let n = 0; ; ) {
    const page = rows.all(n, rowsAtOnce);
    for (const row of page) {
      const clocks = unpackClocks(row.clocks);
      sum.add(row.type, row.id, row.refused === 0 ? clocks : withoutParked(clocks, outbox.parkedOps(row.id), incarnation));
    }
    n = page.at(-1)?.n ?? n;
    if (page.length < rowsAtOnce) break;
    if (performance.now() - since < sliceMs) continue;
    await breathe();
    if (writes() !== started) return undefined;
    since = performance.now();
  }
  for (const { type, id, clocks } of kept.clocks()) sum.add(type, id, clocks);
  return sum.value();
}

/** Clocks as they would be without the own ops that the hub never took. */
function withoutParked(
  clocks: Readonly<Record<string, ClockEntry>>,
  parked: readonly Op[],
  incarnation: string,
): Record<string, FieldClock> {
  const byClock = new Map(parked.map((op) => [fieldClock(op.stamp, incarnation, op.hash), op]));
  const result: Record<string, FieldClock> = {};
  for (const [field, entry] of Object.entries(clocks)) {
    const heads = typeof entry === 'string' ? [] : (entry.heads ?? []).map(({ clock }) => clock);
    const there = [clockOf(entry), ...heads].flatMap((start) => {
      let at: FieldClock | undefined = start;
      for (let op = byClock.get(at); op; op = at === undefined ? undefined : byClock.get(at)) at = op.base[field];
      return at ?? [];
    });
    const [latest] = there.sort().reverse();
    if (latest !== undefined) result[field] = latest;
  }
  return result;
}

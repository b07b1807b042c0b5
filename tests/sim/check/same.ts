import { type ClockEntry, clockOf } from '#shared/sync/clocks';
import { fingerprintSum } from '#shared/sync/fingerprint';
import { besideRef } from '#shared/sync/merging/beside';
import { canonical } from '#shared/sync/op';
import { unpackClocks } from '#service/store/records/clocks';
import type { HubScope } from '../world/memory-hub-store';
import type { Station } from '../world/station';
import { opsOf } from './log';

/** The hub and every book of a commune hold the same: values, clocks, open conflicts, fingerprint. */
export function checkSame(scope: Readonly<HubScope>, stations: readonly Station[]): string[] {
  const problems: string[] = [];
  const sum = fingerprintSum();
  for (const { type, id, state } of scope.records.values()) sum.add(type, id, state.clocks);
  if (sum.value() !== scope.head.fingerprint) problems.push('the fingerprint that the hub carries along is not that of its state');
  // What was refused stands with its author alone, also as what lost there, until it is mended.
  const refused = new Set(opsOf(scope).flatMap((logged) => (logged.refused ? [logged.clock] : [])));
  const known = (memory: ClockEntry): string => {
    const kept: unknown = JSON.parse(JSON.stringify(memory), comparable(refused));
    return canonical(typeof kept === 'object' ? plainItems(kept as Remembered) : { clock: kept });
  };
  for (const { name, book } of stations) {
    const rows = book.db.prepare<[], { type: string; id: string; clocks: string }>('SELECT type, id, clocks FROM record').all();
    const own = fingerprintSum();
    for (const row of rows) {
      const clocks = unpackClocks(row.clocks);
      own.add(row.type, row.id, clocks);
      const there = scope.records.get(`${row.type} ${row.id}`);
      if (!there) {
        problems.push(`${name} has ${row.type} ${row.id}, the hub does not`);
        continue;
      }
      for (const field of new Set([...Object.keys(clocks), ...Object.keys(there.state.clocks)])) {
        const [mine, hubs] = [clocks[field], there.state.clocks[field]];
        if (mine === undefined || hubs === undefined || clockOf(mine) !== clockOf(hubs))
          problems.push(`${name} has ${row.type} ${row.id} ${field} of ${canonical(mine)}, the hub of ${canonical(hubs)}`);
        else if (known(mine) !== known(hubs))
          problems.push(`${name} remembers of ${row.type} ${row.id} ${field} ${known(mine)}, the hub ${known(hubs)}`);
      }
      const values = book.records.get(row.type as never, row.id)?.values ?? {};
      for (const [field, value] of Object.entries(there.state.fields)) {
        if (field.startsWith('$')) continue;
        if (canonical(values[field] ?? null) !== canonical(value))
          problems.push(`${name} shows ${row.type} ${row.id} ${field} ${canonical(values[field] ?? null)}, the hub ${canonical(value)}`);
      }
    }
    for (const { type, id } of scope.records.values())
      if (type !== besideRef.type && !rows.some((row) => row.id === id)) problems.push(`the hub has ${type} ${id}, ${name} does not`);
    if (own.value() !== scope.head.fingerprint)
      problems.push(`${name} has the fingerprint ${own.value()}, the hub ${scope.head.fingerprint}`);
  }
  return problems;
}

type Touch = readonly [clock: string, putIn: readonly string[], takenOut: readonly string[]];
interface Remembered {
  readonly clock: string;
  readonly touches?: readonly Touch[];
  readonly items?: Readonly<Record<string, { readonly clock: string; readonly removed?: true }>>;
}

/**
 * An item of which nothing is left to remember but its clock stands among the touches, as where nothing was awaited; where one op put in all that is
 * shown, the field's clock says it.
 */
function plainItems({ clock, touches = [], items = {}, ...rest }: Remembered): object {
  const byClock = new Map(touches.map(([clock, putIn, takenOut]) => [clock, { putIn: [...putIn], takenOut: [...takenOut] }]));
  const others: Record<string, unknown> = {};
  for (const [id, item] of Object.entries(items)) {
    const { clock, removed, ...more } = item;
    if (Object.values(more).some((value) => value !== undefined)) {
      others[id] = item;
      continue;
    }
    const touch = byClock.get(clock) ?? { putIn: [], takenOut: [] };
    byClock.set(clock, touch);
    (removed ? touch.takenOut : touch.putIn).push(id);
  }
  const all = [...byClock]
    .map(([clock, { putIn, takenOut }]) => [clock, putIn.sort(), takenOut.sort()])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const isPlain = all.length === 1 && Object.keys(others).length === 0 && all[0]?.[0] === clock && all[0]?.[2]?.length === 0;
  return {
    clock,
    ...rest,
    ...(Object.keys(others).length > 0 ? { items: others } : {}),
    ...(all.length > 0 && !isPlain ? { touches: all } : {}),
  };
}

/** Leaves out who set a losing value and which ops are awaited, which not every side can know, and losers that were refused. */
const comparable =
  (refused: ReadonlySet<string>) =>
  (key: string, value: unknown): unknown => {
    if (key === 'actor' || key === 'awaited') return undefined;
    if (key !== 'heads') return value;
    const heads = (value as { clock: string }[]).filter(({ clock }) => !refused.has(clock));
    return heads.length > 0 ? heads : undefined;
  };

import { batchTools } from '#hub/crypto/batch-tools';
import { decodeBatch } from '#shared/sync/batch';
import type { WireOp } from '#shared/sync/columns';
import { type FieldClock, fieldClock } from '#shared/sync/hlc';
import type { HubScope } from '../world/memory-hub-store';

/** An op that the hub holds. */
export interface LoggedOp {
  readonly op: WireOp;
  readonly incarnation: string;
  readonly clock: FieldClock;
  readonly refused: boolean;
}

/** Of each batch, by its bytes: they never change, and are looked at after every event. */
const read = new WeakMap<Uint8Array, readonly Omit<LoggedOp, 'refused'>[]>();

function opsIn(incarnation: string, bytes: Uint8Array): readonly Omit<LoggedOp, 'refused'>[] {
  const known = read.get(bytes);
  if (known) return known;
  const { ops } = decodeBatch(bytes, batchTools, () => true);
  const found = ops.map((op) => ({ op, incarnation, clock: fieldClock(op.stamp, incarnation, op.hash) }));
  read.set(bytes, found);
  return found;
}

export function opsOf(scope: Readonly<HubScope>): LoggedOp[] {
  return scope.log.flatMap(({ entry, bytes }) => {
    const refused = new Set(entry.refused.map(({ seq }) => seq));
    return opsIn(entry.incarnation, bytes).map((logged) => ({ ...logged, refused: refused.has(logged.op.seq) }));
  });
}

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

export function opsOf(scope: Readonly<HubScope>): LoggedOp[] {
  return scope.log.flatMap(({ entry, bytes }) => {
    const refused = new Set(entry.refused.map(({ seq }) => seq));
    return decodeBatch(bytes, batchTools, () => true).ops.map((op) => ({
      op,
      incarnation: entry.incarnation,
      clock: fieldClock(op.stamp, entry.incarnation, op.hash),
      refused: refused.has(op.seq),
    }));
  });
}

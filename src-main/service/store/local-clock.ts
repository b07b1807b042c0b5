import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type HlcState, type Stamp, tick, witness, writeStamp, zeroHlc } from '#shared/sync/hlc';
import type { OutboxIdentity } from './outbox';
import { createSyncState } from './key-values';
import type { UnitOfWork } from './unit-of-work';

/** Who this workstation is in sync, its hybrid clock and the number of its last op. Saved in the transaction of the change (rule 1). */
export interface LocalClock {
  identity(): OutboxIdentity;
  seq(): number;
  /** Number and stamp of the next op; `save` must follow in the same transaction. */
  next(): { seq: number; stamp: Stamp };
  /** Moves the clock to what was seen of another (rule 11); `save` must follow. */
  witness(stamp: Stamp): void;
  save(): void;
  /** A new incarnation, whose ops are numbered from 1. */
  renew(): OutboxIdentity;
}

interface State extends OutboxIdentity {
  readonly hlc: HlcState;
  readonly seq: number;
}

const newIdentifier = (): string => randomBytes(8).toString('hex');

export function createLocalClock(db: Database, unit: UnitOfWork): LocalClock {
  const values = createSyncState(db);
  let state: State | undefined;
  unit.onRollback(() => {
    state = undefined;
  });
  const load = (): State =>
    (state ??= values.get<State>('local') ?? { device: newIdentifier(), incarnation: newIdentifier(), hlc: zeroHlc, seq: 0 });
  const save = (): void => values.set('local', load());
  const identity = (): OutboxIdentity => ({ device: load().device, incarnation: load().incarnation });

  if (values.get('local') === undefined) save();
  return {
    identity,
    seq: () => load().seq,
    next: () => {
      const before = load();
      const hlc = tick(before.hlc, Date.now());
      state = { ...before, hlc, seq: before.seq + 1 };
      return { seq: state.seq, stamp: writeStamp(hlc) };
    },
    witness: (stamp) => {
      const before = load();
      state = { ...before, hlc: witness(before.hlc, stamp) };
    },
    save,
    renew: () => {
      state = { ...load(), incarnation: newIdentifier(), seq: 0 };
      save();
      return identity();
    },
  };
}

import type { RefusedOp } from '#shared/contract/hub';
import type { DecodedBatch } from '#shared/sync/batch';
import type { Clocks } from '#shared/sync/clocks';
import { isStorable } from '#shared/sync/check-op';
import type { WireOp } from '#shared/sync/columns';
import { placeAfter } from '#shared/sync/cursor';
import { movedFingerprint } from '#shared/sync/fingerprint';
import { type FieldClock, incarnationOf } from '#shared/sync/hlc';
import { emptyState, merge, type MergeState } from '#shared/sync/merge';
import { apart, besideKey, besideRef, besideState, joined, readBeside } from '#shared/sync/merging/beside';
import type { Op } from '#shared/sync/op';
import type { HubCore } from './hub-core';
import type { AuthorMark, BatchEffects, ConflictEvent, RecordRef, ScopeChange, ScopeHead, StoredRecord } from './hub-store';
import { refusalOf } from './refusal';

export interface Applied {
  readonly mark: AuthorMark;
  readonly refused: readonly RefusedOp[];
}

/** The records that a batch names, as the scope has them. */
export function recordsOf(scope: ScopeChange, batch: DecodedBatch): Promise<readonly StoredRecord[]> {
  // A type that cannot be stored has no record; its op is refused.
  const named = batch.ops.filter((op) => isStorable(op.type));
  const refs = [...new Map(named.map(({ type, id }) => [keyOf({ type, id }), { type, id }])).values()];
  return scope.records([...refs, besideRef]);
}

/**
 * Applies a batch that follows the last one of its author: all of it but the ops that break a rule.
 * @param stored by {@link recordsOf}
 */
export async function applyBatch(
  core: HubCore,
  scope: ScopeChange,
  batch: DecodedBatch,
  bytes: Uint8Array,
  before: AuthorMark,
  stored: readonly StoredRecord[],
): Promise<Applied> {
  const effects = decide(core, batch, bytes, await scope.head(), before, stored);
  await scope.apply(effects);
  return { mark: effects.mark, refused: effects.refused };
}

/** What a batch changes: a pure function of the batch, the scope's head and the records that it names. */
export function decide(
  core: HubCore,
  { header, hash, ops }: DecodedBatch,
  bytes: Uint8Array,
  head: ScopeHead,
  author: AuthorMark,
  stored: readonly StoredRecord[],
): BatchEffects {
  const { device, incarnation, number, firstSeq, count } = header;
  const work = new Work(stored);
  const refused: BatchEffects['refused'][number][] = [];
  let { stamp } = head;
  for (const op of ops) {
    const state = work.stateOf(op);
    const refusal = refusalOf(op, state, { isHub: device === core.hub.device, standalone: core.standalone });
    if (refusal) refused.push({ ...refusal, type: op.type, id: op.id });
    work.merge(op, state, incarnation, refusal !== undefined);
    if (op.stamp > stamp) stamp = op.stamp;
  }
  const records = work.changed();
  const { position, hash: logHash } = placeAfter({ position: head.position, hash: head.logHash }, hash, core.tools);
  const fingerprint = movedFingerprint(
    head.fingerprint,
    records.map(({ type, id, before, state }) => ({ type, id, ...changedClocks(before?.clocks, state.clocks) })),
  );
  return {
    entry: {
      device,
      incarnation,
      position,
      number,
      firstSeq,
      count,
      hash,
      logHash,
      refused: refused.map(({ seq, code, field, words }) => ({ seq, code, field, words })),
    },
    bytes,
    head: { ...head, position, logHash, fingerprint, stamp },
    mark: { ...author, lastSeq: firstSeq + count - 1, lastNumber: number, lastHash: hash },
    records,
    conflicts: work.conflicts(),
    refused,
  };
}

/** Of those fields only whose entry is another one: the rest of the sum stands. */
function changedClocks(before: Clocks | undefined, after: Clocks): { before?: Clocks; after: Clocks } {
  if (!before) return { after };
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const of = (clocks: Clocks): Clocks => Object.fromEntries(names.flatMap((name) => (clocks[name] ? [[name, clocks[name]]] : [])));
  return { before: of(before), after: of(after) };
}

const keyOf = besideKey;

/** Records while a batch is merged into them. */
class Work {
  readonly #before: ReadonlyMap<string, MergeState>;
  readonly #after = new Map<string, StoredRecord>();
  readonly #beside: Map<string, Clocks>;
  readonly #conflicts = new Map<string, ConflictEvent>();

  constructor(stored: readonly StoredRecord[]) {
    this.#before = new Map(stored.map((record) => [keyOf(record), record.state]));
    this.#beside = readBeside(this.#before.get(keyOf(besideRef)));
  }

  stateOf(ref: RecordRef): MergeState {
    const key = keyOf(ref);
    return this.#after.get(key)?.state ?? this.#before.get(key) ?? emptyState;
  }

  /** Of a refused op counts only what its author had seen. Of the author's own ops nothing is on its way any more: they come in their order. */
  merge(op: WireOp, before: MergeState, incarnation: string, refused: boolean): void {
    const { type, id } = op;
    if (!isStorable(type) || type === besideRef.type) return;
    const beside = this.#beside.get(keyOf(op));
    const knows = (clock: FieldClock): boolean => incarnationOf(clock) === incarnation;
    const merged = merge(joined(before, beside), op as Op, incarnation, { knows, refused });
    if (merged.changed.length === 0) return;
    const { state } = refused || beside ? this.#keepBeside(op, merged.state) : merged;
    if (merged.changed.some((field) => field in state.clocks)) this.#after.set(keyOf(op), { type, id, state });
    const note = (event: ConflictEvent): unknown =>
      this.#conflicts.set([type, id, event.conflict.field, event.conflict.item, event.conflict.loser.clock].join('\n'), event);
    for (const conflict of merged.conflicts) note({ type, id, conflict });
    for (const { conflict, why, by } of merged.closed) note({ type, id, conflict, closed: { why, by } });
  }

  changed(): BatchEffects['records'] {
    return [...this.#after].map(([key, record]) => ({ ...record, before: this.#before.get(key) }));
  }

  conflicts(): readonly ConflictEvent[] {
    return [...this.#conflicts.values()];
  }

  #keepBeside(ref: RecordRef, merged: MergeState): { readonly state: MergeState } {
    const { state, beside } = apart(merged);
    if (beside) this.#beside.set(keyOf(ref), beside);
    else if (!this.#beside.delete(keyOf(ref))) return { state };
    this.#after.set(keyOf(besideRef), { ...besideRef, state: besideState(this.#beside) });
    return { state };
  }
}

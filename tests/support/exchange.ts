/** Two books of one committee that hand each other ops as the hub would, without a hub. */
import type { Book } from '#service/book/book';
import { fingerprintSum } from '#shared/sync/fingerprint';
import { fieldClock } from '#shared/sync/hlc';
import { emptyState, merge, type MergeState } from '#shared/sync/merge';
import type { Op } from '#shared/sync/op';
import type { SnapshotAuthors, SnapshotRecord } from '#shared/sync/snapshot';

/** Everything that `from` made goes to `to`, as one batch. */
export function send(from: Book, to: Book, refused: readonly number[] = []): { applied: number; conflicts: number } {
  const ops = from.outbox.pending(100_000, 0);
  const parked = new Set([...refused, ...from.outbox.parked(1000).map(({ seq }) => seq)]);
  return to.records.applyRemote(
    from.outbox.identity().incarnation,
    ops.filter(({ seq }) => !parked.has(seq)),
    { covers: { firstSeq: 1, lastSeq: ops.length }, refused: ops.filter(({ seq }) => refused.includes(seq)) },
  );
}

export function exchange(a: Book, b: Book): void {
  send(a, b);
  send(b, a);
}

/** What a hub holds that took these books' ops, one after the other. */
export interface TestState {
  readonly records: SnapshotRecord[];
  readonly authors: SnapshotAuthors;
  readonly fingerprint: string;
}

export function hubOf(...books: readonly Book[]): TestState {
  const states = new Map<string, SnapshotRecord>();
  const seen = new Set<string>();
  const take = (op: Op, incarnation: string): void => {
    const key = `${op.type} ${op.id}`;
    const before: MergeState = states.get(key)?.state ?? emptyState;
    states.set(key, { type: op.type, id: op.id, state: merge(before, op, incarnation, { knows: (clock) => seen.has(clock) }).state });
    seen.add(fieldClock(op.stamp, incarnation, op.hash));
  };
  for (const book of books) {
    const parked = new Set(book.outbox.parked(1000).map(({ seq }) => seq));
    for (const op of book.outbox.pending(100_000, 0)) if (!parked.has(op.seq)) take(op, book.outbox.identity().incarnation);
  }
  const sum = fingerprintSum();
  for (const { type, id, state } of states.values()) sum.add(type, id, state.clocks);
  return {
    records: [...states.values()],
    authors: books.map((book) => ({ incarnation: book.outbox.identity().incarnation, seq: book.outbox.watermarks().made })),
    fingerprint: sum.value(),
  };
}

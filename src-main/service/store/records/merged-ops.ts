import type { Database } from 'better-sqlite3';
import { type FieldClock, incarnationOf, stampOf, type Stamp } from '#shared/sync/hlc';
import type { SnapshotAuthors } from '#shared/sync/snapshot';
import type { LocalClock } from '../local-clock';
import type { UnitOfWork } from '../unit-of-work';

/**
 * Which ops of other incarnations were merged, each once: stretches of numbers, most often one from 1 on. Numbers that were refused or never leave
 * their workstation count as well, because nothing comes any more.
 */
export interface MergedOps {
  /** Ops of this book's own life are merged as they are made. */
  has(incarnation: string, seq: number, stamp: Stamp): boolean;
  /** `stamp`: the latest among them. `save` must follow in the same transaction. */
  add(incarnation: string, firstSeq: number, lastSeq: number, stamp: Stamp): void;
  save(): void;
  /** Numbers from this one on are merged when they come: others stand there now. */
  forgetFrom(incarnation: string, seq: number): void;
  /** Whether the op of this clock was merged, or never will be. */
  knows(clock: FieldClock): boolean;
  /** The highest number of each other incarnation of which anything was merged. */
  highest(): SnapshotAuthors;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly stamp: Stamp;
}

export function createMergedOps(db: Database, unit: UnitOfWork, clock: LocalClock): MergedOps {
  const read = db.prepare<[string], Stretch>(
    'SELECT first_seq AS first, last_seq AS last, stamp FROM applied_op WHERE incarnation = ? ORDER BY first_seq',
  );
  const clear = db.prepare('DELETE FROM applied_op WHERE incarnation = ?');
  const insert = db.prepare('INSERT INTO applied_op (incarnation, first_seq, last_seq, stamp) VALUES (?, ?, ?, ?)');
  const highest = db.prepare<[], SnapshotAuthors[number]>(
    'SELECT incarnation, max(last_seq) AS seq FROM applied_op GROUP BY incarnation ORDER BY incarnation',
  );
  const known = new Map<string, readonly Stretch[]>();
  const changed = new Set<string>();
  unit.onRollback(() => {
    known.clear();
    changed.clear();
  });
  const stretchesOf = (incarnation: string): readonly Stretch[] => {
    const there = known.get(incarnation) ?? read.all(incarnation);
    known.set(incarnation, there);
    return there;
  };
  const isOwn = (incarnation: string): boolean => incarnation === clock.identity().incarnation;

  return {
    has: (incarnation, seq, stamp) =>
      isOwn(incarnation) ||
      stretchesOf(incarnation).some((one) => (isBeforeNumbers(one) ? stamp <= one.stamp : one.first <= seq && seq <= one.last)),
    add: (incarnation, first, last, stamp) => {
      if (isOwn(incarnation)) return;
      known.set(incarnation, joined(stretchesOf(incarnation), { first, last, stamp }));
      changed.add(incarnation);
    },
    forgetFrom: (incarnation, seq) => {
      const kept = stretchesOf(incarnation).filter(({ first }) => first < seq);
      known.set(
        incarnation,
        kept.map((one) => (one.last < seq ? one : { ...one, last: seq - 1, stamp: '' })),
      );
      changed.add(incarnation);
    },
    save: () => {
      for (const incarnation of changed) {
        clear.run(incarnation);
        for (const { first, last, stamp } of known.get(incarnation) ?? []) insert.run(incarnation, first, last, stamp);
      }
      changed.clear();
    },
    knows: (at) => {
      const incarnation = incarnationOf(at);
      return isOwn(incarnation) || stretchesOf(incarnation).some((one) => one.first <= 1 && stampOf(at) <= one.stamp);
    },
    highest: () => highest.all(),
  };
}

/** What an older version merged, before numbers were kept (migration 007). */
const isBeforeNumbers = ({ first, last }: Stretch): boolean => first === 0 && last === 0;

function joined(stretches: readonly Stretch[], one: Stretch): readonly Stretch[] {
  const apart: Stretch[] = [];
  let { first, last, stamp } = one;
  for (const other of stretches) {
    if (isBeforeNumbers(other) || other.last < first - 1 || other.first > last + 1) apart.push(other);
    else {
      first = Math.min(first, other.first);
      last = Math.max(last, other.last);
      if (other.stamp > stamp) ({ stamp } = other);
    }
  }
  return [...apart, { first, last, stamp }].sort((a, b) => a.first - b.first);
}

import { noHash } from '#shared/sync/batch';
import type { Op } from '#shared/sync/op';
import type { HubScope } from '../world/memory-hub-store';
import type { Station } from '../world/station';
import { opsOf } from './log';

/** Nothing is taken twice, nothing is held by a workstation and not stored, and what a workstation says of it is true. */
export function checkHolding(scope: Readonly<HubScope>, stations: readonly Station[]): string[] {
  const problems: string[] = [];
  const ops = opsOf(scope);
  const seen = new Set<string>();
  for (const { incarnation, op } of ops) {
    const name = `${incarnation} ${op.seq}`;
    if (seen.has(name)) problems.push(`the hub took ${name} twice`);
    seen.add(name);
  }
  problems.push(...chainProblems(scope));
  const stored = new Set(ops.map(({ incarnation, op }) => `${incarnation} ${op.seq} ${op.hash}`));
  for (const { name, book } of stations) {
    const { incarnation } = book.outbox.identity();
    const held = [
      ...book.outbox.pending(100_000, 0).map((op) => ({ incarnation, op })),
      ...book.db
        .prepare<[], { incarnation: string; op: string }>("SELECT incarnation, op FROM kept_op WHERE why = 'formerLife'")
        .all()
        .map((row) => ({ incarnation: row.incarnation, op: JSON.parse(row.op) as Op })),
    ];
    for (const { incarnation: life, op } of held)
      if (!stored.has(`${life} ${op.seq} ${op.hash}`))
        problems.push(`${name} holds op ${life} ${op.seq} of ${op.type} that the hub does not have`);
    const { waiting, sent } = book.outbox.counts();
    const marks = book.outbox.watermarks();
    const held2 = scope.marks.get(`${book.outbox.identity().device} ${incarnation}`)?.lastSeq ?? 0;
    if (waiting !== 0) problems.push(`${name} says that ${waiting} wait, sent ${sent}, marks ${JSON.stringify(marks)}`);
    if (marks.confirmed > held2) problems.push(`${name} says that ${marks.confirmed} are confirmed; the hub has ${held2}`);
    problems.push(...outboxProblems(name, book.db, incarnation));
  }
  return problems;
}

/** Within each life: numbers and seqs without gaps, every batch on the one before. */
function chainProblems(scope: Readonly<HubScope>): string[] {
  const ends = new Map<string, { number: number; seq: number; hash: string }>();
  const problems: string[] = [];
  for (const { entry } of scope.log) {
    const end = ends.get(entry.incarnation) ?? { number: 0, seq: 0, hash: noHash };
    if (entry.number !== end.number + 1 || entry.firstSeq !== end.seq + 1)
      problems.push(`the log holds number ${entry.number}, seq ${entry.firstSeq} of ${entry.incarnation} behind ${end.number}, ${end.seq}`);
    ends.set(entry.incarnation, { number: entry.number, seq: entry.firstSeq + entry.count - 1, hash: entry.hash });
  }
  return problems;
}

/** Records and outbox agree: the last own op that a record names is there. */
function outboxProblems(name: string, db: Station['book']['db'], incarnation: string): string[] {
  const rows = db
    .prepare<[], { id: string; last: number; found: number | null }>(
      'SELECT r.id, r.last_seq AS last, (SELECT max(seq) FROM outbox o WHERE o.record_id = r.id) AS found FROM record r',
    )
    .all();
  return rows
    .filter(({ last, found }) => last !== (found ?? 0))
    .map(({ id, last, found }) => `${name} (${incarnation}): record ${id} names op ${last}, the outbox has ${found ?? 'none'}`);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '#service/book/book';
import { hashOfOp } from '#shared/sync/op-hash';
import { canonical, type Json, type Op } from '#shared/sync/op';
import { createHash } from 'node:crypto';
import { unpackClocks } from '#service/store/records/clocks';
import { testBook } from '../../support/book';
import { play, step as historyStep } from './histories';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Everything that the store holds of the records of one run. */
const snapshot = (book: Book, run: number) => ({
  records: book.db
    .prepare<[string], { clocks: string }>(
      'SELECT id, type, title, due_on, closed, removed_at, clocks, extra FROM record WHERE id LIKE ? ORDER BY id',
    )
    .all(`%${idEnd(run)}_`)
    .map(sortClocks),
  tasks: book.db
    .prepare('SELECT r.id, t.removed, t.name, t.state, t.due_on FROM task t JOIN record r ON r.n = t.n WHERE r.id LIKE ? ORDER BY r.id')
    .all(`%${idEnd(run)}_`),
  conflicts: book.db
    .prepare<[string], { open: number }>(
      'SELECT record_id, field, item, loser_clock, settled_at IS NULL AS open FROM conflict WHERE record_id LIKE ? ORDER BY 1, 2, 3, 4',
    )
    .all(`%${idEnd(run)}_`),
  cases: book.db
    .prepare(
      'SELECT r.id, t.name, t.outcome, t.outcome_text, t.team FROM "case" t JOIN record r ON r.n = t.n WHERE r.id LIKE ? ORDER BY r.id',
    )
    .all(`%${idEnd(run)}_`),
  found: book.db
    .prepare('SELECT r.id FROM search s JOIN record r ON r.n = s.rowid WHERE search MATCH ? AND r.id LIKE ? ORDER BY 1')
    .all('viec OR sua OR hop', `%${idEnd(run)}_`),
});
const idEnd = (run: number): string => String(run).padStart(11, '0');
/** Who set a value that lost is not always known, nor whether a clock that is not here was here (see Knows); everything else must be the same. */
const sortClocks = <T extends { clocks: string }>(row: T): T => ({
  ...row,
  clocks: canonical(
    JSON.parse(
      JSON.stringify(unpackClocks(row.clocks), (key, value: unknown) => (key === 'actor' || key === 'awaited' ? undefined : value)),
    ),
  ),
});

/** A conflict that was settled before it was found leaves no trace; one that was found first is remembered as settled. */
const openOnly = (all: ReturnType<typeof snapshot>): unknown => ({ ...all, conflicts: all.conflicts.filter(({ open }) => open === 1) });

/** Two other workstations that edit the same three records, now and then having seen what the other did. */
interface Step {
  readonly author: 0 | 1;
  readonly record: number;
  readonly field: 'name' | 'state' | 'dueOn' | '$removedAt' | 'future';
  readonly value: string;
  readonly seen: boolean;
}

const step = fc.record({
  author: fc.constantFrom<0 | 1>(0, 1),
  record: fc.integer({ min: 0, max: 2 }),
  field: fc.constantFrom<Step['field']>('name', 'state', 'dueOn', '$removedAt', 'future'),
  value: fc.constantFrom('Việc', 'Đã sửa', 'Họp'),
  seen: fc.boolean(),
});
const valueOf = ({ field, value }: Step): Json =>
  field === 'state'
    ? value === 'Việc'
      ? 'CHUA_LAM'
      : 'HOAN_THANH'
    : field === 'dueOn'
      ? value === 'Việc'
        ? null
        : '2026-01-01'
      : field === '$removedAt'
        ? value === 'Việc'
          ? null
          : '2026-02-02T00:00:00.000Z'
        : value;

function opsOf(steps: readonly Step[], run: number): { incarnation: string; op: Op }[] {
  const seqs = [0, 0];
  const clocks: Record<string, string>[] = [{}, {}];
  const times = [0, 0];
  return steps.map((one) => {
    // Of each run its own: numbers that were merged once are passed over.
    const incarnation = `${one.author === 0 ? 'a' : 'b'}${String(run).padStart(15, '0')}`;
    const mine = clocks[one.author] as Record<string, string>;
    // As a hybrid clock goes: behind all that its author wrote or saw; two authors who saw nothing of each other may stamp alike.
    if (one.seen) {
      for (const [place, clock] of Object.entries(clocks[1 - one.author] ?? {})) if (clock > (mine[place] ?? '')) mine[place] = clock;
      times[one.author] = Math.max(...times);
    }
    times[one.author] = (times[one.author] ?? 0) + 1;
    const id = `01900000-0000-7000-8000-${idEnd(run)}${one.record}`;
    const base = mine[`${id}${one.field}`];
    const stamp = `0mabc${String(times[one.author]).padStart(4, '0')}000`;
    seqs[one.author] = (seqs[one.author] ?? 0) + 1;
    const body = {
      seq: seqs[one.author] ?? 0,
      stamp,
      type: 'task' as const,
      id,
      fields: { [one.field]: valueOf(one) },
      base: base === undefined ? {} : { [one.field]: base },
      actor: `u${one.author}`,
    };
    const op: Op = { ...body, hash: hashOfOp(body, sha256) };
    mine[`${id}${one.field}`] = `${stamp}.${incarnation}.${op.hash}`;
    return { incarnation, op };
  });
}

describe('ops of others in the store', () => {
  it('give the same records in any order, split anyhow, delivered once or more', () => {
    const straight = testBook();
    const shuffled = testBook();
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), fc.infiniteStream(fc.nat()), (steps, dice) => {
        run += 1;
        const ops = opsOf(steps, run);
        straight.transact(() => {
          for (const { incarnation, op } of ops) straight.records.applyRemote(incarnation, [op]);
        });
        const order = [...ops, ...ops.slice(0, 3)].map((one) => ({ one, at: dice.next().value as number })).sort((a, b) => a.at - b.at);
        shuffled.transact(() => {
          for (const { one } of order) shuffled.records.applyRemote(one.incarnation, [one.op]);
        });
        expect(snapshot(shuffled, run)).toEqual(snapshot(straight, run));
      }),
      { numRuns: 200 },
    );
    expect(shuffled.outbox.watermarks().made).toBe(0);
  }, 30_000);

  it('merge sets, tables and decisions the same in any order, each op once', () => {
    const straight = testBook();
    const shuffled = testBook();
    let run = 0;
    fc.assert(
      fc.property(fc.array(historyStep, { minLength: 2, maxLength: 12 }), fc.infiniteStream(fc.nat()), (steps, dice) => {
        run += 1;
        const id = `01900000-0000-7000-8000-${idEnd(run)}0`;
        const ops = play(steps).map(({ op, by }) => ({ op: { ...op, id }, incarnation: `${by}${run}` }));
        straight.transact(() => {
          for (const { incarnation, op } of ops) straight.records.applyRemote(incarnation, [op]);
        });
        const order = [...ops, ...ops.slice(0, 3)].map((one) => ({ one, at: dice.next().value as number })).sort((a, b) => a.at - b.at);
        shuffled.transact(() => {
          for (const { one } of order) shuffled.records.applyRemote(one.incarnation, [one.op]);
        });
        expect(openOnly(snapshot(shuffled, run))).toEqual(openOnly(snapshot(straight, run)));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('keep the losing value as a conflict, once, and what a newer version wrote', () => {
    const book = testBook();
    const id = book.records.save([{ type: 'task', values: { name: 'Của tôi', state: 'CHUA_LAM' } }])[0]?.id ?? '';
    const body = {
      seq: 1,
      stamp: 'zzzzzzzzz000',
      type: 'task' as const,
      id,
      fields: { name: 'Của người khác', future: 'x' },
      base: {},
      actor: 'other',
    };
    const op: Op = { ...body, hash: hashOfOp(body, sha256) };
    expect(book.records.applyRemote('cccccccccccccccc', [op])).toEqual({ applied: 1, conflicts: 1 });
    expect(book.records.applyRemote('cccccccccccccccc', [op])).toEqual({ applied: 0, conflicts: 0 });
    expect(book.records.conflicts()).toMatchObject([
      {
        recordId: id,
        field: 'name',
        winner: { value: 'Của người khác', actor: 'other' },
        loser: { value: 'Của tôi', actor: book.user.id },
      },
    ]);
    expect(book.records.get('task', id)).toMatchObject({ title: 'Của người khác', revision: 2 });
    const made = book.records.save([{ type: 'task', id, values: { name: 'Sau cùng' } }]);
    expect(made[0]?.changed).toEqual(['name']);
    const mine = book.outbox.pending(10, 1)[0];
    expect((mine?.stamp ?? '') > op.stamp, 'the clock follows what it saw').toBe(true);
    expect(book.db.prepare('SELECT extra FROM record WHERE id = ?').pluck().get(id)).toBe('{"future":"x"}');
  });

  it('roll back with the cursor that is saved beside them', () => {
    const book = testBook();
    const body = {
      seq: 1,
      stamp: '0mabc0000000',
      type: 'task' as const,
      id: '01900000-0000-7000-8000-000000000001',
      fields: { name: 'Một' },
      base: {},
      actor: 'o',
    };
    const op: Op = { ...body, hash: hashOfOp(body, sha256) };
    expect(() =>
      book.records.applyRemote('cccccccccccccccc', [op], () => {
        throw new Error('cursor');
      }),
    ).toThrow('cursor');
    expect(book.records.get('task', op.id)).toBeUndefined();
    book.records.applyRemote('cccccccccccccccc', [op], () => book.syncState.set('cursor', 1));
    expect(book.records.get('task', op.id)?.sync).toBe('confirmed');
    expect(book.syncState.get('cursor')).toBe(1);
  });
});

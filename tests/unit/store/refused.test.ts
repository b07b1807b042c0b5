import { expect, test } from 'vitest';
import { testBook } from '../../support/book';

const reason = { vi: 'Quá dài', en: 'Too long' };

test('a refusal that is told again, by an old stick or a batch that was sent anew, does not park what was mended since', () => {
  const { records, outbox } = testBook();
  const [saved] = records.save([{ type: 'task', values: { name: 'Đọc đơn', state: 'CHUA_LAM' } }]);
  outbox.park(1, reason);
  expect(outbox.parked(10)).toHaveLength(1);
  records.sendAgain(saved!.id);
  outbox.park(1, reason);
  expect(outbox.parked(10)).toEqual([]);
  expect(records.get('task', saved!.id)?.sync).toBe('waiting');
  // The op that went out in its place may be refused as well.
  outbox.park(2, reason);
  expect(outbox.parked(10)).toMatchObject([{ seq: 2 }]);
});

test('a mended value is no second version of what was refused, and everything that was refused goes out with it', () => {
  const { records, outbox } = testBook();
  const [task] = records.save([{ type: 'task', values: { name: 'Đọc đơn', state: 'CHUA_LAM', dueOn: '2026-11-02' } }]);
  outbox.park(1, reason);
  const [mended] = records.save([{ type: 'task', id: task!.id, values: { dueOn: '2026-11-05' } }]);

  expect(records.get('task', task!.id)).toMatchObject({ values: { name: 'Đọc đơn', dueOn: '2026-11-05' }, sync: 'waiting' });
  expect(records.get('task', task!.id)?.revision).toBe(mended!.revision);
  expect(outbox.parked(10)).toEqual([]);
  expect(records.conflicts()).toEqual([]);
  // Who never got the refused op learns the whole record from what follows it.
  const fields = Object.assign({}, ...outbox.pending(10, 1).map((op) => op.fields)) as Record<string, unknown>;
  expect(fields).toMatchObject({ name: 'Đọc đơn', state: 'CHUA_LAM', dueOn: '2026-11-05' });
});

test('what a value was before the refused one stays what the mended one replaces', () => {
  const { records, outbox } = testBook();
  const [task] = records.save([{ type: 'task', values: { name: 'Đọc đơn', state: 'CHUA_LAM', dueOn: '2026-11-01' } }]);
  records.save([{ type: 'task', id: task!.id, values: { dueOn: '2026-11-02' } }]);
  outbox.park(2, reason);
  records.save([{ type: 'task', id: task!.id, values: { dueOn: '2026-11-05' } }]);
  expect(records.conflicts()).toEqual([]);
  const [first, , third] = outbox.pending(10, 0);
  expect(third!.base['dueOn']).toContain(first!.hash);
});

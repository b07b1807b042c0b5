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

import { expect, test } from 'vitest';
import { createInFlight } from '#service/sync/in-flight';

test('results come in the order in which they are ready; a failure leaves the others to be counted', async () => {
  const under = createInFlight<string>();
  const slow = Promise.withResolvers<string>();
  under.add(slow.promise);
  under.add(Promise.resolve('fast'));
  expect(await under.next()).toBe('fast');
  under.add(Promise.reject(new Error('cut')));
  await expect(under.next()).rejects.toThrow('cut');
  slow.resolve('slow');
  expect(await under.rest()).toEqual(['slow']);
  expect(under.size).toBe(0);
});

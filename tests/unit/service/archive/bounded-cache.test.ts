import { expect, test } from 'vitest';
import { BoundedCache } from '../../../../src-main/service/archive/bounded-cache';

const bytes = (length: number) => new Uint8Array(length);

test('keeps what was used last within its bound', () => {
  const cache = new BoundedCache(100);
  cache.set('a', bytes(40));
  cache.set('b', bytes(40));
  cache.get('a');
  cache.set('c', bytes(40));
  expect([cache.get('a')?.length, cache.get('b'), cache.get('c')?.length]).toEqual([40, undefined, 40]);
  expect(cache.bytes).toBe(80);
});

test('replacing counts once, and what is too large is not kept', () => {
  const cache = new BoundedCache(100);
  cache.set('a', bytes(60));
  cache.set('a', bytes(30));
  expect(cache.bytes).toBe(30);
  cache.set('a', bytes(101));
  expect([cache.get('a'), cache.bytes]).toEqual([undefined, 0]);
});

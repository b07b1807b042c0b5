import { expect, it } from 'vitest';
import { toSpix } from '#recognizer/engine/tesseract-worker';

it('rows go in as whole words, the first pixel in the highest byte of each', () => {
  const spix = toSpix({ width: 5, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) });
  const words = [...new Uint32Array(spix.buffer)];
  expect(Buffer.from(spix.subarray(0, 4)).toString('latin1')).toBe('spix');
  expect(words.slice(1)).toEqual([5, 2, 8, 2, 0, 16, 0x01020304, 0x05000000, 0x06070809, 0x0a000000]);
});

it('also where every row is whole by itself', () => {
  const spix = toSpix({ width: 4, height: 1, data: Uint8Array.of(1, 2, 3, 4) });
  expect([...new Uint32Array(spix.buffer)].slice(1)).toEqual([4, 1, 8, 1, 0, 4, 0x01020304]);
});

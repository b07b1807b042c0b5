import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(4096);
/** The random bytes that are left, as hex digits. */
let digits = '';
let used = 0;
let lastMs = 0;
/** The first two parts of an id: the time. */
let time = '';
let counter = 0;

/**
 * UUIDv7: 48 bits of time, a 12-bit counter that keeps ids of one millisecond in order, 62 random bits. Sorts by creation within
 * this process, compresses well in batches and inserts at the end of an index.
 */
export function uuid7(now = Date.now()): string {
  if (now > lastMs) setTime(now);
  else {
    counter += 1;
    if (counter > 0xfff) setTime(lastMs + 1);
  }
  if (used === digits.length) {
    digits = randomFillSync(random).toString('hex');
    used = 0;
  }
  const at = used;
  used += 16;
  const variant = variants[digits.charCodeAt(at) & 3];
  return `${time}-7${counter.toString(16).padStart(3, '0')}-${variant}${digits.slice(at + 1, at + 4)}-${digits.slice(at + 4, at + 16)}`;
}

/** Two random bits and the two that say which kind of UUID it is. */
const variants = ['8', '9', 'a', 'b'] as const;

function setTime(ms: number): void {
  lastMs = ms;
  counter = 0;
  const hex = ms.toString(16).padStart(12, '0');
  time = `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

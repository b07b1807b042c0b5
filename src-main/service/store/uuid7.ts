import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(4096);
/** The random bytes that are left, as hex digits. */
let digits = '';
let used = 0;
let lastMs = 0;
/** The first two parts of an id: the time. */
let time = '';
/** The random bits that ids of one millisecond share: 46 of 62. */
let shared = '';
let counter = 0;

/**
 * UUIDv7: 48 bits of time, a 12-bit counter that keeps ids of one millisecond in order, 62 random bits, of which 46 are drawn once for each
 * millisecond: what is imported together is alike but for 28 bits, so its ids and the clocks on them take a quarter less in batches. Two
 * workstations meet in an id no more often for it, because time, counter and all 62 bits must be the same. Sorts by creation within this process
 * and inserts at the end of an index.
 */
export function uuid7(now = Date.now()): string {
  if (now > lastMs) setTime(now);
  else {
    counter += 1;
    if (counter > 0xfff) setTime(lastMs + 1);
  }
  return `${time}-7${counter.toString(16).padStart(3, '0')}-${shared}${draw(4)}`;
}

/** Two random bits and the two that say which kind of UUID it is. */
const variants = ['8', '9', 'a', 'b'] as const;

function draw(count: number): string {
  if (used + count > digits.length) {
    digits = randomFillSync(random).toString('hex');
    used = 0;
  }
  used += count;
  return digits.slice(used - count, used);
}

function setTime(ms: number): void {
  lastMs = ms;
  counter = 0;
  const hex = ms.toString(16).padStart(12, '0');
  time = `${hex.slice(0, 8)}-${hex.slice(8)}`;
  const drawn = draw(12);
  shared = `${variants[drawn.charCodeAt(0) & 3]}${drawn.slice(1, 4)}-${drawn.slice(4)}`;
}

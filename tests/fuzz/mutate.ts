/** Damage to bytes, text and JSON, drawn by a generator that repeats: a failing case is found again by its seed. */
export type Random = () => number;

export const below = (random: Random, end: number): number => Math.floor(random() * end);
export const oneOf = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;

const nasty = [0x00, 0xff, 0x7f, 0x80, 0x01, 0xfe];

/** One to four damages: changed, cut, repeated, put in, exchanged, or a length that is far too large. */
export function damaged(random: Random, whole: Uint8Array): Buffer {
  let bytes = Buffer.from(whole);
  for (let n = 1 + below(random, 4); n > 0; n -= 1) {
    const at = below(random, Math.max(1, bytes.length));
    const length = 1 + below(random, 64);
    const kind = below(random, 8);
    if (bytes.length === 0) return bytes;
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    else if (kind === 1) bytes[at] = oneOf(random, nasty);
    else if (kind === 2) bytes = bytes.subarray(0, at);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)]);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 5) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, oneOf(random, nasty)), bytes.subarray(at)]);
    else if (at + 4 <= bytes.length) bytes.writeUInt32LE(oneOf(random, [0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0x0100_0000, 0]), at);
  }
  return bytes;
}

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  '',
  '\u0000',
  '\ud800',
  "'; DROP TABLE record; --",
  '../../x',
  '__proto__',
  'x'.repeat(5000),
  [],
  {},
  [[[[]]]],
  { constructor: { prototype: 1 } },
  '2026-02-31',
  '0'.repeat(64),
];

/** A JSON value with one to three of its parts replaced by strange ones, taken out, or put in twice. */
export function damagedJson(random: Random, value: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const holder = { it: copy };
  for (let n = 1 + below(random, 3); n > 0; n -= 1) damageOne(random, holder);
  return holder.it;
}

function damageOne(random: Random, holder: Record<string, unknown>): void {
  let [parent, key]: [Record<string, unknown>, string] = [holder, 'it'];
  while (random() < 0.75) {
    const child = parent[key];
    if (typeof child !== 'object' || child === null || Object.keys(child).length === 0) break;
    [parent, key] = [child as Record<string, unknown>, oneOf(random, Object.keys(child))];
  }
  const kind = below(random, 4);
  if (kind === 0 && parent !== holder) delete parent[key];
  else if (kind === 1 && typeof parent[key] === 'object' && parent[key] !== null)
    (parent[key] as Record<string, unknown>)[oneOf(random, ['x', '__proto__x', '0', 'id'])] = oneOf(random, strange);
  else parent[key] = structuredClone(oneOf(random, strange));
}

/** Text of JSON, damaged as JSON or as text. */
export const damagedText = (random: Random, text: string): string =>
  random() < 0.6 ? JSON.stringify(damagedJson(random, JSON.parse(text))) : damaged(random, Buffer.from(text)).toString('utf8');

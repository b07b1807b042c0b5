/**
 * Fingerprint of a scope's state: 64 bits, by which hub and workstation see that they hold the same without sending it.
 *
 *   fingerprint = sum modulo 2^64, over every field of every record, of mix(fnv1a64(type \n id \n clock \n field))
 *
 * over UTF-8; FNV-1a with its usual offset and prime; mix is the finaliser of MurmurHash3 (x ^= x >> 33; x *= ff51afd7ed558ccd;
 * x ^= x >> 33; x *= c4ceb9fe1a85ec53; x ^= x >> 33), without which sums of similar texts would cancel out. Written as 16 hex digits.
 * A sum does not depend on order and can be carried along: what a merge replaces is taken off, what it sets is added.
 * `clock` is that of the field (clockOf); names that begin with '$' count like any other. It finds accidents, it proves nothing.
 */
import { z } from 'zod';
import { clockOf, type Clocks } from './clocks';

export const emptyFingerprint = '0'.repeat(16);
export const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

export interface FingerprintSum {
  /** Counts the fields of a record in. */
  add(type: string, id: string, clocks: Clocks): void;
  /** Counts the fields of a record out. */
  remove(type: string, id: string, clocks: Clocks): void;
  /** 16 hex digits. */
  value(): string;
}

/** @param from a fingerprint to go on from */
export function fingerprintSum(from: string = emptyFingerprint): FingerprintSum {
  let high = Number.parseInt(from.slice(0, 8), 16);
  let low = Number.parseInt(from.slice(8), 16);
  const count = (sign: 1 | -1) => (type: string, id: string, clocks: Clocks) => {
    const hash = new Hash(`${type}\n${id}\n`);
    for (const field in clocks) {
      hash.take(clockOf(clocks[field] ?? ''), field);
      const sum = low + sign * hash.low;
      low = sum >>> 0;
      high = (high + sign * hash.high + (sum < 0 ? -1 : sum > 0xffff_ffff ? 1 : 0)) >>> 0;
    }
  };
  return { add: count(1), remove: count(-1), value: () => hex32(high) + hex32(low) };
}

/** Fingerprint after records were merged: `before` is the state of each as it was, absent for a new one. */
export function movedFingerprint(
  from: string,
  records: Iterable<{ readonly type: string; readonly id: string; readonly before?: Clocks | undefined; readonly after: Clocks }>,
): string {
  const sum = fingerprintSum(from);
  for (const { type, id, before, after } of records) {
    if (before) sum.remove(type, id, before);
    sum.add(type, id, after);
  }
  return sum.value();
}

const hex32 = (n: number): string => n.toString(16).padStart(8, '0');

/** FNV-1a in two halves of 32 bits: records have twenty fields and batches 500 records, too many for BigInt. Most fields share a clock. */
class Hash {
  high = 0;
  low = 0;
  readonly #start: readonly [number, number];
  #clock: string | undefined;
  #withClock: readonly [number, number] = [0, 0];

  constructor(prefix: string) {
    this.#set(0xcbf2_9ce4, 0x8422_2325);
    this.#feed(prefix);
    this.#start = [this.high, this.low];
  }

  take(clock: string, field: string): void {
    if (clock === this.#clock) this.#set(...this.#withClock);
    else {
      this.#set(...this.#start);
      this.#feed(clock);
      this.#feed('\n');
      this.#clock = clock;
      this.#withClock = [this.high, this.low];
    }
    this.#feed(field);
    this.#mix();
  }

  #set(high: number, low: number): void {
    this.high = high >>> 0;
    this.low = low >>> 0;
  }

  #feed(text: string): void {
    let { high, low } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        this.#set(high, low);
        return this.#feedAny(text.slice(i));
      }
      const mixed = low ^ code;
      const lower = (mixed & 0xffff) * 0x1b3;
      const upper = (mixed >>> 16) * 0x1b3 + (lower >>> 16);
      high = (Math.imul(high, 0x1b3) + (upper >>> 16) + (mixed << 8)) | 0;
      low = (upper << 16) | (lower & 0xffff);
    }
    this.#set(high, low);
  }

  #feedAny(text: string): void {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) this.#byte(code);
      else if (code < 0x800) this.#bytes(0xc0 | (code >> 6), code & 0x3f);
      else if (code < 0x1_0000) this.#bytes(0xe0 | (code >> 12), (code >> 6) & 0x3f, code & 0x3f);
      else this.#bytes(0xf0 | (code >> 18), (code >> 12) & 0x3f, (code >> 6) & 0x3f, code & 0x3f);
    }
  }

  #bytes(first: number, ...rest: readonly number[]): void {
    this.#byte(first);
    for (const six of rest) this.#byte(0x80 | six);
  }

  /** xor, then times 2^40 + 0x1b3. */
  #byte(byte: number): void {
    const low = (this.low ^ byte) >>> 0;
    const product = low * 0x1b3;
    this.low = product >>> 0;
    this.high = (Math.imul(this.high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
  }

  #mix(): void {
    this.#shift();
    this.#times(0xff51_afd7, 0xed55_8ccd);
    this.#shift();
    this.#times(0xc4ce_b9fe, 0x1a85_ec53);
    this.#shift();
  }

  /** x ^= x >> 33 */
  #shift(): void {
    this.low = (this.low ^ (this.high >>> 1)) >>> 0;
  }

  #times(high: number, low: number): void {
    const a = this.low;
    const [a0, a1] = [a & 0xffff, a >>> 16];
    const [b0, b1] = [low & 0xffff, low >>> 16];
    const middle = a1 * b0 + Math.floor((a0 * b0) / 0x1_0000);
    const other = a0 * b1 + (middle & 0xffff);
    const carry = a1 * b1 + Math.floor(middle / 0x1_0000) + Math.floor(other / 0x1_0000);
    const rest = Math.imul(a, high) + Math.imul(this.high, low);
    this.#set(carry + rest, Math.imul(a, low));
  }
}

/** A seedable source of randomness (sfc32). Everything that a simulated run decides or draws comes from such a source. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number at least 0, below `below`. */
  whole(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  fill(bytes: Uint8Array): void;
}

export function createRandom(seed: number, stream = 0): Random {
  let [a, b, c, d] = [0x9e3779b9 ^ stream, 0x243f6a88, 0xb7e15162, seed | 0];
  const draw = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i++) draw();
  const next = (): number => draw() / 2 ** 32;
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[whole(from.length)] as T;
    },
    fill: (bytes) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = draw() & 0xff;
    },
  };
}

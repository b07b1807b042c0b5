/** Source of repeatable chance: the same seed gives the same numbers on every machine. Not for secrets. */
export interface Random {
  /** Whole number from min to max, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T;
  /** n different ones in random order, or all of them. */
  some<T>(choices: readonly T[], n: number): T[];
  hex(digits: number): string;
  /** A source of its own for one part, so that more of one part does not change the others. */
  fork(part: string): Random;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Mulberry32: 32 bits of state, good enough for invented data and fast. */
export function createRandom(seed: number | string): Random {
  const start = hash(String(seed));
  let state = start;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const unit = (): number => next() / 0x1_0000_0000;
  const int = (min: number, max: number): number => min + Math.floor(unit() * (max - min + 1));
  const pick = <T>(choices: readonly T[]): T => choices[int(0, choices.length - 1)] as T;
  return {
    int,
    pick,
    chance: (probability) => unit() < probability,
    weighted(choices) {
      let left = unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices[choices.length - 1];
      return (found as (typeof choices)[number])[0];
    },
    some(choices, n) {
      const rest = [...choices];
      const taken: (typeof rest)[number][] = [];
      while (taken.length < n && rest.length > 0) taken.push(...rest.splice(int(0, rest.length - 1), 1));
      return taken;
    },
    hex(digits) {
      let text = '';
      while (text.length < digits) text += next().toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
    fork: (part) => createRandom(`${start}/${part}`),
  };
}

import { type Codes, codesOf, type Fact } from './fact';
import type { Condition } from './form';

interface Ruled {
  readonly where?: readonly Condition[];
}

/** One bit for each rule, 32 to a word. */
type Bits = Int32Array;

/** The conditions that rules have on one attribute; a rule that has two on it stands in two of these. */
interface Asked {
  readonly attr: string;
  /** Rules that hold for a fact without codes of it: those that do not ask, and those that forbid some. */
  readonly free: Bits;
  readonly any: Map<string, Bits>;
  readonly none: Map<string, Bits>;
  /** What holds for a fact with one code alone, which most have. */
  readonly ofOne: Map<string, Bits>;
}

/**
 * Which of many rules hold for a fact, in their order. Instead of asking each rule, the codes that a fact has of each attribute give the
 * rules that they leave, and what all attributes leave holds: a form of a term has forty columns and fifteen thousand facts, and few
 * answers, of which each is made once and given to all facts that share it.
 * @param named what each rule is called in an answer, rising; its place where it is absent
 */
export function placesOf(rules: readonly Ruled[], named?: readonly number[]): (fact: Fact) => readonly number[] {
  const words = Math.ceil(rules.length / 32);
  const asked = askedOf(rules, words);
  const every = bitsOf(
    rules.map((_, place) => place),
    words,
  );
  const answers = new Map<number, Answer>();
  const left = new Int32Array(words);
  const some = new Int32Array(words);
  const find = (fact: Fact): readonly number[] => {
    left.set(every);
    for (const one of asked) {
      const own = codesOf(fact, one.attr);
      const holding = own.length === 0 ? one.free : own.length === 1 ? oneHolds(one, own) : someHold(one, own, some);
      for (let word = 0; word < words; word += 1) (left[word] as number) &= holding[word] as number;
    }
    return answerOf(answers, left, named);
  };
  // Thousands of facts share their codes; only the unit is each one's own.
  if (asked.some(({ attr }) => attr === 'unit')) return find;
  const known = new Map<Codes, readonly number[]>();
  return (fact) => {
    let places = known.get(fact.codes);
    if (places === undefined) known.set(fact.codes, (places = find(fact)));
    return places;
  };
}

const oneHolds = ({ ofOne, free }: Asked, [code]: readonly string[]): Bits => ofOne.get(code as string) ?? free;

function someHold({ free, any, none }: Asked, codes: readonly string[], into: Bits): Bits {
  into.set(free);
  for (const code of codes) add(into, any.get(code));
  for (const code of codes) remove(into, none.get(code));
  return into;
}

function askedOf(rules: readonly Ruled[], words: number): Asked[] {
  const found = new Map<string, Asked>();
  const all = rules.map((_, place) => place);
  rules.forEach(({ where = [] }, place) =>
    where.forEach((condition, index) => {
      const earlier = where.slice(0, index).filter(({ attr }) => attr === condition.attr).length;
      const key = `${condition.attr} ${earlier}`;
      const one = found.get(key) ?? { attr: condition.attr, free: bitsOf(all, words), any: new Map(), none: new Map(), ofOne: new Map() };
      found.set(key, one);
      const wanted = 'any' in condition;
      const own = bitsOf([place], words);
      if (wanted) remove(one.free, own);
      const byCode = wanted ? one.any : one.none;
      for (const code of wanted ? condition.any : condition.none) {
        const bits = byCode.get(code) ?? new Int32Array(words);
        add(bits, own);
        byCode.set(code, bits);
      }
    }),
  );
  for (const one of found.values())
    for (const code of [...one.any.keys(), ...one.none.keys()]) one.ofOne.set(code, someHold(one, [code], new Int32Array(words)));
  return [...found.values()];
}

function bitsOf(places: readonly number[], words: number): Bits {
  const bits = new Int32Array(words);
  for (const place of places) (bits[place >>> 5] as number) |= 1 << (place & 31);
  return bits;
}

function add(to: Bits, bits: Bits | undefined): void {
  if (bits) for (let word = 0; word < to.length; word += 1) (to[word] as number) |= bits[word] as number;
}

function remove(from: Bits, bits: Bits | undefined): void {
  if (bits) for (let word = 0; word < from.length; word += 1) (from[word] as number) &= ~(bits[word] as number);
}

/** The places of bits, found by their words one after the other. */
interface Answer {
  places: readonly number[] | undefined;
  readonly next: Map<number, Answer>;
}

function answerOf(answers: Map<number, Answer>, bits: Bits, named: readonly number[] | undefined): readonly number[] {
  let from = answers;
  let answer: Answer | undefined;
  for (let word = 0; word < bits.length; word += 1) {
    const key = bits[word] as number;
    answer = from.get(key);
    if (answer === undefined) from.set(key, (answer = { places: undefined, next: new Map() }));
    from = answer.next;
  }
  return answer === undefined ? [] : (answer.places ??= placesIn(bits, named));
}

function placesIn(bits: Bits, named: readonly number[] | undefined): number[] {
  const places: number[] = [];
  for (let place = 0; place < bits.length * 32; place += 1)
    if (((bits[place >>> 5] as number) >>> (place & 31)) & 1) places.push(named?.[place] ?? place);
  return places;
}

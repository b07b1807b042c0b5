/** Syllables that the engine may have meant: other marks on the same letters, and letters that look alike. */
import { isSyllable, TONES, toneless } from '#shared/text/syllable';

export interface Candidate {
  readonly text: string;
  /** 0.9 for a hat or hook, 1 for a tone, 1.6 for a letter. */
  readonly cost: number;
}

const HATS: Readonly<Record<string, string>> = {
  a: 'aăâ',
  ă: 'ăaâ',
  â: 'âaă',
  e: 'eê',
  ê: 'êe',
  o: 'oôơ',
  ô: 'ôoơ',
  ơ: 'ơoô',
  u: 'uư',
  ư: 'ưu',
  d: 'dđ',
  đ: 'đd',
};
const ALIKE: readonly (readonly [read: string, meant: string])[] = [
  ['l', 't'],
  ['t', 'l'],
  ['i', 'l'],
  ['l', 'i'],
  ['c', 'e'],
  ['e', 'c'],
  ['n', 'u'],
  ['u', 'n'],
  ['h', 'b'],
  ['b', 'h'],
  ['rn', 'm'],
  ['ii', 'n'],
  ['n', 'm'],
  ['m', 'n'],
  ['o', 'c'],
  ['c', 'o'],
  ['g', 'q'],
  ['q', 'g'],
  ['y', 'v'],
  ['v', 'y'],
  ['f', 't'],
  ['s', 'x'],
  ['a', 'o'],
  ['o', 'a'],
]; // prettier-ignore
const TONE_COST = 1;
const HAT_COST = 0.9;
const LETTER_COST = 1.6;

const alike = new Set(ALIKE.map(([read, meant]) => `${read}${meant}`));

/** What it costs to read `meant` where `lower` stands; infinite when they are too far apart. */
export function costOf(lower: string, meant: string): number {
  const [letters, tone] = toneless(lower);
  const [others, otherTone] = toneless(meant);
  if (letters.length !== others.length) return Number.POSITIVE_INFINITY;
  let cost = tone === otherTone ? 0 : TONE_COST;
  for (let i = 0; i < letters.length; i++) {
    const a = letters[i]!;
    const b = others[i]!;
    if (a === b) continue;
    if (HATS[a]?.includes(b)) cost += HAT_COST;
    else if (alike.has(a + b)) cost += LETTER_COST;
    else return Number.POSITIVE_INFINITY;
  }
  return cost > MOST_COST ? Number.POSITIVE_INFINITY : cost;
}

const MOST_COST = 2.6;
const remembered = new Map<string, readonly Candidate[]>();

/** Lower case in and out, cheapest first; without the text itself. */
export function candidatesFor(lower: string): readonly Candidate[] {
  const known = remembered.get(lower);
  if (known) return known;
  if (remembered.size > 4000) remembered.clear();
  const [letters, tone] = toneless(lower);
  const found = new Map<string, number>();
  const spell = (base: string, cost: number) => {
    for (const [spelt, hats] of withHats(base)) {
      for (const mark of TONES) {
        const text = placeTone(spelt, mark);
        if (text === lower || !isSyllable(text)) continue;
        const all = cost + hats * HAT_COST + (mark === tone ? 0 : TONE_COST);
        if (all <= MOST_COST && all < (found.get(text) ?? Number.POSITIVE_INFINITY)) found.set(text, all);
      }
    }
  };
  spell(letters, 0);
  for (const [read, meant] of ALIKE) {
    for (let at = letters.indexOf(read); at >= 0; at = letters.indexOf(read, at + 1))
      spell(letters.slice(0, at) + meant + letters.slice(at + read.length), LETTER_COST);
  }
  const out = [...found].map(([text, cost]) => ({ text, cost })).sort((a, b) => a.cost - b.cost);
  remembered.set(lower, out);
  return out;
}

/** All ways to put hats on the letters, at most two of them changed, with the number of changes. */
function withHats(letters: string): [string, number][] {
  let out: [string, number][] = [['', 0]];
  for (const letter of letters) {
    out = out.flatMap(([done, changes]) =>
      [...(HATS[letter] ?? letter)].map((option): [string, number] => [done + option, changes + (option === letter ? 0 : 1)]),
    );
    out = out.filter(([, changes]) => changes <= 2);
  }
  return out;
}

/** Sets the tone mark where it is written: hòa, hoàn, ủy, tiến, được, giữa, quý. */
export function placeTone(letters: string, tone: string): string {
  if (tone === '') return letters;
  const glide = /^(?:qu|gi(?=[aăâeêoôơuư]))/.exec(letters)?.[0].length ?? 0;
  const nucleus = /[aăâeêioôơuưy]+/.exec(letters.slice(glide));
  if (!nucleus) return letters;
  const start = glide + nucleus.index;
  const vowels = nucleus[0];
  const hatted = [...vowels].findLastIndex((vowel) => 'ăâêôơ'.includes(vowel));
  const closed = start + vowels.length < letters.length;
  let at: number;
  if (hatted >= 0) at = hatted;
  else if (vowels.length === 1) at = 0;
  else if (closed) at = vowels.length - 1;
  else at = vowels.length === 3 ? 1 : 0;
  const position = start + at;
  return (letters.slice(0, position + 1) + tone + letters.slice(position + 1)).normalize('NFC');
}

/**
 * Sets syllables right whose marks or letters were misread. Careful: a wrong change is worse than a mistake that stays.
 *
 * - A syllable is changed when its neighbours say so: the changed one makes a known word with the one before or after it, the read one
 *   with neither. What the engine was sure of is changed only in its marks.
 * - A string that is no syllable is changed when the neighbours say so, or when only one cheap candidate exists.
 * - Capital L read for a small one (typewriter fonts) is set right where the small one makes a known word.
 * - Words with digits, codes, abbreviations and names (capitals within a sentence) are never touched.
 *
 * The word keeps what the engine read in `raw`.
 */
import type { EngineReading, EngineWord } from '../read/parse-tsv';
import { type Candidate, candidatesFor, costOf } from './candidates';
import { isPair, keyOf, partnersOf } from './pairs';
import { respell } from './respell';
import { isSyllable } from '#shared/text/syllable';

/** The engine's confidence is at most 97; from here on letters are not doubted, only marks. */
const SURE = 93;
const MARKS_ONLY = 1.1;
const CHEAP = 1.1;

export const correctSyllables = (reading: EngineReading): EngineReading => {
  const cores = reading.words.map(coreOf);
  const keys = cores.map((core) => (core === undefined ? '' : keyOf(core.letters)));
  return respell(reading, (i) => {
    const word = reading.words[i]!;
    const core = cores[i];
    if (core === undefined) return word.text;
    const better = corrected(word, core, {
      before: joins(cores, i - 1, i) ? (keys[i - 1] ?? '') : '',
      after: joins(cores, i, i + 1) ? (keys[i + 1] ?? '') : '',
      next: keys[i + 2] ?? '',
      starts: startsSentence(reading.words, i),
      amongSmall: isSmall(cores[i - 1]) && isSmall(cores[i + 1]),
    });
    if (better === undefined) return word.text;
    keys[i] = keyOf(better);
    return core.before + better + core.after;
  });
};

interface Core {
  readonly before: string;
  readonly letters: string;
  readonly after: string;
}

interface Neighbours {
  readonly before: string;
  readonly after: string;
  /** The one behind `after`. */
  readonly next: string;
  readonly starts: boolean;
  /** The words on both sides begin with small letters. */
  readonly amongSmall: boolean;
}

/** Letters with at most some signs around them. */
const coreOf = ({ text }: EngineWord): Core | undefined => {
  const [, before = '', letters = '', after = ''] = /^([^\p{L}\p{N}]*)(\p{L}+)([^\p{L}\p{N}]*)$/u.exec(text.normalize('NFC')) ?? [];
  return letters === '' ? undefined : { before, letters, after };
};

const isSmall = (core: Core | undefined): boolean => core !== undefined && /^\p{Ll}/u.test(core.letters);

/** No full stop or comma between two words that are to form one. */
const joins = (cores: readonly (Core | undefined)[], first: number, second: number): boolean => {
  const a = cores[first];
  const b = cores[second];
  return a !== undefined && b !== undefined && !/[.,;:!?)]/.test(a.after) && !/[(]/.test(b.before);
};

const startsSentence = (words: readonly EngineWord[], at: number): boolean => {
  const last = words[at - 1];
  return last === undefined || /[.:;!?\-–+•]$/u.test(last.text) || /^\d+[.)]?$/.test(last.text);
};

const corrected = (word: EngineWord, { letters }: Core, neighbours: Neighbours): string | undefined => {
  if (letters.length < 2 || letters.length > 8) return undefined;
  const lower = letters.toLowerCase();
  const upper = letters === letters.toUpperCase();
  const titled = !upper && letters.charAt(0) !== lower.charAt(0);
  // Capitals within a small word: a code.
  if (!upper && letters.slice(1) !== lower.slice(1)) return undefined;
  if (titled && !neighbours.starts) return smallL(letters, neighbours);
  const valid = isSyllable(lower);
  if (upper && !valid && letters.length <= 5) return undefined;
  const own = links(keyOf(lower), neighbours);
  if (valid && own > 0) return undefined;
  // The neighbour behind belongs to the word after it: "chỉ | bộ phận".
  const taken = neighbours.after !== '' && neighbours.next !== '' && isPair(neighbours.after, neighbours.next);
  const near = taken && valid ? { ...neighbours, after: '' } : neighbours;
  const linked = [...partnersOf(near.before, near.after)]
    .map((text) => ({ text, cost: costOf(lower, text) }))
    .filter(({ text, cost }) => text !== lower && (!valid || cost <= (word.confidence >= SURE ? MARKS_ONLY : 2)) && Number.isFinite(cost));
  const best = choose(linked, near) ?? (valid ? undefined : fromLetters(lower, near));
  return best === undefined ? undefined : inCaseOf(letters, best.text);
};

/** With how many neighbours it forms a known word. */
const links = (key: string, { before, after }: Pick<Neighbours, 'before' | 'after'>): number =>
  (before !== '' && isPair(before, key) ? 1 : 0) + (after !== '' && isPair(key, after) ? 1 : 0);

/** The cheapest, if no other is as good. */
const choose = (options: readonly Candidate[], neighbours: Neighbours): Candidate | undefined => {
  const worth = ({ text, cost }: Candidate) => cost - 0.7 * links(keyOf(text), neighbours);
  const [first, second] = [...options].sort((a, b) => worth(a) - worth(b));
  return first && (!second || worth(second) - worth(first) > 0.15) ? first : undefined;
};

/** For what is no syllable: any syllable that looks like it. */
const fromLetters = (lower: string, neighbours: Neighbours): Candidate | undefined => {
  const options = candidatesFor(lower);
  return (
    choose(
      options.filter(({ text }) => links(keyOf(text), neighbours) > 0),
      neighbours,
    ) ?? alone(options)
  );
};

/** The only one at its price, and cheap. */
const alone = (options: readonly Candidate[]): Candidate | undefined => {
  const [first, second] = options;
  return first && first.cost <= CHEAP && (!second || second.cost > first.cost + 0.05) ? first : undefined;
};

const smallL = (letters: string, neighbours: Neighbours): string | undefined =>
  letters.startsWith('L') && neighbours.amongSmall && links(keyOf(letters), neighbours) > 0 ? letters.toLowerCase() : undefined;

const inCaseOf = (read: string, lower: string): string =>
  read === read.toUpperCase() && read.length > 1
    ? lower.toUpperCase()
    : read.charAt(0) === read.charAt(0).toLowerCase()
      ? lower
      : lower.charAt(0).toUpperCase() + lower.slice(1);

/** Which syllables stand side by side in known words; keys know neither case nor the way of placing a tone. */
import { phrases } from './phrases';
import { fold } from '#shared/text/fold';
import { toneless } from '#shared/text/syllable';

/** 'Ủy', 'uỷ' and 'ủy' have the same key. */
export const keyOf = (syllable: string): string => {
  const [letters, tone] = toneless(syllable.toLowerCase());
  return letters + tone;
};

const pairs = new Set<string>();
const foldedPairs = new Set<string>();
const followers = new Map<string, Set<string>>();
const leaders = new Map<string, Set<string>>();
const note = (index: Map<string, Set<string>>, key: string, syllable: string) => {
  const there = index.get(key);
  if (there) there.add(syllable);
  else index.set(key, new Set([syllable]));
};
for (const phrase of phrases.split(/[;\n]+/)) {
  const syllables = phrase.trim().split(/\s+/);
  for (let i = 1; i < syllables.length; i++) {
    const [first, second] = [syllables[i - 1]!, syllables[i]!];
    pairs.add(`${keyOf(first)} ${keyOf(second)}`);
    foldedPairs.add(`${fold(first)} ${fold(second)}`);
    note(followers, keyOf(first), second);
    note(leaders, keyOf(second), first);
  }
}

/** By keys. */
export const isPair = (first: string, second: string): boolean => pairs.has(`${first} ${second}`);

/** Without regard to marks. */
export const mayBePair = (first: string, second: string): boolean => foldedPairs.has(`${fold(first)} ${fold(second)}`);

/** Syllables that form a known word with the one before, or the one behind. */
export const partnersOf = (before: string, after: string): ReadonlySet<string> =>
  new Set([...(followers.get(before) ?? []), ...(leaders.get(after) ?? [])]);

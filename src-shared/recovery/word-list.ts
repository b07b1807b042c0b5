/**
 * 2,048 plain words of four letters for the recovery sheet: consonant, vowel, consonant, vowel, made by rule, so that program and
 * reader need no list. No diacritics, no two letters that look or sound alike in Vietnamese (c/k, s/x, i/y, g/gh): a word that is read
 * aloud over the telephone is written down the same. Word n (0 to 2047) stands for 11 bits.
 */
const first = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'j'] as const;
const vowels = ['a', 'e', 'i', 'o'] as const;
const second = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'h', 'j'] as const;
const last = ['a', 'u'] as const;

export const wordBits = 11;
export const wordCount = first.length * vowels.length * second.length * last.length;

export function wordAt(n: number): string {
  const l = n % last.length;
  const s = Math.floor(n / last.length) % second.length;
  const v = Math.floor(n / (last.length * second.length)) % vowels.length;
  const f = Math.floor(n / (last.length * second.length * vowels.length));
  return `${first[f]}${vowels[v]}${second[s]}${last[l]}`;
}

/** -1 for what is no word of the list. Capitals are taken as small letters. */
export function placeOfWord(word: string): number {
  const [f, v, s, l, ...more] = word.trim().toLowerCase();
  const places = [first.indexOf(f as never), vowels.indexOf(v as never), second.indexOf(s as never), last.indexOf(l as never)] as const;
  if (more.length > 0 || places.includes(-1)) return -1;
  return ((places[0] * vowels.length + places[1]) * second.length + places[2]) * last.length + places[3];
}

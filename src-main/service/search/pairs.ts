/** Stands between the words of a pair; a letter to the tokenizer, and in no folded text. */
const joint = '\u00b7';

export const pair = (first: string, second: string): string => first + joint + second;

/** Each two neighbours of the words of a folded text as one term. */
export function pairsOf(words: readonly string[]): string {
  let out = '';
  let before = '';
  for (const word of words) {
    if (before !== '' && word !== '') out += `${out === '' ? '' : ' '}${before}${joint}${word}`;
    before = word;
  }
  return out;
}

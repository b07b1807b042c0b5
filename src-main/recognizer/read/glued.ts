/**
 * Parts words that ran together: cells of a table at the bar between them, names at their capitals (VũVănÝ), a word and the number after
 * it (bộ1). The box is shared out by letters. Codes such as m2, A4 and QĐ stay whole.
 */
import { mayBePair } from '../correct/pairs';
import { isSyllable } from '#shared/text/syllable';
import type { EngineWord } from './parse-tsv';

export const partGlued = (word: EngineWord): EngineWord[] => {
  const parts = partsOf(word.text);
  if (parts.length === 1 && parts[0] === word.text) return [word];
  const out: EngineWord[] = [];
  let from = 0;
  for (const part of parts) {
    const at = word.text.indexOf(part, from);
    from = at + part.length;
    const x = word.x + Math.round((word.w * at) / word.text.length);
    out.push({ ...word, text: part, x, w: Math.max(1, Math.round((word.w * part.length) / word.text.length)) });
  }
  return out;
};

const partsOf = (text: string): string[] =>
  text
    .split(/[|¦│]+/u)
    .flatMap(atCapitals)
    .flatMap(atNumber)
    .flatMap(atSyllable)
    .filter((part) => part !== '');

/** VũVănÝ -> Vũ Văn Ý, when every piece is a syllable. */
const atCapitals = (text: string): string[] => {
  if (!/\p{Ll}\p{Lu}/u.test(text)) return [text];
  const parts = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(' ');
  return parts.every((part) => isSyllable(part.replace(/[^\p{L}]+$/u, ''))) ? parts : [text];
};

/** vipham -> vi phạm, TÌNHHÌNH -> TÌNH HÌNH where no syllable, but only one known word of two is in the letters, with or without its marks. */
const atSyllable = (text: string): string[] => {
  const [, letters = '', stop = ''] = /^(\p{L}\p{Ll}{4,11}|\p{Lu}{5,12})([.,;:]?)$/u.exec(text) ?? [];
  const lower = letters.toLowerCase();
  if (letters === '' || isSyllable(lower)) return [text];
  const cuts = Array.from({ length: letters.length - 3 }, (_, i) => [letters.slice(0, i + 2), letters.slice(i + 2)] as const).filter(
    ([first, second]) => {
      const [one, two] = [lower.slice(0, first.length), lower.slice(-second.length)];
      return isSyllable(one) && isSyllable(two) && mayBePair(one, two);
    },
  );
  const [only] = cuts;
  return cuts.length === 1 && only ? [only[0], only[1] + stop] : [text];
};

/** bộ1 -> bộ 1: only a syllable with a diacritic is surely a word and no code. */
const atNumber = (text: string): string[] => {
  const [, letters = '', digits = ''] = /^(\p{L}{2,})(\d{1,4}[.,;:]?)$/u.exec(text) ?? [];
  return digits !== '' && letters.normalize('NFD') !== letters && isSyllable(letters) ? [letters, digits] : [text];
};

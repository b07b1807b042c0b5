/**
 * Words that papers of the Party and the State always write in the same way, by their neighbours: the titles at the head, the bodies and ranks
 * above a signature, what stands before them (T/M, read as TIM), and the file copy at the end of the recipients (Lưu: VT).
 *
 * A phrase in capitals only where all its other words are read as they are written, and the odd one is not far from what is meant.
 */
import { fold } from '#shared/text/fold';
import type { EngineWord } from '../read/parse-tsv';
import { keyOf } from './pairs';

const phrases = [
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'BAN CHẤP HÀNH',
  'BAN THƯỜNG VỤ',
  'ỦY BAN NHÂN DÂN',
  'ỦY BAN KIỂM TRA',
  'HỘI ĐỒNG NHÂN DÂN',
  'PHÓ CHỦ TỊCH',
  'CHỦ TỊCH',
].map((phrase) => phrase.split(' '));

/** Letters that the odd word of a longer phrase may have too many or read otherwise. */
const FAR = 2;

/** What stands at `i` for sure, if that is not what was read there. */
export const fixedWord = (words: readonly EngineWord[], i: number): string | undefined =>
  inPhrase(words, i) ?? onBehalf(words, i) ?? fileCopy(words, i) ?? cell(words, i);

const inPhrase = (words: readonly EngineWord[], i: number): string | undefined => {
  const { text, line } = words[i]!;
  const [, before = '', letters = '', after = ''] = /^([^\p{L}]*)(\p{Lu}{2,})([^\p{L}\p{N}]*)$/u.exec(text.normalize('NFC')) ?? [];
  if (letters === '') return undefined;
  for (const phrase of phrases)
    for (let k = 0; k < phrase.length; k++) {
      const meant = phrase[k]!;
      const others = phrase.every((word, at) => {
        const there = words[i - k + at];
        return at === k || (there?.line === line && isSame(there.text.normalize('NFC').replace(/[^\p{L}]+$/u, ''), word));
      });
      if (others && !isSame(letters, meant) && isNear(letters, meant, phrase.length)) return before + meant + after;
    }
  return undefined;
};

/** Also with its tone in the other place, as older papers have it: HOÀ. */
const isSame = (read: string, meant: string): boolean => read === read.toUpperCase() && keyOf(read) === keyOf(meant);

/** Of two words one must have the same letters under other marks. */
const isNear = (read: string, meant: string, words: number): boolean => {
  const [a, b] = [fold(read), fold(meant)];
  if (a === b) return true;
  return words > 2 && meant.length > 2 && Math.abs(a.length - b.length) <= 1 && distance(a, b) < Math.min(FAR, meant.length / 2);
};

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
};

/** T/M (thay mặt) before the body that signs: its stroke is read as a letter. */
const onBehalf = (words: readonly EngineWord[], i: number): string | undefined => {
  const [word, next] = [words[i]!, words[i + 1]];
  const body = next?.line === word.line && /^(BAN|ỦY|ĐẢNG|CHI|HỘI)$/u.test(next.text.normalize('NFC'));
  return body && /^T[Il1|ÍÌ]M\.?$/u.test(word.text.normalize('NFC')) ? 'T/M' : undefined;
};

/** "Lưu: VT": văn thư, the office that keeps the file copy. */
const fileCopy = (words: readonly EngineWord[], i: number): string | undefined => {
  const text = words[i]!.text.normalize('NFC');
  const [, together = '', , end = ''] = /^(-?Lưu:)(V[TIỊl1]{1,2})([.,;:]?)$/u.exec(text) ?? [];
  if (together !== '') return `${together}VT${end}` === text ? undefined : `${together}VT${end}`;
  const before = words[i - 1];
  if (before?.line !== words[i]!.line || !/^-?Lưu:$/u.test(before.text.normalize('NFC'))) return undefined;
  const [, sign = '', stop = ''] = /^(V[TIỊl1]{0,2})([.,;:]?)$/u.exec(text) ?? [];
  return sign === '' || sign === 'VT' ? undefined : `VT${stop}`;
};

/** Chi bộ before its number, its place or the end: "Chỉ bộ thôn 2". Not: chỉ bộ phận. */
const cell = (words: readonly EngineWord[], i: number): string | undefined => {
  const [word, second, third] = [words[i]!, words[i + 1], words[i + 2]];
  const [, letters = ''] = /^(Ch[ỉíìĩ])$/u.exec(word.text.normalize('NFC')) ?? [];
  if (letters === '' || second?.line !== word.line || !/^bộ[.,;:]*$/u.test(second.text.normalize('NFC'))) return undefined;
  const ends = third?.line !== word.line || /[.,;:]$/.test(second.text);
  return ends || /^(\d|\p{Lu}|thôn|ấp|xóm|khu|bản)/u.test(third.text.normalize('NFC')) ? 'Chi' : undefined;
};

/**
 * Words that their place determines, whatever was read there:
 *
 * - tháng between two numbers of a date: "ngày 17 thống 05 năm 2025".
 * - The Roman number of a heading after another: a stroke of II or III is easily lost ("I. MỤC ĐÍCH ... I. NỘI DUNG"). A part may begin again
 *   with I, so a number is set right only where the one before it, or it itself, would stand there twice. IL is no number but II.
 * - The fixed words of titles and signatures, see `fixedWord`.
 */
import { fold } from '#shared/text/fold';
import type { EngineReading, EngineWord } from '../read/parse-tsv';
import { fixedWord } from './fixed-words';
import { respell } from './respell';

export const correctFrames = (reading: EngineReading): EngineReading => {
  const numbers = headingNumbers(reading.words);
  return respell(reading, (i) => numbers.get(i) ?? month(reading.words, i) ?? fixedWord(reading.words, i) ?? reading.words[i]?.text ?? '');
};

const MONTH = /^th[aou]n[gq]?$/;

const month = (words: readonly EngineWord[], i: number): string | undefined => {
  const [day, word, number, year] = [words[i - 1]?.text, words[i]?.text, words[i + 1]?.text, words[i + 2]?.text];
  if (word === undefined || word === 'tháng' || !MONTH.test(fold(word))) return undefined;
  const dated = /^\d{1,2}[.,]?$/.test(day ?? '') && /^\d{1,2}$/.test(number ?? '') && fold(year ?? '') === 'nam';
  return dated ? 'tháng' : undefined;
};

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** How many strokes a number of strokes alone shows; H is two that ran together. */
const STROKES: Readonly<Record<string, number>> = { I: 1, l: 1, L: 1, '1': 1, '|': 1, Ï: 1, H: 2 };

/** By the index of the word. */
const headingNumbers = (words: readonly EngineWord[]): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  let last = 0;
  words.forEach((word, i) => {
    if (words[i - 1]?.line === word.line) return;
    const twoStrokes = /^I[Ll][.:]?$/.test(word.text);
    if (!(twoStrokes ? isTitled(words[i + 1], word.line) : isHeading(words.slice(i + 1, i + 3), word.line))) return;
    const [, sign = '', stop = ''] = /^([IVXHLl1|Ï]{1,4})([.:]?)$/u.exec(word.text) ?? [];
    if (sign === '') return;
    const strokes = [...sign].every((letter) => letter in STROKES)
      ? [...sign].reduce((sum, letter) => sum + (STROKES[letter] ?? 0), 0)
      : undefined;
    if (strokes === undefined) {
      last = ROMAN.indexOf(sign) + 1;
      return;
    }
    const next = last + 1;
    const lostOne = last > 0 && next <= 3 && strokes === last;
    const value = lostOne ? next : strokes;
    const right = ROMAN[value - 1];
    if (right !== undefined && right !== sign && (lostOne || value === next || twoStrokes)) found.set(i, right + stop);
    last = value;
  });
  return found;
};

const isTitled = (word: EngineWord | undefined, line: number): boolean =>
  word?.line === line && /^\p{Lu}\p{L}+/u.test(word.text.normalize('NFC'));

/** Two words in capitals behind the number, on its line. */
const isHeading = (words: readonly EngineWord[], line: number): boolean =>
  words.length === 2 && words.every((word) => word.line === line && /^\p{Lu}{2,}[\p{P}]?$/u.test(word.text.normalize('NFC')));

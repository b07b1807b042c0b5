/**
 * Signs that dirt left at words: a full stop within a sentence, a mark in front of a word, a stop between two words without a space.
 * Only what no one writes is removed; commas and colons could be meant and stay.
 */
import { isSyllable } from '#shared/text/syllable';
import type { EngineReading, EngineWord } from '../read/parse-tsv';
import { respell } from './respell';

export const tidyMarks = (reading: EngineReading): EngineReading => {
  let quoting = false;
  return respell(reading, (i) => {
    const word = reading.words[i]!;
    if (/^[^\p{L}\p{N}]*["“”]/u.test(word.text)) quoting = true;
    const spelt = tidied(word, reading.words[i + 1], quoting);
    if (/["“”][^\p{L}\p{N}]*$/u.test(word.text)) quoting = false;
    return spelt;
  });
};

/** The engine knows two strokes of this slant; papers are written with one. */
const FRACTION_BAR = /\/?\u2044\/?/gu;

/** The quick network knows a letter of Iceland that looks like Đ, and writes it instead of it or beside it; and the Ñ of Spain where dirt lies over an N. */
const ETH = /Đ?\u00D0Đ?/gu;
const ENYE = /Ñ/gu;

const tidied = ({ text, line }: EngineWord, next: EngineWord | undefined, quoting: boolean): string => {
  // Three dots and more are a blank to fill in.
  if (/\.{2,}|_{2,}/.test(text) && !/\p{L}\.\.$/u.test(text)) return text;
  let out = text.replace(FRACTION_BAR, '/').replace(ETH, 'Đ').replace(ENYE, 'N');
  out = out.replace(/^[.,;:'’‘´`*“”"]+(?=\p{Ll}{2})/u, (marks) => (/["“”]/.test(marks) ? marks.replace(/[^"“”]/g, '') : ''));
  out = out.replace(/^[.,;:'’‘´`*]+(?=\p{Lu}\p{Ll}|\d+[-/]\p{L})/u, '');
  const [, letters = '', stops = ''] = /^(\p{Ll}+)([.]+)$/u.exec(out) ?? [];
  if (stops !== '' && isSyllable(letters) && next !== undefined && next.line === line && /^\p{Ll}/u.test(next.text)) return letters;
  const [, first = '', second = ''] = /^(\p{Ll}{2,})[.](\p{Ll}{2,}[.,;:]?)$/u.exec(out) ?? [];
  if (second !== '' && isSyllable(first) && isSyllable(second.replace(/[.,;:]$/, ''))) return `${first} ${second}`;
  return quoting ? out : out.replace(/(\p{L})[’‘'´`“”"*]+(?=[.,;:]?$)/u, '$1');
};

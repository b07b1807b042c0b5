/** Comparing what was read with what is expected: by folded letters, with a few of them wrong. */
import { fold } from '../text/fold';

/** Letters and digits only, folded: 'ĐẢNG ỦY, XÃ' and 'dang uy xa' become the same. */
export const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Levenshtein distance; more than `limit` is told as limit + 1. */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const value = Math.min(above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), above[j]! + 1, row[j - 1]! + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    above = row;
  }
  return above[b.length]!;
}

/** 1 for the same, 0 for nothing in common; of folded letters and digits. */
export function likeness(read: string, expected: string): number {
  const a = bare(read);
  const b = bare(expected);
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}

export interface Found {
  /** Index of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
}

/** The run of words that is most like the phrase; undefined below `least`. Words may have been split or run together. */
export function findPhrase(words: readonly string[], phrase: string, least = 0.8): Found | undefined {
  const wanted = bare(phrase);
  const texts = words.map(bare);
  let best: Found | undefined;
  for (let from = 0; from < texts.length; from++) {
    let run = '';
    for (let to = from + 1; to <= texts.length && run.length <= wanted.length * 1.3; to++) {
      run += texts[to - 1]!;
      if (run.length < wanted.length * 0.7) continue;
      const longest = Math.max(run.length, wanted.length);
      const limit = Math.floor(longest * (1 - Math.max(least, best?.likeness ?? 0)));
      const off = distance(run, wanted, limit);
      const alike = 1 - off / longest;
      if (off <= limit && (best === undefined || alike > best.likeness)) best = { from, to, likeness: alike };
    }
  }
  return best;
}

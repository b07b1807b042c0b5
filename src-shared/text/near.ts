/**
 * How much two short texts (names, bodies, posts) are alike although one was misread or mistyped. Compared without case and
 * diacritics; shapes that readers take for one another (0 and o, 1 and l and i, rn and m) count as nearly the same.
 */
import { foldWords } from './fold';

/** Letters that a reader confuses become one. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/cl/g, 'd'],
  [/vv/g, 'w'],
  [/[0q]/g, 'o'],
  [/[1ilj|]/g, 'l'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/y/g, 'l'],
];

/** The form in which shapes that look alike are the same. */
export function shapeOf(text: string): string {
  let out = foldWords(text);
  for (const [pattern, to] of shapes) out = out.replace(pattern, to);
  return out;
}

/** Least number of letters to insert, take out, replace or swap with their neighbour; `most` + 1 when there are more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** A text made ready to be compared with many. */
export interface Shaped {
  readonly text: string;
  readonly folded: string;
  readonly shape: string;
}

export const shaped = (text: string): Shaped => ({ text, folded: foldWords(text), shape: shapeOf(text) });

/**
 * 1: the same but for case and diacritics. Above 0.9: the same shapes, or it begins so. Down to 0.5: so many letters differ.
 * 0: not alike. `asked` may be unfinished: the beginning of the words of `known` is enough.
 */
export function likeness(asked: Shaped, known: Shaped): number {
  if (asked.folded === '') return 0;
  if (asked.folded === known.folded) return 1;
  if (asked.shape === known.shape) return 0.97;
  const longer = Math.max(asked.shape.length, known.shape.length);
  const most = Math.floor(longer * 0.34);
  const distance = editDistance(asked.shape, known.shape, most);
  const alike = distance > most ? 0 : 1 - distance / longer;
  return Math.max(alike, beginsWords(asked.folded, known.folded));
}

/** The words that were typed begin words of the known text, in this order ('ng hong h' in 'nguyen hong hoa'). */
function beginsWords(asked: string, known: string): number {
  const words = known.split(' ');
  let at = 0;
  for (const part of asked.split(' ')) {
    while (at < words.length && !words[at]?.startsWith(part)) at += 1;
    if (at >= words.length) return 0;
    at += 1;
  }
  return 0.6 + 0.35 * (asked.length / Math.max(known.length, 1));
}

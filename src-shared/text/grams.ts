import { foldWords } from './fold';

/** Characters of a gram. Three tell Vietnamese syllables apart and still meet where a few letters differ. */
const size = 3;

/**
 * The folded trigrams of a text as numbers, each once, sorted. Words are separated by one space, so that grams at their ends differ from
 * those inside. A gram of three UTF-16 units is hashed to 30 bits; two that meet by chance weigh one part of some hundred.
 */
export function gramsOf(text: string): Uint32Array {
  const folded = ` ${foldWords(text)} `;
  const all = new Uint32Array(Math.max(0, folded.length - size + 1));
  for (let i = 0; i < all.length; i += 1)
    all[i] = (((folded.charCodeAt(i) * 31 + folded.charCodeAt(i + 1)) * 1021 + folded.charCodeAt(i + 2)) & 0x3fffffff) >>> 0;
  all.sort();
  let count = 0;
  for (const gram of all) {
    if (count > 0 && all[count - 1] === gram) continue;
    all[count] = gram;
    count += 1;
  }
  return all.slice(0, count);
}

/** Share of common grams (Dice), 0 to 1; 0 where one text has none. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

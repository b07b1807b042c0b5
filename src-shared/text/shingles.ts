import { foldWords } from './fold';

/** Each four neighbouring words of a text, folded. */
export function shinglesOf(text: string, size = 4): ReadonlySet<string> {
  const words = foldWords(text).split(' ').filter(Boolean);
  const found = new Set<string>();
  for (let i = 0; i + size <= words.length; i += 1) found.add(words.slice(i, i + size).join(' '));
  return found;
}

/** Share of what two sets have in common, 0 to 1 (Jaccard); 0 where one is empty. */
export function commonShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const one of small) if (large.has(one)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

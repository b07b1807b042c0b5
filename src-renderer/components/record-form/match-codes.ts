import { fold } from '#shared/text/fold';

/** How well a label answers what was typed, without diacritics: 3 begins with it, 2 initials of its words, 1 contains it, 0 not at all. */
export function matchRank(label: string, typed: string): 0 | 1 | 2 | 3 {
  const [text, sought] = [fold(label), fold(typed).trim()];
  if (text.startsWith(sought)) return 3;
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (
    words
      .map((word) => word[0])
      .join('')
      .startsWith(sought.replaceAll(' ', ''))
  )
    return 2;
  return text.includes(sought) ? 1 : 0;
}

/** Options that answer what was typed, the best first, otherwise in the order of their list. */
export const matchingOptions = <O extends { readonly label: string }>(options: readonly O[], typed: string): O[] =>
  options
    .map((option) => ({ option, rank: matchRank(option.label, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ option }) => option);

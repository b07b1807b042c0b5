import type { FoldedQuery } from '#shared/text/fold';

/** Words of a folded text with their places in it. */
export interface Token {
  readonly word: string;
  readonly from: number;
}

export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const word of folded.split(' ')) {
    if (word !== '') tokens.push({ word, from });
    from += word.length + 1;
  }
  return tokens;
}

/** Tokens [first, last] that answer term number `term` of the query. */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly term: number;
}

/** Where the words and phrases of a query stand, in order; each token answers at most one term. */
export function findMatches(words: readonly string[], { terms, prefix }: FoldedQuery): Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const term = terms.findIndex((phrase, i) => isAt(words, at, phrase, prefix && i === terms.length - 1));
    if (term < 0) continue;
    const last = at + (terms[term]?.length ?? 1) - 1;
    matches.push({ first: at, last, term });
    at = last;
  }
  return matches;
}

function isAt(words: readonly string[], at: number, phrase: readonly string[], open: boolean): boolean {
  return phrase.every((word, i) => {
    const there = words[at + i];
    return there !== undefined && (there === word || (open && i === phrase.length - 1 && there.startsWith(word)));
  });
}

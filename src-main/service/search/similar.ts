/**
 * Documents like one: they share neighbouring words that stand in few others. Uses the pairs that the index holds anyway (pairs.ts), so
 * nothing is kept beside it and a document is comparable as soon as it is read. Each shared pair counts the more the rarer it is.
 */
import type { Database } from 'better-sqlite3';
import { foldWords } from '#shared/text/fold';
import { pairsOf } from './pairs';

export interface Similar {
  /** n of the document. */
  readonly document: number;
  /** Weight of the shared pairs over that of all pairs that were asked for, 0 to 1. */
  readonly likeness: number;
}

/** Pairs that are asked for: spread over the whole text. */
const mostAsked = 72;
/** A pair that stands in more records tells nothing. */
const rareUpTo = 250;
/** Rare pairs that are enough to tell. */
const enough = 32;

/** @param text of the whole document; @param document its n, which is left out */
export function createSimilar(db: Database): (document: number, text: string, limit: number) => Similar[] {
  // The list of a pair lies together; the document of each of its rows does not: only those of rare pairs are looked up.
  const holding = db.prepare<[string], number>(`SELECT rowid FROM search WHERE search MATCH ? LIMIT ${rareUpTo + 1}`).pluck();
  const documentOf = db.prepare<[number], number | null>('SELECT document FROM search_doc WHERE n = ?').pluck();
  return (document, text, limit) => {
    const weights = new Map<number, number>();
    const documents = new Map<number, number | null>();
    const documentAt = (n: number): number | null => {
      const known = documents.get(n);
      if (known !== undefined) return known;
      const found = documentOf.get(n) ?? null;
      documents.set(n, found);
      return found;
    };
    let asked = 0;
    let rare = 0;
    for (const pair of spread([...new Set(pairsOf(foldWords(text).split(' ')).split(' '))].filter(tells), mostAsked)) {
      const found = holding.all(`"${pair}"`);
      if (found.length > rareUpTo) continue;
      const others = new Set<number>();
      for (const n of found) {
        const other = documentAt(n);
        if (other !== null && other !== document) others.add(other);
      }
      // Known from here alone: it is misread or tells of nobody else.
      if (others.size === 0) {
        asked += 0.5;
        continue;
      }
      const weight = 1 + Math.log(rareUpTo / others.size);
      asked += weight;
      for (const other of others) weights.set(other, (weights.get(other) ?? 0) + weight);
      rare += 1;
      if (rare >= enough) break;
    }
    return [...weights]
      .map(([other, weight]) => ({ document: other, likeness: asked === 0 ? 0 : weight / asked }))
      .toSorted((a, b) => b.likeness - a.likeness || b.document - a.document)
      .slice(0, limit);
  };
}

/** Numbers and single letters are often misread, and stand everywhere. */
const tells = (pair: string): boolean => pair.length >= 6 && /^[^\d]+$/.test(pair);

/** So many of a list, from everywhere in it, in an order that begins anywhere. */
function spread<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  const step = all.length / count;
  return Array.from({ length: count }, (_, i) => all[Math.floor(i * step)] as T);
}

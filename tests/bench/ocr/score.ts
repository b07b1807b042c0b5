/**
 * How much of a page was read right. Text: Unicode NFC, runs of white space as one space, kinds of quotation marks and dashes made equal;
 * against the nearer of two reading orders. Fields: equal without regard to case; of the subject 5 % of the letters may be wrong; a value
 * where none exists is wrong.
 */
import { fold } from '../../../src-shared/text/fold';
import type { Entry, TrueFields } from './manifest';

export const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

export function editDistance<T>(from: readonly T[], to: readonly T[]): number {
  let above = Int32Array.from({ length: to.length + 1 }, (_, column) => column);
  let current = new Int32Array(to.length + 1);
  for (let row = 1; row <= from.length; row++) {
    current[0] = row;
    for (let column = 1; column <= to.length; column++) {
      const replaced = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current[column] = Math.min(replaced, above[column]! + 1, current[column - 1]! + 1);
    }
    [above, current] = [current, above];
  }
  return above[to.length]!;
}

export interface PageScore {
  readonly id: string;
  readonly characters: number;
  readonly wrongCharacters: number;
  readonly words: number;
  readonly wrongWords: number;
  /** Words found without regard to case, diacritics and order. */
  readonly foldedHits: number;
  readonly foldedWords: number;
}

const bag = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter(Boolean);

export function scoreText(id: string, truths: readonly string[], read: string): PageScore {
  const out = comparable(read);
  const candidates = truths.map((truth) => {
    const expected = comparable(truth);
    return { expected, wrong: editDistance([...expected], [...out]) };
  });
  const best = candidates.reduce((a, b) => (b.wrong < a.wrong ? b : a));
  const words = best.expected.split(' ');
  const there = new Map<string, number>();
  for (const word of bag(out).map(fold)) there.set(word, (there.get(word) ?? 0) + 1);
  const wanted = bag(best.expected).map(fold);
  let foldedHits = 0;
  for (const word of wanted) {
    const left = there.get(word) ?? 0;
    if (left === 0) continue;
    there.set(word, left - 1);
    foldedHits++;
  }
  return {
    id,
    characters: [...best.expected].length,
    wrongCharacters: best.wrong,
    words: words.length,
    wrongWords: editDistance(words, out.split(' ')),
    foldedHits,
    foldedWords: wanted.length,
  };
}

const percent = (part: number, whole: number): number => Math.round((10_000 * part) / Math.max(1, whole)) / 100;

export function summary(scores: readonly PageScore[]) {
  const sum = (of: (score: PageScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  return {
    pages: scores.length,
    cer: percent(
      sum((s) => s.wrongCharacters),
      sum((s) => s.characters),
    ),
    wer: percent(
      sum((s) => s.wrongWords),
      sum((s) => s.words),
    ),
    foldedRecall: percent(
      sum((s) => s.foldedHits),
      sum((s) => s.foldedWords),
    ),
  };
}

export const fieldNames = ['number', 'date', 'type', 'subject', 'signer', 'place'] as const;
export type FieldsRead = Readonly<Partial<Record<(typeof fieldNames)[number], string>>>;

const same = (text: string | undefined): string => comparable(text ?? '').toLowerCase();

function isRight(field: keyof TrueFields, truth: string | undefined, read: string | undefined): boolean {
  const a = same(truth);
  const b = same(read);
  return a === b || (field === 'subject' && a !== '' && b !== '' && editDistance([...a], [...b]) <= 0.05 * a.length);
}

export function scoreFields(entries: readonly Entry[], read: Readonly<Record<string, FieldsRead>>) {
  const pages = entries.filter(({ fields }) => fields !== undefined);
  const wrong: { id: string; field: string; truth: string | null; read: string | null }[] = [];
  for (const { id, fields = {} } of pages) {
    for (const field of fieldNames) {
      if (!isRight(field, fields[field], read[id]?.[field]))
        wrong.push({ id, field, truth: fields[field] ?? null, read: read[id]?.[field] ?? null });
    }
  }
  const bad = new Set(wrong.map(({ id }) => id));
  return {
    pages: pages.length,
    accuracy: percent(pages.length * fieldNames.length - wrong.length, pages.length * fieldNames.length),
    wholePages: percent(pages.length - bad.size, pages.length),
    wrong,
  };
}

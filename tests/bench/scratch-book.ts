import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { assembleBook } from '#service/book/assemble-book';
import type { Book } from '#service/book/book';
import { openDatabase } from '#service/store/open';
import { uuid7 } from '#service/store/uuid7';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';

/** A book, and bare encrypted databases beside it, in a folder that `remove` clears. */
export interface Scratch {
  readonly book: Book;
  bare(): Database.Database;
  remove(): void;
}

export function scratchBook(): Scratch {
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-'));
  const keys = deriveBookKeys(newMasterKey());
  const open = (name: string) => openDatabase(join(dir, name), keys.database, { create: true });
  const committee = {
    id: uuid7(),
    createdAt: new Date().toISOString(),
    name: '',
    partyCommittee: '',
    province: '',
    symbol: '',
    term: '',
    profile: 'standalone',
  } as const;
  const book = assembleBook({ dir, db: open('book.db'), keys, user: { id: uuid7(), name: '', title: '' }, committee });
  const others: Database.Database[] = [];
  return {
    book,
    bare: () => {
      const db = open(`bare-${others.length}.db`);
      others.push(db);
      return db;
    },
    remove: () => {
      others.forEach((db) => db.close());
      book.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The same numbers in the same order for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const onsets = 'b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rimes =
  'a á à ai ái am an ang anh ao át ay âm ân âu ân e em ên êm ích iên iêm iệt inh o oa oan oi ong ô ôi ông ơi ơn u uân ui ung ư ưa ương ứ'.split(
    ' ',
  );

/**
 * Text of so many words from about a thousand syllables, the most frequent ones on nearly every page and the rare ones on one page of
 * hundreds, as in Vietnamese papers (Zipf).
 */
export function proseFrom(random: () => number): (words: number) => string {
  const syllables = onsets
    .flatMap((onset) => rimes.map((rime) => onset + rime))
    .map((text) => ({ text, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
  const weights = syllables.map((_, rank) => 1 / (rank + 5));
  const total = weights.reduce((a, b) => a + b, 0);
  // Inverse of the cumulative distribution in 65,536 steps.
  const steps: string[] = [];
  let sum = 0;
  syllables.forEach((text, rank) => {
    sum += weights[rank] ?? 0;
    while (steps.length < (sum / total) * 65_536) steps.push(text);
  });
  return (words) => {
    const out: string[] = [];
    for (let i = 0; i < words; i += 1) {
      out.push(steps[Math.floor(random() * 65_536)] ?? 'và');
      if (i % 17 === 16) out.push('.');
    }
    return out.join(' ');
  };
}
